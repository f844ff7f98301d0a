package supernode.figure;

/**
 * How an outline is filled and drawn.
 *
 * @param strokeWidth in world units or output pixels, as {@code unit} says; 0 without a stroke
 */
public record Style(Ink fill, Ink stroke, double strokeWidth, Unit unit, Dash dash) {
  /** What a stroke width counts. */
  public enum Unit {
    WORLD,
    PIXEL
  }

  /** Line patterns; lengths are multiples of the stroke width. */
  public enum Dash {
    SOLID,
    DASHED,
    DOTTED;

    /** Lengths of line and space by turns, empty for a solid line. */
    public double[] pattern(double strokeWidth) {
      return switch (this) {
        case SOLID -> new double[0];
        case DASHED -> new double[] {4 * strokeWidth, 3 * strokeWidth};
        case DOTTED -> new double[] {strokeWidth, 2 * strokeWidth};
      };
    }
  }

  public static Style fill(Ink ink) {
    return new Style(ink, Ink.NONE, 0, Unit.PIXEL, Dash.SOLID);
  }

  public static Style fill(ColorRole role) {
    return fill(Ink.of(role));
  }

  /** A line as wide as this many output pixels, at any zoom. */
  public static Style line(ColorRole role, double widthPx) {
    return new Style(Ink.NONE, Ink.of(role), widthPx, Unit.PIXEL, Dash.SOLID);
  }

  /** A line whose width grows with the zoom. */
  public static Style band(Ink ink, double width) {
    return new Style(Ink.NONE, ink, width, Unit.WORLD, Dash.SOLID);
  }

  /** With an outline of so many output pixels. */
  public Style outlined(ColorRole role, double widthPx) {
    return new Style(fill, Ink.of(role), widthPx, Unit.PIXEL, dash);
  }

  public Style dashed(Dash next) {
    return new Style(fill, stroke, strokeWidth, unit, next);
  }

  /** Stroke width in output units at a zoom in output units per world unit. */
  public double strokePx(double zoom) {
    return unit == Unit.PIXEL ? strokeWidth : strokeWidth * zoom;
  }

  public boolean hasStroke() {
    return !stroke.isNone() && strokeWidth > 0;
  }
}
