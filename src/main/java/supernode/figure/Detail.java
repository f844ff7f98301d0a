package supernode.figure;

/**
 * The zooms at which a shape is shown, in output pixels per world unit (of the group it is in).
 *
 * @param from shown from this zoom on
 * @param to and below this one
 */
public record Detail(double from, double to) {
  public static final Detail ALWAYS = new Detail(0, Double.POSITIVE_INFINITY);

  /** Shown while something of this size in world units measures at least {@code minPx} pixels. */
  public static Detail atLeast(double size, double minPx) {
    return new Detail(minPx / positive(size), Double.POSITIVE_INFINITY);
  }

  /** Shown while something of this size in world units measures less than {@code maxPx} pixels. */
  public static Detail below(double size, double maxPx) {
    return new Detail(0, maxPx / positive(size));
  }

  private static double positive(double size) {
    return Math.max(size, 1e-9);
  }

  /** Shown only where both are. */
  public Detail and(Detail other) {
    return new Detail(Math.max(from, other.from), Math.min(to, other.to));
  }

  public boolean shows(double zoom) {
    return zoom >= from && zoom < to;
  }
}
