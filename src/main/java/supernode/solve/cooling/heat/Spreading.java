package supernode.solve.cooling.heat;

/**
 * Heat that spreads from a small source into a larger plate: the closed form of Lee, Song, Au and
 * Moran (1995), within about 10 % of the series solution. Source and plate count as circles of
 * their areas.
 *
 * @param sourceM2 area that gives the heat
 * @param plateM2 area of the plate
 * @param thicknessM of the plate
 * @param conductivityWMK of the plate
 * @param filmWM2K by which the far side is cooled
 */
public record Spreading(
    double sourceM2, double plateM2, double thicknessM, double conductivityWMK, double filmWM2K) {
  /** Above plain conduction and film, on the mean of the source, K/W. */
  public double meanKW() {
    double e = radiusRatio();
    return Math.pow(1 - e, 1.5) / 2 * shape() / (conductivityWMK * Math.sqrt(sourceM2));
  }

  /** The same at the hottest point of the source, K/W. */
  public double mostKW() {
    double e = radiusRatio();
    return (1 - e) / Math.sqrt(Math.PI) * shape() / (conductivityWMK * Math.sqrt(sourceM2));
  }

  /** Straight through the plate, K/W. */
  public double plainKW() {
    return thicknessM / (conductivityWMK * plateM2);
  }

  private double radiusRatio() {
    return Math.min(1, Math.sqrt(sourceM2 / plateM2));
  }

  private double shape() {
    double e = radiusRatio();
    double b = Math.sqrt(plateM2 / Math.PI);
    double lambda = Math.PI + 1 / (e * Math.sqrt(Math.PI));
    double biot = filmWM2K * b / conductivityWMK;
    double t = Math.tanh(lambda * thicknessM / b);
    return (t + lambda / biot) / (1 + lambda / biot * t);
  }
}
