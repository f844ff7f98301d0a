package supernode.solve.cooling.heat;

/** y = slope x + constant. */
public record Affine(double slope, double constant) {
  public static final Affine SAME = new Affine(1, 0);

  /** This one first, then the other. */
  public Affine then(Affine next) {
    return new Affine(next.slope * slope, next.slope * constant + next.constant);
  }

  public double at(double x) {
    return slope * x + constant;
  }
}
