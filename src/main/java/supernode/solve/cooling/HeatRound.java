package supernode.solve.cooling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import supernode.solve.cooling.fluid.Fluid;
import supernode.solve.cooling.heat.Advection;
import supernode.solve.cooling.heat.Affine;
import supernode.solve.cooling.heat.Cdu;
import supernode.solve.cooling.heat.CduControl;
import supernode.solve.cooling.heat.ChipPackage;
import supernode.solve.cooling.hydraulic.HydraulicLink;
import supernode.solve.cooling.hydraulic.HydraulicSolution;
import supernode.solve.cooling.power.PumpDrive;
import supernode.solve.cooling.power.PumpDuty;

/** Temperatures of a problem at given flows: one round of the coupling. */
final class HeatRound {
  private static final int MAX_MODE_CHANGES = 12;

  private final CoolingProblem problem;
  private final HydraulicSolution flow;
  private final Fluid fluid;
  private final List<HydraulicLink> links;
  final Advection advection;

  /** Heat of chips and other parts, and of pumps, on one copy of each link. */
  final double[] partsW;

  final double[] pumpW;
  final List<PumpDuty> duties = new ArrayList<>();

  /** Conductance of all walls of each link, and the sum of conductance times ambient. */
  private final double[] wallWK;

  private final double[] wallW;

  /** How enthalpy in front of each link's exchanger followed from that at its inlet. */
  private final Affine[] toExchanger;

  /** How enthalpy behind each link follows from that before it. */
  private final double[] slope;

  private final double[] constant;

  HeatRound(CoolingProblem problem, HydraulicSolution flow, Optional<Advection> earlier) {
    this.problem = problem;
    this.flow = flow;
    fluid = problem.fluid();
    links = problem.network().links();
    int m = links.size();
    partsW = new double[m];
    pumpW = new double[m];
    wallWK = new double[m];
    wallW = new double[m];
    toExchanger = new Affine[m];
    slope = new double[m];
    constant = new double[m];
    for (ChipPackage chip : problem.chips()) {
      partsW[chip.link()] += chip.liquidW();
    }
    for (HeatInput heat : problem.heats()) {
      partsW[heat.link()] += heat.powerW();
    }
    for (AmbientLoss loss : problem.losses()) {
      wallWK[loss.link()] += loss.conductanceWK();
      wallW[loss.link()] += loss.conductanceWK() * loss.ambientC();
    }
    for (PumpDrive drive : problem.pumps()) {
      PumpDuty duty = PumpDuty.of(drive, flow);
      duties.add(duty);
      pumpW[drive.link()] += duty.shaftW();
    }
    advection = Advection.of(flow, earlier);
  }

  boolean flows(int link) {
    return advection.takesHeat(link);
  }

  /**
   * Temperatures, with the units' modes settled.
   *
   * @param before temperatures of the last round
   * @return empty when heat enters a loop that has no sink
   */
  Optional<Temperatures> solve(Temperatures before, List<CduControl> controls, double restingC) {
    Temperatures last = before;
    boolean changed = true;
    for (int i = 0; changed && i < MAX_MODE_CHANGES; i++) {
      laws(last, controls);
      Optional<double[]> nodes =
          advection.solve(
              slope, constant, fluid.enthalpy(problem.inflowC()), fluid.enthalpy(restingC));
      if (nodes.isEmpty()) {
        return Optional.empty();
      }
      last = Temperatures.of(last, links, advection, nodes.get(), slope, constant, fluid, restingC);
      changed = false;
      for (int c = 0; c < controls.size(); c++) {
        int k = problem.cdus().get(c).link();
        if (flows(k)) {
          double m = Math.abs(flow.massFlowKgS(k));
          changed |= controls.get(c).adapt(m, beforeExchangerC(last, k), last.outletC()[k]);
        }
      }
    }
    return Optional.of(last);
  }

  /** Temperature in front of the exchanger of a link: behind its heat and its wall. */
  double beforeExchangerC(Temperatures t, int k) {
    double h = toExchanger(t, k).at(t.inletJKg()[k]);
    return h == t.inletJKg()[k] ? t.inletC()[k] : fluid.temperatureC(h);
  }

  private void laws(Temperatures last, List<CduControl> controls) {
    for (int k = 0; k < slope.length; k++) {
      toExchanger[k] = toExchanger(last, k);
      set(k, toExchanger[k]);
    }
    for (int c = 0; c < controls.size(); c++) {
      int k = problem.cdus().get(c).link();
      if (flows(k)) {
        double m = Math.abs(flow.massFlowKgS(k));
        Affine outlet = controls.get(c).outlet(m, beforeExchangerC(last, k));
        set(k, toExchanger[k].then(outlet));
      }
    }
  }

  private void set(int k, Affine law) {
    slope[k] = law.slope();
    constant[k] = law.constant();
  }

  /** Heat of parts and pumps, then loss through the wall, of a link. */
  private Affine toExchanger(Temperatures last, int k) {
    if (!advection.moves(k)) {
      return Affine.SAME;
    }
    double m = Math.abs(flow.massFlowKgS(k));
    Affine law = new Affine(1, takenW(k) / m);
    if (wallWK[k] == 0) {
      return law;
    }
    double kept = Math.exp(-wallWK[k] / (m * fluid.heatCapacity(last.meanC(k))));
    return law.then(new Affine(kept, (1 - kept) * fluid.enthalpy(wallW[k] / wallWK[k])));
  }

  /** Heat that one copy of a link gives to what flows in it. */
  private double takenW(int k) {
    return flows(k) ? partsW[k] + pumpW[k] : 0;
  }

  EnergyBalance balance(Temperatures t) {
    double chips = 0;
    double pumps = 0;
    double ambient = 0;
    double exchangers = 0;
    double starved = 0;
    for (int k = 0; k < links.size(); k++) {
      double copies = links.get(k).copies();
      if (flows(k)) {
        chips += copies * partsW[k];
        pumps += copies * pumpW[k];
      } else {
        starved += copies * partsW[k];
      }
      if (!advection.moves(k)) {
        continue;
      }
      double warmed = t.inletJKg()[k] + takenW(k) / Math.abs(flow.massFlowKgS(k));
      double behindWall = toExchanger[k].at(t.inletJKg()[k]);
      ambient += Math.abs(flow.totalMassFlowKgS(k)) * (warmed - behindWall);
    }
    for (Cdu cdu : problem.cdus()) {
      int k = cdu.link();
      if (flows(k)) {
        double h = toExchanger[k].at(t.inletJKg()[k]);
        exchangers += Math.abs(flow.totalMassFlowKgS(k)) * (h - t.outletJKg()[k]);
      }
    }
    double out = 0;
    for (int v = 0; v < t.nodeJKg().length; v++) {
      double in = flow.inflowKgS(v);
      out -= in > 0 ? in * fluid.enthalpy(problem.inflowC()) : in * t.nodeJKg()[v];
    }
    return new EnergyBalance(chips, pumps, exchangers, ambient, out, starved);
  }
}
