package supernode.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import supernode.Golden;
import supernode.figure.Shape.Anchor;
import supernode.figure.Shape.Weight;

class SvgWriterTest {
  /** One of each shape. */
  static Figure everything() {
    Box inside = new Box(0, 0, 10, 10);
    Figure inner =
        Figure.of(
            inside,
            List.of(
                new Shape.Circle(
                    5, 5, 4, Style.fill(ColorRole.SWITCH), "switch[0]", Detail.ALWAYS)));
    Box place = new Box(60, 10, 30, 30);
    return Figure.of(
        new Box(0, 0, 100, 50),
        List.of(
            new Shape.Rect(
                new Box(1, 1, 98, 48),
                3,
                Style.fill(ColorRole.PANEL).outlined(ColorRole.HAIRLINE, 1),
                "",
                Detail.ALWAYS),
            new Shape.Line(
                5,
                45,
                95,
                45,
                Style.line(ColorRole.COPPER, 2).dashed(Style.Dash.DASHED),
                "link",
                Detail.ALWAYS),
            new Shape.Polyline(
                Points.of(5, 5, 20, 5, 20, 20),
                Style.band(Ink.of(ColorRole.COOLANT_SUPPLY, 0.5), 2),
                "pipe",
                Detail.ALWAYS),
            new Shape.Path(
                PathData.from(30, 10).line(40, 10).cubic(45, 10, 45, 20, 40, 20).close().done(),
                Style.fill(new Ink.Measured(Scale.TEMPERATURE, 0.7)),
                "gpu[1]",
                Detail.ALWAYS),
            new Shape.Label(
                "a < b & “热”",
                30,
                35,
                Anchor.MIDDLE,
                4,
                Weight.SEMIBOLD,
                100,
                Ink.of(ColorRole.FAINT),
                "gpu[1]",
                Detail.ALWAYS),
            new Shape.Group(
                Transform.fit(inside, place),
                place,
                true,
                Nested.of(inner),
                "tray[2]",
                Detail.ALWAYS)));
  }

  @Test
  void writesEachShape() throws Exception {
    Figure figure = everything();
    String svg =
        SvgWriter.write(figure, View.ofWidth(figure.bounds(), 400), Palette.LIGHT, "All <shapes>");
    Golden.assertGolden("figure/everything.svg", svg);
  }

  @Test
  void instancesCarryTheirWholePath() {
    Figure figure = everything();
    assertThat(SvgWriter.write(figure, View.ofWidth(figure.bounds(), 400), Palette.DARK, "t"))
        .contains("<g data-path=\"tray[2].switch[0]\">");
  }
}
