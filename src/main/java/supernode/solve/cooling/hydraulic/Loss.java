package supernode.solve.cooling.hydraulic;

/** Pressure loss of a link and its slope; written by {@link LinkLaw#evaluate}, reused. */
public final class Loss {
  /** Pa lost from the link's first to its second node; negative for a pump. */
  public double pressurePa;

  /** Derivative by volume flow, Pa s/m3; always positive. */
  public double slopePaSM3;

  /** Where a pipe puts its friction. */
  final double[] factorAndSlope = new double[2];

  void set(double pressure, double slope) {
    pressurePa = pressure;
    slopePaSM3 = slope;
  }
}
