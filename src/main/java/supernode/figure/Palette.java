package supernode.figure;

import static supernode.figure.ColorRole.*;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The colours of the roles, as 0xRRGGBB. Colours are given for surfaces and signs; {@link #text}
 * mends them where they are to be read as text.
 */
public record Palette(String name, Map<ColorRole, Integer> colors) {
  /** What text stands on. */
  private static final List<ColorRole> GROUNDS = List.of(WINDOW, PANEL, CANVAS, ACCENT_GROUND);

  /** WCAG 2.2, 1.4.3: least contrast of text to its ground at level AA. */
  public static final double AA_TEXT = 4.5;

  public static final Palette LIGHT = light();
  public static final Palette DARK = dark();

  public Palette {
    colors = Map.copyOf(colors);
  }

  public int rgb(ColorRole role) {
    return colors.get(role);
  }

  /** An ink as 0xAARRGGBB; 0 for none. */
  public int argb(Ink ink) {
    return switch (ink) {
      case Ink.None _ -> 0;
      case Ink.Role(ColorRole role, double opacity) ->
          (int) Math.round(opacity * 255) << 24 | rgb(role);
      case Ink.Over(Ink ground) -> 0xFF000000 | over(argb(ground) & 0xFFFFFF);
      case Ink.Measured(Scale scale, double fraction) -> 0xFF000000 | scale.rgb(fraction);
    };
  }

  /** An ink as 0xAARRGGBB for text on a panel or on the canvas: readable at level AA. */
  public int textArgb(Ink ink) {
    return ink instanceof Ink.Role(ColorRole role, double opacity)
        ? (int) Math.round(opacity * 255) << 24 | text(role)
        : argb(ink);
  }

  /** The colour of a role for text: its own, moved towards the text colour until it reads. */
  public int text(ColorRole role) {
    int color = rgb(role);
    for (int step = 0; step < 100 && !readable(color); step++) {
      color = Contrast.mix(rgb(role), rgb(TEXT), step / 100.0);
    }
    return color;
  }

  private boolean readable(int color) {
    return GROUNDS.stream().allMatch(g -> Contrast.ratio(color, rgb(g)) >= AA_TEXT);
  }

  /** The darker or lighter text colour, whichever reads better on a ground. */
  public int over(ColorRole ground) {
    return over(rgb(ground));
  }

  private static int over(int on) {
    int dark = LIGHT_TEXT;
    int light = DARK_TEXT;
    return Contrast.ratio(dark, on) >= Contrast.ratio(light, on) ? dark : light;
  }

  private static final int LIGHT_TEXT = 0x17202B;
  private static final int DARK_TEXT = 0xFFFFFF;

  private static Palette light() {
    EnumMap<ColorRole, Integer> c = new EnumMap<>(ColorRole.class);
    c.put(WINDOW, 0xF4F6F9);
    c.put(PANEL, 0xFFFFFF);
    c.put(CANVAS, 0xFBFCFE);
    c.put(DOTS, 0xDCE2EA);
    c.put(HAIRLINE, 0xDCE1E8);
    c.put(TEXT, LIGHT_TEXT);
    c.put(SECONDARY, 0x556170);
    // The sketch had #8B96A5: 2.8 to 1 on the window, below AA.
    c.put(FAINT, 0x636E7F);
    c.put(ACCENT, 0x2563EB);
    // The sketch had #E8EFFE, on which the accent reached 4.48 only.
    c.put(ACCENT_GROUND, 0xEAF1FE);
    c.put(ACCELERATOR, 0x2B3646);
    c.put(CPU, 0x7A8798);
    // The sketch had #9B7BFF: 2.9 to 1 on the window, below the 3 of signs.
    c.put(HBM, 0x9775FF);
    c.put(SWITCH, 0x0F9D8A);
    c.put(NIC, 0x4F7396);
    c.put(POWER, 0xA8721A);
    c.put(COPPER, 0xC07A2B);
    // The sketch had #E8A317: 2.0 to 1 on the window.
    c.put(OPTICS, 0xB88212);
    c.put(COOLANT_SUPPLY, 0x1D8FC8);
    c.put(COOLANT_RETURN, 0xE0552F);
    c.put(OK, 0x12925A);
    c.put(WARNING, 0xC77700);
    c.put(ERROR, 0xCC2B22);
    return new Palette("light", c);
  }

  private static Palette dark() {
    EnumMap<ColorRole, Integer> c = new EnumMap<>(ColorRole.class);
    c.put(WINDOW, 0x0F1319);
    c.put(PANEL, 0x171C24);
    c.put(CANVAS, 0x11161D);
    c.put(DOTS, 0x232B36);
    c.put(HAIRLINE, 0x2A323E);
    c.put(TEXT, 0xE7ECF3);
    c.put(SECONDARY, 0x9CA9BA);
    // The sketch had #6E7B8D: 4.0 to 1 on a panel, below AA.
    c.put(FAINT, 0x8893A2);
    c.put(ACCENT, 0x6CA2FF);
    c.put(ACCENT_GROUND, 0x1D2B47);
    c.put(ACCELERATOR, 0x0B0F14);
    c.put(CPU, 0x65748A);
    c.put(HBM, 0x9B7BFF);
    c.put(SWITCH, 0x0F9D8A);
    c.put(NIC, 0x7FA3C7);
    c.put(POWER, 0xD2A24C);
    c.put(COPPER, 0xD89A4A);
    c.put(OPTICS, 0xF5C04A);
    c.put(COOLANT_SUPPLY, 0x45B4E8);
    c.put(COOLANT_RETURN, 0xFF7A52);
    c.put(OK, 0x3CCB8A);
    c.put(WARNING, 0xF5B041);
    c.put(ERROR, 0xFF6B61);
    return new Palette("dark", c);
  }
}
