package supernode.figure.awt;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;
import supernode.figure.Box;
import supernode.figure.ColorRole;
import supernode.figure.Detail;
import supernode.figure.Figure;
import supernode.figure.Ink;
import supernode.figure.Nested;
import supernode.figure.Palette;
import supernode.figure.Shape;
import supernode.figure.Style;
import supernode.figure.Transform;
import supernode.figure.View;

class AwtPainterTest {
  private static int at(BufferedImage image, int x, int y) {
    return image.getRGB(x, y) & 0xFFFFFF;
  }

  private static BufferedImage image(Shape... shapes) {
    Box frame = new Box(0, 0, 100, 100);
    return AwtPainter.image(
        Figure.of(frame, List.of(shapes)), View.ofWidth(frame, 200), Palette.LIGHT);
  }

  @Test
  void surfacesTakeTheColourOfTheirRole() {
    BufferedImage image =
        image(
            new Shape.Rect(
                new Box(10, 10, 50, 50), 0, Style.fill(ColorRole.SWITCH), "", Detail.ALWAYS));
    assertThat(at(image, 60, 60)).isEqualTo(Palette.LIGHT.rgb(ColorRole.SWITCH));
    assertThat(at(image, 150, 150)).isEqualTo(Palette.LIGHT.rgb(ColorRole.CANVAS));
  }

  @Test
  void clippedGroupsDoNotReachBeyondTheirBoxAndClipNothingAfterThem() {
    Style body = Style.fill(ColorRole.SWITCH);
    Shape wide = new Shape.Rect(new Box(-50, 0, 100, 10), 0, body, "", Detail.ALWAYS);
    Figure inner = Figure.of(new Box(0, 0, 10, 10), List.of(wide));
    Shape group =
        new Shape.Group(
            Transform.NONE, new Box(20, 0, 20, 20), true, Nested.of(inner), "", Detail.ALWAYS);
    Shape after = new Shape.Rect(new Box(80, 80, 10, 10), 0, body, "", Detail.ALWAYS);
    BufferedImage image = image(group, after);
    assertThat(at(image, 60, 10)).isEqualTo(Palette.LIGHT.rgb(ColorRole.SWITCH));
    assertThat(at(image, 10, 10)).isEqualTo(Palette.LIGHT.rgb(ColorRole.CANVAS));
    assertThat(at(image, 170, 170)).isEqualTo(Palette.LIGHT.rgb(ColorRole.SWITCH));
  }

  @Test
  void latinAndChineseLettersAreDrawn() {
    for (String text : List.of("GPU", "超节点")) {
      BufferedImage image =
          image(
              new Shape.Label(
                  text,
                  50,
                  60,
                  Shape.Anchor.MIDDLE,
                  20,
                  Shape.Weight.BOLD,
                  100,
                  Ink.of(ColorRole.TEXT),
                  "",
                  Detail.ALWAYS));
      int dark = 0;
      for (int x = 0; x < 200; x++) {
        for (int y = 80; y < 125; y++) {
          dark += at(image, x, y) == Palette.LIGHT.rgb(ColorRole.TEXT) ? 1 : 0;
        }
      }
      assertThat(dark).as(text).isGreaterThan(200);
    }
  }
}
