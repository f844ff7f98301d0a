package supernode.solve.cooling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import supernode.solve.Outcome;
import supernode.solve.cooling.hydraulic.Gravity;
import supernode.solve.cooling.hydraulic.HydraulicLink;
import supernode.solve.cooling.hydraulic.HydraulicNetwork;
import supernode.solve.cooling.hydraulic.HydraulicSolution;
import supernode.solve.cooling.hydraulic.HydraulicSolver;
import supernode.solve.cooling.hydraulic.MonotoneCurve.Point;
import supernode.solve.cooling.hydraulic.Pump;

/**
 * What a pump can and what its network asks: two curves that cross at the duty point. x flow in
 * m3/s, y pressure rise in Pa.
 *
 * @param pump the pump's curve at its present speed
 * @param system pressure that the network takes at other flows, with all pumps faster or slower
 */
public record PumpChart(List<Point> pump, List<Point> system, Point duty) {
  private static final int PUMP_POINTS = 41;
  private static final double[] SPEEDS = {0.2, 0.4, 0.6, 0.8, 0.9, 1, 1.1, 1.2, 1.3};

  /** Empty when the link is no running pump. */
  public static Optional<PumpChart> of(CoolingSolution solution, int link) {
    HydraulicNetwork network = solution.problem().network();
    Optional<Pump> found = network.links().get(link).law().pump().filter(p -> !p.closed());
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Pump pump = found.get();
    HydraulicSolution flow = solution.flow();
    double weight = flow.densityKgM3(link) * Gravity.M_S2;
    Point duty = point(flow, link, pump);
    double widest = Math.max(1.4 * duty.x(), 2 * pump.typicalFlowM3S());
    List<Point> curve = new ArrayList<>();
    for (int i = 0; i < PUMP_POINTS; i++) {
      double q = widest * i / (PUMP_POINTS - 1);
      double rise = weight * pump.headM(q);
      if (rise >= 0) {
        curve.add(new Point(q, rise));
      }
    }
    return Optional.of(new PumpChart(List.copyOf(curve), system(solution, link), duty));
  }

  private static Point point(HydraulicSolution flow, int link, Pump pump) {
    double q = Math.max(0, flow.flowM3S(link));
    return new Point(q, flow.densityKgM3(link) * Gravity.M_S2 * pump.headM(q));
  }

  private static List<Point> system(CoolingSolution solution, int link) {
    HydraulicNetwork network = solution.problem().network();
    int links = network.links().size();
    double[] density = new double[links];
    double[] viscosity = new double[links];
    Arrays.setAll(density, k -> solution.flow().densityKgM3(k));
    Arrays.setAll(
        viscosity,
        k -> solution.problem().fluid().viscosity((solution.inletC(k) + solution.outletC(k)) / 2));
    List<Point> points = new ArrayList<>();
    HydraulicSolution warm = solution.flow();
    for (double speed : SPEEDS) {
      Outcome<HydraulicSolution> outcome =
          HydraulicSolver.solve(faster(network, speed), density, viscosity, Optional.of(warm));
      if (outcome instanceof Outcome.Solved<HydraulicSolution>(HydraulicSolution s)) {
        warm = s;
        if (!s.shut(link)) {
          Pump pump = s.network().links().get(link).law().pump().orElseThrow();
          points.add(point(s, link, pump));
        }
      }
    }
    return List.copyOf(points);
  }

  private static HydraulicNetwork faster(HydraulicNetwork network, double speed) {
    List<HydraulicLink> links = new ArrayList<>();
    for (HydraulicLink old : network.links()) {
      links.add(old.withLaw(Pump.faster(old.law(), speed)));
    }
    return new HydraulicNetwork(network.nodes(), links);
  }
}
