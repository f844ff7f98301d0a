package supernode.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import supernode.figure.Shape.Group;
import supernode.figure.Shape.Rect;

class FigureTest {
  private static final Style BODY = Style.fill(ColorRole.SWITCH);

  private static Rect rect(double x, double y, double side, String tag) {
    return new Rect(new Box(x, y, side, side), 0, BODY, tag, Detail.ALWAYS);
  }

  private static List<Shape> drawn(Figure figure, View view) {
    List<Shape> seen = new ArrayList<>();
    figure.paint(view, (shape, _) -> seen.add(shape));
    return seen;
  }

  /** Ten trays of 10 x 10 in a column, each with a chip of 2 x 2 in its middle. */
  private static Figure rack() {
    Figure tray = Figure.of(new Box(0, 0, 100, 100), List.of(rect(40, 40, 20, "gpu[0]")));
    List<Shape> trays = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      Box place = new Box(0, 10 * i, 10, 10);
      trays.add(
          new Group(
              Transform.fit(tray.bounds(), place),
              place,
              false,
              Nested.of(tray),
              "tray[" + i + "]",
              Detail.ALWAYS));
    }
    return Figure.of(trays);
  }

  @Test
  void anInstanceIsHitUnderItsWholePath() {
    assertThat(rack().hit(5, 35, 1, 0)).contains("tray[3].gpu[0]");
    assertThat(rack().hit(1, 31, 1, 0)).contains("tray[3]");
    assertThat(rack().hit(50, 35, 1, 0)).isEmpty();
  }

  @Test
  void theTopmostIsHit() {
    Figure f = Figure.of(List.of(rect(0, 0, 10, "below"), rect(5, 5, 10, "above")));
    assertThat(f.hit(7, 7, 1, 0)).contains("above");
    assertThat(f.hit(2, 2, 1, 0)).contains("below");
  }

  @Test
  void aThinLineIsHitWithinTheTolerance() {
    Shape line =
        new Shape.Line(0, 0, 100, 100, Style.line(ColorRole.COPPER, 1), "w", Detail.ALWAYS);
    Figure f = Figure.of(List.of(line));
    assertThat(f.hit(52, 50, 1, 2)).contains("w");
    assertThat(f.hit(60, 40, 1, 2)).isEmpty();
  }

  @Test
  void anInstanceIsFoundWhereItIsDrawn() {
    assertThat(rack().find("tray[3].gpu[0]")).contains(new Box(4, 34, 2, 2));
    assertThat(rack().find("tray[3]")).contains(new Box(0, 30, 10, 10));
    assertThat(rack().find("tray[10]")).isEmpty();
    assertThat(rack().find("tray[1].gpu[1]")).isEmpty();
  }

  @Test
  void nothingTooSmallIsDrawnNorLookedInto() {
    Nested never =
        Nested.later(() -> {
          throw new AssertionError("looked into");
        });
    Box box = new Box(0, 0, 10, 10);
    Shape inside = new Group(Transform.NONE, box, false, never, "t", Detail.atLeast(10, 20));
    Shape far = new Rect(box, 0, BODY, "t", Detail.below(10, 20));
    assertThat(drawn(Figure.of(List.of(inside, far)), View.ofWidth(box, 19))).containsExactly(far);
  }

  @Property
  void aViewDrawsWhatItMeetsAndInOrder(
      @ForAll @IntRange(max = 400) int count,
      @ForAll @DoubleRange(min = -50, max = 150) double x,
      @ForAll @DoubleRange(min = -50, max = 150) double y,
      @ForAll @DoubleRange(max = 120) double side) {
    List<Shape> shapes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      shapes.add(rect(37 * i % 100, 53 * i % 91, 1 + i % 7, "r" + i));
    }
    Box window = new Box(x, y, side, side);
    List<Shape> expected = shapes.stream().filter(s -> s.bounds().meets(window)).toList();
    assertThat(drawn(Figure.of(shapes), new View(window, 1, 1))).isEqualTo(expected);
  }
}
