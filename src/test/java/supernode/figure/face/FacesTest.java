package supernode.figure.face;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import supernode.Golden;
import supernode.catalog.PartKind;
import supernode.figure.Box;
import supernode.figure.ColorRole;
import supernode.figure.Detail;
import supernode.figure.Figure;
import supernode.figure.Ink;
import supernode.figure.Palette;
import supernode.figure.Scale;
import supernode.figure.Shape;
import supernode.figure.Style;
import supernode.figure.SvgWriter;
import supernode.figure.View;

class FacesTest {
  private static final Box BOX = new Box(10, 20, 120, 60);

  private static List<Shape> seen(List<Shape> shapes, double widthPx) {
    List<Shape> seen = new ArrayList<>();
    Figure.of(BOX, shapes).paint(View.ofWidth(BOX, widthPx), (s, _) -> seen.add(s));
    return seen;
  }

  private static boolean hasInk(Shape shape, Ink ink) {
    return switch (shape) {
      case Shape.Rect r -> uses(r.style(), ink);
      case Shape.Circle c -> uses(c.style(), ink);
      case Shape.Path p -> uses(p.style(), ink);
      case Shape.Line l -> uses(l.style(), ink);
      default -> false;
    };
  }

  private static boolean uses(Style style, Ink ink) {
    return style.fill().equals(ink) || style.stroke().equals(ink);
  }

  @Test
  void valvesAreToldApartByWhatTheyDo() {
    List<String> signs =
        Stream.of(0, 1, 2, 3, 4)
            .map(a -> Faces.of(PartKind.VALVE, BOX, FaceState.PLAIN.withPorts(a)))
            .map(face -> seen(face, 400).toString())
            .toList();
    assertThat(signs).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource(PartKind.class)
  void everyKindHasAFaceInsideItsBoxUnderItsPath(PartKind kind) {
    List<Shape> face = Faces.of(kind, BOX, FaceState.PLAIN.withTag("p[0]").withName("A name"));
    assertThat(seen(face, 400)).isNotEmpty();
    for (Shape shape : face) {
      assertThat(BOX.inset(-1e-9).contains(shape.bounds())).as("%s", shape).isTrue();
    }
    assertThat(face.stream().filter(s -> !(s instanceof Shape.Label)).map(Shape::tag))
        .containsOnly("p[0]");
  }

  @ParameterizedTest
  @EnumSource(value = PartKind.class, mode = EnumSource.Mode.EXCLUDE, names = "ENCLOSURE")
  void fromFarAPartIsOneRectangleInItsOverlayColour(PartKind kind) {
    Ink hot = new Ink.Measured(Scale.TEMPERATURE, 0.9);
    List<Shape> far = seen(Faces.of(kind, BOX, FaceState.PLAIN.withOverlay(hot)), 10);
    assertThat(far).hasSize(1).allMatch(s -> s instanceof Shape.Rect && hasInk(s, hot));
  }

  @Test
  void anAcceleratorHasAsManyStacksAsItHas() {
    for (int stacks : List.of(0, 5, 6, 8, 12)) {
      List<Shape> face = Faces.of(PartKind.ACCELERATOR, BOX, FaceState.PLAIN.withStacks(stacks));
      long drawn =
          face.stream()
              .filter(s -> s instanceof Shape.Rect && hasInk(s, Ink.of(ColorRole.HBM)))
              .count();
      assertThat(drawn).isEqualTo(stacks);
    }
  }

  @Test
  void stacksTooSmallToBeToldApartAreOneStripAtEachFlank() {
    List<Shape> face = Faces.of(PartKind.ACCELERATOR, BOX, FaceState.PLAIN.withStacks(8));
    assertThat(seen(face, 24)).hasSize(4);
    assertThat(seen(face, 36)).hasSize(2 + 8);
  }

  @ParameterizedTest
  @EnumSource(value = PartKind.class, mode = EnumSource.Mode.EXCLUDE, names = "ENCLOSURE")
  void aFailedPartIsStruckThroughAtAnySize(PartKind kind) {
    List<Shape> failed = Faces.of(kind, BOX, FaceState.PLAIN.withFailed(true));
    for (double widthPx : new double[] {4, 40, 400}) {
      assertThat(seen(failed, widthPx)).anyMatch(Shape.Line.class::isInstance);
    }
  }

  /** A sheet with every face, plain and failed, for the eye and against accidents. */
  static Figure sheet() {
    List<Shape> shapes = new ArrayList<>();
    int i = 0;
    for (PartKind kind : PartKind.values()) {
      Box cell = new Box(20 + 160 * (i % 7), 20 + 120 * (i / 7), 140, 80);
      int ports = kind == PartKind.ENCLOSURE ? 4 : kind == PartKind.SWITCH ? 36 : 6;
      FaceState state = FaceState.PLAIN.withTag(kind.key()).withPorts(ports);
      shapes.addAll(Faces.of(kind, cell, state));
      shapes.add(
          new Shape.Label(
              kind.key(),
              cell.centerX(),
              cell.bottom() + 16,
              Shape.Anchor.MIDDLE,
              11,
              Shape.Weight.MEDIUM,
              150,
              Ink.of(ColorRole.SECONDARY),
              "",
              Detail.ALWAYS));
      i++;
    }
    Box failed = new Box(20, 380, 140, 80);
    shapes.addAll(Faces.of(PartKind.SWITCH, failed, FaceState.PLAIN.withFailed(true)));
    for (int t = 0; t < 5; t++) {
      Box chip = new Box(180 + 160 * t, 380, 140, 80);
      Ink ink = new Ink.Measured(Scale.TEMPERATURE, 0.3 + 0.15 * t);
      FaceState state = FaceState.PLAIN.withOverlay(ink).withStacks(4 + 2 * t);
      shapes.addAll(Faces.of(PartKind.ACCELERATOR, chip, state));
    }
    return Figure.of(new Box(0, 0, 1140, 480), shapes);
  }

  @Test
  void allFacesAsKept() throws Exception {
    Figure sheet = sheet();
    Golden.assertGolden(
        "figure/faces.svg",
        SvgWriter.write(sheet, View.ofWidth(sheet.bounds(), 1140), Palette.LIGHT, "faces"));
  }
}
