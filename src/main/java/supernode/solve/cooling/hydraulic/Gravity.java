package supernode.solve.cooling.hydraulic;

/** The standard acceleration of free fall. */
public final class Gravity {
  /** m/s2; CGPM 1901. */
  public static final double M_S2 = 9.80665;

  private Gravity() {}
}
