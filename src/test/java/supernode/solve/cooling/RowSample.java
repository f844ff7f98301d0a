package supernode.solve.cooling;

import java.util.OptionalDouble;
import supernode.solve.cooling.fluid.Fluid;
import supernode.solve.cooling.heat.Cdu;
import supernode.solve.cooling.heat.ChipPackage;
import supernode.solve.cooling.heat.ChipStack;
import supernode.solve.cooling.heat.LiquidExchanger;
import supernode.solve.cooling.heat.PlateResistance;
import supernode.solve.cooling.hydraulic.FlowCoefficient;
import supernode.solve.cooling.hydraulic.HydraulicNode;
import supernode.solve.cooling.hydraulic.LinkLaw;
import supernode.solve.cooling.hydraulic.Pipe;
import supernode.solve.cooling.hydraulic.PowerLaw;
import supernode.solve.cooling.hydraulic.Pump;
import supernode.solve.cooling.hydraulic.PumpCurve;
import supernode.solve.cooling.hydraulic.Series;
import supernode.solve.cooling.power.PumpDrive;
import supernode.solve.cooling.power.PumpEfficiency;

/**
 * Rows of racks on one pair of mains: every rack has a manifold pair with a section for each tray,
 * every tray is one line of couplings, hose and plates with its chips on it. A row of 18 racks of
 * 27 trays has about 1,050 nodes and 1,540 links.
 */
public final class RowSample {
  private static final double LPM = RackSample.LPM;
  private static final double RHO = Fluid.PG25.density(40);
  private static final double MU = Fluid.PG25.viscosity(40);
  private static final int RACKS = 18;
  private static final int TRAYS = 27;

  /** Flow that a tray is made for. */
  private static final double TRAY_FLOW = 8 * LPM;

  private static final LinkLaw TRAY =
      Series.of(
          new FlowCoefficient(2.6),
          new Pipe(1, 0.010, 7e-6, 3),
          new PowerLaw(TRAY_FLOW, 30e3, 1.8, RHO, MU),
          new FlowCoefficient(2.6));
  private static final LinkLaw SECTION = new Pipe(0.045, 0.050, 1.5e-5, 0.2);

  private final CoolingProblem.Builder builder = CoolingProblem.of(Fluid.PG25);

  private RowSample() {}

  /** So many rows; link 0 is the pump. */
  public static CoolingProblem rows(int rows) {
    RowSample s = new RowSample();
    double flow = rows * RACKS * TRAYS * TRAY_FLOW;
    int back = s.builder.add(HydraulicNode.vessel("return", 0, 1.5e5));
    int before = s.builder.add(HydraulicNode.at("before exchanger", 0));
    int front = s.builder.add(HydraulicNode.at("supply", 0));
    s.builder.link("pump", back, before, pump(rows, 1), 1);
    LinkLaw exchanger = new PowerLaw(flow, 40e3, 1.8, RHO, MU);
    int cdu = s.builder.link("cdu", before, front, exchanger, 1);
    s.builder.add(new PumpDrive("pump", 0, new PumpEfficiency.Parabola(0.7, flow), 0.9));
    s.builder.add(new Cdu("cdu", cdu, unit(rows), Fluid.WATER, 30, 1.1 * flow, 40, 15, 200));
    double main = 0.25 * Math.sqrt(rows);
    for (int r = 0; r < rows; r++) {
      s.row("row" + r, front, back, main);
    }
    return s.builder.build();
  }

  /** The pump of so many rows at a speed. */
  public static Pump pump(int rows, double speed) {
    double flow = rows * RACKS * TRAYS * TRAY_FLOW;
    return new Pump(new PumpCurve.Power(30, 10 / flow / flow, 2, flow), speed);
  }

  private static LiquidExchanger unit(int rows) {
    double flow = rows * RACKS * TRAYS * TRAY_FLOW;
    return LiquidExchanger.rated(
            rows * RACKS * TRAYS * 5000.0,
            4,
            flow * Fluid.WATER.density(30),
            Fluid.WATER.heatCapacity(30),
            flow * RHO,
            Fluid.PG25.heatCapacity(40))
        .orElseThrow();
  }

  private void row(String name, int supply, int back, double bore) {
    int front = supply;
    int end = back;
    LinkLaw main = new Pipe(1.2, bore, 1.5e-5, 0.3);
    for (int i = 0; i < RACKS; i++) {
      int up = builder.add(HydraulicNode.at(name + ".supply" + i, 0));
      int down = builder.add(HydraulicNode.at(name + ".return" + i, 0));
      builder.link(name + ".supply main " + i, front, up, main, 1);
      builder.link(name + ".return main " + i, down, end, main, 1);
      rack(name + ".rack" + i, up, down);
      front = up;
      end = down;
    }
  }

  private void rack(String name, int supply, int back) {
    int front = supply;
    int end = back;
    for (int t = 0; t < TRAYS; t++) {
      int up = builder.add(HydraulicNode.at(name + ".supply" + t, 0.045 * (t + 1)));
      int down = builder.add(HydraulicNode.at(name + ".return" + t, 0.045 * (t + 1)));
      builder.link(name + ".supply section " + t, front, up, SECTION, 1);
      builder.link(name + ".return section " + t, down, end, SECTION, 1);
      int tray = builder.link(name + ".tray" + t, up, down, TRAY, 1);
      builder.add(
          new ChipPackage(
              name + ".tray" + t,
              tray,
              4000,
              800,
              0,
              PlateResistance.ofPoint(0.005, TRAY_FLOW),
              new ChipStack(0.003, 0.001, 0.002, 0.01),
              85,
              OptionalDouble.of(95)));
      front = up;
      end = down;
    }
  }
}
