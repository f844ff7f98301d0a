package supernode.figure;

/** Contrast of colours given as 0xRRGGBB, by WCAG 2.2 (relative luminance of sRGB). */
public final class Contrast {
  private Contrast() {}

  /** 1 (equal) to 21 (black on white). */
  public static double ratio(int a, int b) {
    double la = luminance(a);
    double lb = luminance(b);
    return (Math.max(la, lb) + 0.05) / (Math.min(la, lb) + 0.05);
  }

  /** 0 (black) to 1 (white). */
  public static double luminance(int rgb) {
    return 0.2126 * linear(rgb >> 16 & 0xFF)
        + 0.7152 * linear(rgb >> 8 & 0xFF)
        + 0.0722 * linear(rgb & 0xFF);
  }

  private static double linear(int channel) {
    double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }

  /** From {@code a} (share 0) to {@code b} (share 1). */
  static int mix(int a, int b, double share) {
    int mixed = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      int ca = a >> shift & 0xFF;
      int cb = b >> shift & 0xFF;
      mixed |= (int) Math.round(ca + share * (cb - ca)) << shift;
    }
    return mixed;
  }
}
