package supernode.ui.chart;

import javafx.scene.paint.Color;
import javafx.scene.shape.Shape;
import supernode.figure.ColorRole;
import supernode.figure.Ink;
import supernode.figure.Style;
import supernode.ui.ColorToken;

/** Inline styles of the shapes of a plot; roles are looked up, so that they follow the theme. */
final class InkStyle {
  private InkStyle() {}

  /** Measured values have one colour whatever the theme: no style need be read for them. */
  static void fill(Shape shape, Ink ink) {
    if (ink instanceof Ink.Measured(var scale, double fraction)) {
      int rgb = scale.rgb(fraction);
      shape.setStyle("");
      shape.setFill(Color.rgb(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF));
    } else {
      shape.setStyle(fill(ink));
    }
  }

  static String fill(Ink ink) {
    return "-fx-fill: " + color(ink) + ";";
  }

  static String fill(ColorRole role) {
    return fill(Ink.of(role));
  }

  static String stroke(ColorRole role, double width, Style.Dash dash) {
    double[] pattern = dash.pattern(width);
    String dashes =
        pattern.length == 0
            ? ""
            : "-fx-stroke-dash-array: %s %s;".formatted(pattern[0], pattern[1]);
    return "-fx-stroke: %s; -fx-stroke-width: %s; %s".formatted(ColorToken.of(role), width, dashes);
  }

  static String color(Ink ink) {
    return switch (ink) {
      case Ink.Role(ColorRole role, double _) -> ColorToken.of(role);
      case Ink.Over _ -> "-studio-text";
      case Ink.Measured(var scale, double fraction) -> "#%06X".formatted(scale.rgb(fraction));
      case Ink.None _ -> "transparent";
    };
  }
}
