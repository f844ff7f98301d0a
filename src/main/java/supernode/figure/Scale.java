package supernode.figure;

/**
 * Colour scales of measured values: perceptually even, safe for colour-blind eyes, rising in
 * lightness so that they print in grey.
 *
 * <p>Utilisation and power are viridis and plasma of S. van der Walt and N. Smith (CC0,
 * https://bids.github.io/colormap), through ten of their colours (https://sjmgarnier.github.io/
 * viridisLite, {@code viridis(10)} and so on). Temperature goes from blue by magenta to amber in
 * even steps of CIE lightness, 44 to 77: hoses are thin, and both ends must stand out from a light
 * and from a dark ground. All are joined by Catmull-Rom curves into 256 stops.
 */
public enum Scale {
  UTILISATION(
      0x440154, 0x482878, 0x3E4A89, 0x31688E, 0x26828E, 0x1F9E89, 0x35B779, 0x6DCD59, 0xB4DE2C,
      0xFDE725),
  TEMPERATURE(
      0x076EA5, 0x4B6DC8, 0x9565C2, 0xC55DB1, 0xE75B96, 0xFA637C, 0xFF7766, 0xFF8B55, 0xFE9E3A,
      0xF1B426),
  POWER(
      0x0D0887, 0x47039F, 0x7301A8, 0x9C179E, 0xBD3786, 0xD8576B, 0xED7953, 0xFA9E3B, 0xFDC926,
      0xF0F921);

  private static final int STOPS = 256;
  private final int[] stops = new int[STOPS];

  Scale(int... knots) {
    for (int i = 0; i < STOPS; i++) {
      stops[i] = between(knots, (double) i / (STOPS - 1) * (knots.length - 1));
    }
  }

  private static int between(int[] knots, double at) {
    int k = Math.min((int) at, knots.length - 2);
    int color = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      double before = channel(knots, k - 1, shift);
      double from = channel(knots, k, shift);
      double to = channel(knots, k + 1, shift);
      double after = channel(knots, k + 2, shift);
      color |=
          (int) Math.round(Math.clamp(curve(before, from, to, after, at - k), 0, 255)) << shift;
    }
    return color;
  }

  private static double channel(int[] knots, int k, int shift) {
    return knots[Math.clamp(k, 0, knots.length - 1)] >> shift & 0xFF;
  }

  private static double curve(double before, double from, double to, double after, double t) {
    double linear = to - before;
    double square = 2 * before - 5 * from + 4 * to - after;
    double cube = 3 * (from - to) + after - before;
    return from + 0.5 * t * (linear + t * (square + t * cube));
  }

  /** The colour at a share of the scale, as 0xRRGGBB; beyond its ends their colours. */
  public int rgb(double fraction) {
    return stops[(int) Math.round(Math.clamp(fraction, 0, 1) * (STOPS - 1))];
  }
}
