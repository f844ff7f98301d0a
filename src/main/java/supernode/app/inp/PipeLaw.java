package supernode.app.inp;

import supernode.interop.epanet.InpLink;
import supernode.interop.epanet.InpOptions;
import supernode.solve.cooling.hydraulic.HeadLoss;
import supernode.solve.cooling.hydraulic.LinkLaw;
import supernode.solve.cooling.hydraulic.Pipe;

/** Loss of a file's pipe by its formula. */
final class PipeLaw {
  /** Manning's factor in EPANET, 1.49 in feet, against the exact 1 of metres. */
  private static final double EPANET_MANNING = Math.cbrt(1 / 0.3048) / 1.49;

  private PipeLaw() {}

  static LinkLaw of(InpLink.Pipe p, InpOptions.Formula formula, Measures m) {
    double length = m.lengthM(p.length());
    double bore = m.diameterM(p.diameter());
    double minor = m.minorS2M5(bore, p.minorLoss());
    return switch (formula) {
      case HAZEN_WILLIAMS -> with(HeadLoss.hazenWilliams(length, bore, p.roughness(), 0), minor);
      case CHEZY_MANNING -> {
        HeadLoss exact = HeadLoss.chezyManning(length, bore, p.roughness(), 0);
        double r = m.epanet() ? exact.resistance() * manning(bore) : exact.resistance();
        yield new HeadLoss(r, 2, minor, HeadLoss.LEAST_SLOPE_S_M2, exact.typicalFlowM3S());
      }
      case DARCY_WEISBACH -> {
        // Friction goes with length: another gravity is a longer or shorter pipe.
        double exact = HeadLoss.minor(bore, 1).minorS2M5();
        yield new Pipe(
            length * m.frictionShare(), bore, m.roughnessM(p.roughness()), minor / exact);
      }
    };
  }

  /** EPANET takes the hydraulic radius to 1.333, not 4/3, in feet. */
  private static double manning(double boreM) {
    double radiusFt = boreM / 0.3048 / 4;
    return EPANET_MANNING * EPANET_MANNING * Math.pow(radiusFt, 4.0 / 3 - 1.333);
  }

  private static HeadLoss with(HeadLoss pipe, double minor) {
    return new HeadLoss(
        pipe.resistance(), pipe.exponent(), minor, pipe.leastSlopeSM2(), pipe.typicalFlowM3S());
  }
}
