package supernode.ui.canvas;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import supernode.figure.ColorRole;
import supernode.figure.Palette;
import supernode.figure.Shape;

/** Colours and fonts of the toolkit, made once each. */
public final class FxColors {
  private static final double FONT_STEP_PX = 0.5;

  private final Palette palette;
  private final Map<Integer, Color> colors = new HashMap<>();
  private final Map<FontKey, Font> fonts = new HashMap<>();

  private record FontKey(Shape.Weight weight, long steps) {}

  public FxColors(Palette palette) {
    this.palette = palette;
  }

  public Palette palette() {
    return palette;
  }

  /**
   * @param argb 0xAARRGGBB
   */
  public Color of(int argb) {
    return colors.computeIfAbsent(
        argb, c -> Color.rgb(c >> 16 & 0xFF, c >> 8 & 0xFF, c & 0xFF, (c >>> 24) / 255.0));
  }

  public Color of(ColorRole role) {
    return of(0xFF000000 | palette.rgb(role));
  }

  public Color of(ColorRole role, double opacity) {
    return of((int) Math.round(opacity * 255) << 24 | palette.rgb(role));
  }

  /** As text on the palette's grounds. */
  Color text(ColorRole role) {
    return of(0xFF000000 | palette.text(role));
  }

  Font font(double sizePx, Shape.Weight weight) {
    FontKey key = new FontKey(weight, Math.round(sizePx / FONT_STEP_PX));
    return fonts.computeIfAbsent(
        key,
        k -> Font.font("Inter", FontWeight.findByWeight(weight.css()), k.steps() * FONT_STEP_PX));
  }
}
