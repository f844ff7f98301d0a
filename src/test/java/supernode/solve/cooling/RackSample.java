package supernode.solve.cooling;

import java.util.List;
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
import supernode.solve.cooling.hydraulic.MonotoneCurve.Point;
import supernode.solve.cooling.hydraulic.Pipe;
import supernode.solve.cooling.hydraulic.PowerLaw;
import supernode.solve.cooling.hydraulic.Pump;
import supernode.solve.cooling.hydraulic.PumpCurve;
import supernode.solve.cooling.hydraulic.Series;
import supernode.solve.cooling.power.PumpDrive;
import supernode.solve.cooling.power.PumpEfficiency;

/**
 * A rack of the size of a GB200 NVL72: 18 trays of 4 GPU and 2 CPU plates, 9 trays of 2 switch
 * plates, a manifold pair, a distribution unit. Parts are generic ones of the catalogue.
 */
public final class RackSample {
  public static final double LPM = 1e-3 / 60;
  private static final double RHO = Fluid.PG25.density(40);
  private static final double MU = Fluid.PG25.viscosity(40);

  static final LinkLaw GPU_PLATE = new PowerLaw(2 * LPM, 30e3, 1.8, RHO, MU);
  static final LinkLaw CPU_PLATE = new PowerLaw(0.7 * LPM, 10e3, 1.8, RHO, MU);
  static final LinkLaw TRAY_LINE =
      Series.of(new FlowCoefficient(2.6), new Pipe(0.5, 0.010, 7e-6, 1.5));
  static final PumpCurve PUMP_CURVE =
      PumpCurve.ofPressures(
          List.of(
              new Point(0, 330e3),
              new Point(120 * LPM, 308e3),
              new Point(240 * LPM, 240e3),
              new Point(300 * LPM, 189e3)),
          RHO);

  final CoolingProblem.Builder builder = CoolingProblem.of(Fluid.PG25);
  int pumpLink;
  int cduLink;

  private RackSample() {}

  /** Every tray and plate on its own, on a manifold with a section for each tray. */
  public static CoolingProblem expanded() {
    return expanded(45 - 10, 1);
  }

  /** As {@link #expanded()}. */
  public static CoolingProblem expanded(double facilityC, double speed) {
    RackSample s = new RackSample();
    int back = s.builder.add(HydraulicNode.vessel("return", 0, 1.5e5));
    int front = s.builder.add(HydraulicNode.at("supply", 0));
    s.unit(back, front, facilityC, speed);
    LinkLaw section = new Pipe(0.045, 0.038, 1.5e-5, 0.2);
    for (int t = 0; t < 27; t++) {
      int up = s.builder.add(HydraulicNode.at("supply" + t, 0.045 * (t + 1)));
      int down = s.builder.add(HydraulicNode.at("return" + t, 0.045 * (t + 1)));
      s.builder.link("supply section " + t, front, up, section, 1);
      s.builder.link("return section " + t, down, back, section, 1);
      s.tray("tray" + t, t < 18, up, down, 1);
      front = up;
      back = down;
    }
    return s.builder.build();
  }

  /** All trays at one header, each on its own or one for all of a kind. */
  public static CoolingProblem onHeader(boolean lumped) {
    RackSample s = new RackSample();
    int back = s.builder.add(HydraulicNode.vessel("return", 0, 1.5e5));
    int front = s.builder.add(HydraulicNode.at("supply", 0));
    s.unit(back, front, 35, 1);
    if (lumped) {
      s.tray("compute", true, front, back, 18);
      s.tray("switch", false, front, back, 9);
    } else {
      for (int t = 0; t < 27; t++) {
        s.tray("tray" + t, t < 18, front, back, 1);
      }
    }
    return s.builder.build();
  }

  private void unit(int back, int front, double facilityC, double speed) {
    int before = builder.add(HydraulicNode.at("before exchanger", 0));
    pumpLink = builder.link("pump", back, before, new Pump(PUMP_CURVE, speed), 1);
    cduLink = builder.link("cdu", before, front, new PowerLaw(200 * LPM, 40e3, 1.8, RHO, MU), 1);
    builder.add(new PumpDrive("pump", pumpLink, new PumpEfficiency.Parabola(0.6, 200 * LPM), 0.9));
    LiquidExchanger exchanger =
        LiquidExchanger.rated(
                150e3,
                4,
                200 * LPM * Fluid.WATER.density(35),
                Fluid.WATER.heatCapacity(35),
                200 * LPM * RHO,
                Fluid.PG25.heatCapacity(40))
            .orElseThrow();
    builder.add(new Cdu("cdu", cduLink, exchanger, Fluid.WATER, facilityC, 220 * LPM, 40, 15, 200));
  }

  private void tray(String name, boolean compute, int up, int down, double copies) {
    int in = builder.add(HydraulicNode.at(name + ".in", 0));
    int out = builder.add(HydraulicNode.at(name + ".out", 0));
    builder.link(name + ".supply", up, in, TRAY_LINE, copies);
    builder.link(name + ".return", out, down, TRAY_LINE, copies);
    if (compute) {
      plates(name + ".gpu", in, out, GPU_PLATE, 4, copies, gpu());
      plates(name + ".cpu", in, out, CPU_PLATE, 2, copies, chip(300, 0.04, 0.7, 0.04));
    } else {
      plates(name + ".switch", in, out, CPU_PLATE, 2, copies, chip(300, 0.04, 0.7, 0.02));
    }
  }

  private void plates(
      String name, int in, int out, LinkLaw law, int count, double copies, ChipPackage chip) {
    int separate = copies > 1 ? 1 : count;
    for (int i = 0; i < separate; i++) {
      int link = builder.link(name + i, in, out, law, copies > 1 ? copies * count : 1);
      builder.add(
          new ChipPackage(
              name + i,
              link,
              chip.dieW(),
              chip.hbmW(),
              chip.airShare(),
              chip.plate(),
              chip.stack(),
              chip.dieLimitC(),
              chip.hbmLimitC()));
    }
  }

  private static ChipPackage gpu() {
    return new ChipPackage(
        "",
        0,
        1000,
        200,
        0,
        PlateResistance.ofPoint(0.018, 2 * LPM),
        new ChipStack(0.010, 0.002, 0.006, 0.04),
        85,
        OptionalDouble.of(95));
  }

  private static ChipPackage chip(double watts, double plateKW, double lpm, double dieKW) {
    return new ChipPackage(
        "",
        0,
        watts,
        0,
        0,
        PlateResistance.ofPoint(plateKW, lpm * LPM),
        ChipStack.ofDie(dieKW),
        95,
        OptionalDouble.empty());
  }
}
