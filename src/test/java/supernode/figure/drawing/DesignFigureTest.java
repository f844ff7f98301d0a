package supernode.figure.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import supernode.analysis.Analysis;
import supernode.analysis.Analyst;
import supernode.analysis.Failures;
import supernode.analysis.LinkLine;
import supernode.analysis.LinkLoad;
import supernode.analysis.LinkLoads;
import supernode.analysis.Overlay;
import supernode.analysis.OverlayValues;
import supernode.analysis.PipeFlows;
import supernode.design.Assembly;
import supernode.design.Damage;
import supernode.design.Design;
import supernode.design.Fabric;
import supernode.design.InstancePath;
import supernode.design.SmallCatalog;
import supernode.design.SmallRack;
import supernode.design.edit.Edit;
import supernode.figure.Box;
import supernode.figure.ColorRole;
import supernode.figure.Figure;
import supernode.figure.Ink;
import supernode.figure.Palette;
import supernode.figure.Pen;
import supernode.figure.Shape;
import supernode.figure.Style;
import supernode.figure.SvgWriter;
import supernode.figure.Transform;
import supernode.figure.View;
import supernode.quantity.Dimension;

class DesignFigureTest {
  private final DesignFigure rack = DesignFigure.of(SmallRack.design(), SmallCatalog.CATALOG);

  /** What is drawn, with the paths of the groups around it. */
  private static final class Seen implements Pen {
    private final List<String> around = new ArrayList<>();
    private final Set<String> paths = new HashSet<>();
    private final List<Shape> shapes = new ArrayList<>();

    @Override
    public void enter(Shape.Group group, Transform pixels) {
      around.add(group.tag());
      paths.add(path(""));
    }

    @Override
    public void leave(Shape.Group group) {
      around.removeLast();
    }

    @Override
    public void draw(Shape shape, Transform pixels) {
      shapes.add(shape);
      paths.add(path(shape.tag()));
    }

    private String path(String tag) {
      String path = "";
      for (String g : around) {
        path = Figure.join(path, g);
      }
      return Figure.join(path, tag);
    }
  }

  private static Seen seen(DesignFigure figure, Box world, double widthPx) {
    Seen seen = new Seen();
    figure.figure().paint(View.ofWidth(world, widthPx), seen);
    return seen;
  }

  @Test
  void fromFarATrayIsAStripAndFromNearItsChipsAreSeen() {
    assertThat(seen(rack, rack.bounds(), 100).paths)
        .contains("tray[0]")
        .doesNotContain("tray[0].gpu[1]");
    assertThat(seen(rack, rack.bounds(), 900).paths).contains("tray[0].gpu[1]", "switch[0].sw[0]");
  }

  @Test
  void aPointHitsTheInnermostInstanceThatIsSeen() {
    Box gpu = rack.layout().box(InstancePath.parse("tray[2].gpu[0]")).orElseThrow();
    Optional<String> near = rack.figure().hit(gpu.centerX(), gpu.centerY(), 1, 1);
    assertThat(near).contains("tray[2].gpu[0]");
    assertThat(rack.figure().hit(gpu.centerX(), gpu.centerY(), 0.05, 1)).contains("tray[2]");
  }

  @Test
  void theFigureFindsAnInstanceWhereTheLayoutPutsIt() {
    for (String path : List.of("tray[3]", "tray[1].gpu[1]", "cdu[0]")) {
      Box drawn = rack.figure().find(path).orElseThrow();
      Box laid = rack.layout().box(InstancePath.parse(path)).orElseThrow();
      assertThat(drawn.inset(-1e-6).contains(laid)).as(path).isTrue();
      assertThat(laid.inset(-1e-6).contains(drawn)).as(path).isTrue();
    }
  }

  @Test
  void theWorstValueInsideColoursATrayFromFar() {
    OverlayValues values =
        new OverlayValues(
            Overlay.TEMPERATURE,
            Dimension.TEMPERATURE,
            Map.of("tray[1].gpu[0]", 80.0, "tray[1].gpu[1]", 40.0),
            20,
            100);
    DesignFigure hot = rack.showing(Optional.of(values), PipeFlows.NONE, Set.of(), Failures.NONE);
    double worst = hot.reading().orElseThrow().fraction(80);
    assertThat(fill(hot, "tray[1]"))
        .isEqualTo(new Ink.Measured(hot.reading().get().scale(), worst));
    assertThat(fill(hot, "tray[0]")).isInstanceOf(Ink.Role.class);
  }

  private static Ink fill(DesignFigure figure, String tag) {
    return seen(figure, figure.bounds(), 100).shapes.stream()
        .filter(s -> s.tag().equals(tag) && s instanceof Shape.Rect)
        .map(s -> ((Shape.Rect) s).style().fill())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatHasFailedIsOutlinedAndStruckThrough() {
    DesignFigure failed =
        rack.showing(
            Optional.empty(), PipeFlows.NONE, Set.of("switch[0].sw[1]", "tray[0]"), Failures.NONE);
    long strokes = errors(seen(failed, failed.bounds(), 900));
    assertThat(errors(seen(rack, rack.bounds(), 900))).isZero();
    // An outline and a line for each of the two, at least.
    assertThat(strokes).isGreaterThanOrEqualTo(4);
  }

  @Test
  void planesAndLinksThatAreDownAreMarked() {
    DesignFigure plane = hurt(new Damage.Plane(Fabric.SCALE_UP, 1));
    assertThat(errors(seen(plane, plane.bounds(), 900))).isGreaterThanOrEqualTo(1);
    DesignFigure links = hurt(new Damage.Links("tray[1]", "switch[0]", 0));
    assertThat(dashed(links)).isEqualTo(1);
    DesignFigure one = hurt(new Damage.Port("tray[1].gpu[0]", "mesh", 0));
    assertThat(dashed(one)).as("its line still carries").isZero();
    // A cross.
    assertThat(errors(seen(one, one.bounds(), 2000))).isGreaterThanOrEqualTo(2);
  }

  private static DesignFigure hurt(Damage damage) {
    Design design = new Edit.SetDamage("default", List.of(damage)).applyTo(SmallRack.design());
    Analysis analysis = new Analyst(SmallCatalog.CATALOG).full(design, "default", () -> false);
    return DesignFigure.of(
        design, SmallCatalog.CATALOG, Optional.of(analysis), Overlay.STRUCTURE, "default");
  }

  private static long dashed(DesignFigure figure) {
    return seen(figure, figure.bounds(), 900).shapes.stream()
        .flatMap(s -> style(s).stream())
        .filter(s -> s.stroke().equals(Ink.of(ColorRole.ERROR)) && s.dash() == Style.Dash.DASHED)
        .count();
  }

  private static long errors(Seen seen) {
    return seen.shapes.stream()
        .map(DesignFigureTest::style)
        .flatMap(Optional::stream)
        .filter(s -> s.stroke().equals(Ink.of(ColorRole.ERROR)))
        .count();
  }

  private static Optional<Style> style(Shape shape) {
    return switch (shape) {
      case Shape.Rect r -> Optional.of(r.style());
      case Shape.Line l -> Optional.of(l.style());
      default -> Optional.empty();
    };
  }

  @Test
  void aBundleSaysHowManyLinksItStandsFor() {
    // 8 chips to 2 switches, two links each.
    assertThat(
            seen(rack, rack.bounds(), 1500).shapes.stream()
                .filter(s -> s instanceof Shape.Label l && l.text().startsWith("32 ×")))
        .hasSize(1);
  }

  @Test
  void aMillionChipsCostWhatIsSeenOfThem() {
    Design many = Design.empty("d", "c", cluster(1_000_000, 1000));
    DesignFigure figure = DesignFigure.of(many, SmallCatalog.CATALOG);
    Box bounds = figure.bounds();
    assertThat(seen(figure, bounds, 1000).shapes).hasSizeLessThan(5000);
    Box corner = bounds.part(0.5, 0.5, 0.5005, 0.5005);
    Seen near = seen(figure, corner, 1000);
    assertThat(near.paths).contains("gpu[500500]");
    assertThat(near.shapes).hasSizeLessThan(5000);
  }

  private static Assembly cluster(int count, int columns) {
    var grid = new supernode.design.Arrangement.Grid(0, 0, 100, 60, columns, 20);
    return new Assembly(
        "Cluster",
        Assembly.Level.CLUSTER,
        0,
        "",
        Map.of("gpu", new supernode.design.Placement("gpu", count, grid, Map.of())),
        List.of(),
        Map.of());
  }

  @Test
  void theDrawingIsTheSameEveryTime() {
    View view = View.ofWidth(rack.bounds(), 800);
    String once = SvgWriter.write(rack.figure(), view, Palette.LIGHT, "rack");
    DesignFigure again = DesignFigure.of(SmallRack.design(), SmallCatalog.CATALOG);
    assertThat(SvgWriter.write(again.figure(), view, Palette.LIGHT, "rack")).isEqualTo(once);
  }

  @Test
  void tagsNameInstancesPortsAndWirings() {
    assertThat(Tag.parse("tray[0].gpu[1]:mesh").port()).isEqualTo("mesh");
    assertThat(Tag.parse("tray[0].#3").path()).isEqualTo("tray[0]");
    assertThat(Tag.parse("#3").wiring()).hasValue(3);
    assertThat(Tag.parse("tray[0]").wiring()).isEmpty();
    Tag line = Tag.parse("pod[1].#2:leaf[0]>spine[3]");
    assertThat(line.line()).isEqualTo(new LinkLine("pod[1]", 2, "leaf[0]", "spine[3]"));
    assertThat(Tag.parse("#2:leaf[0]>").line()).isEqualTo(new LinkLine("", 2, "leaf[0]", ""));
  }

  private static final OverlayValues BUSY =
      new OverlayValues(
          Overlay.UTILISATION,
          Dimension.RATIO,
          Map.of(),
          line ->
              Optional.of(
                  new LinkLoad(1, line.from().equals("tray[1]") ? 0.2 : 0.9, 0, 1, 0, 1, 0, 1)),
          0,
          1);

  @Test
  void linksBearTheColourOfWhatTheyCarry() {
    DesignFigure busy = rack.showing(Optional.of(BUSY), PipeFlows.NONE, Set.of(), Failures.NONE);
    assertThat(strokes(busy, "#0:tray[1]>")).containsOnly(ink(busy, 0.2), PassingPen.EDGE);
    assertThat(strokes(busy, "#0:tray[2]>")).containsOnly(ink(busy, 0.9), PassingPen.EDGE);
    DesignFigure idle =
        rack.showing(
            Optional.of(
                new OverlayValues(
                    Overlay.UTILISATION, Dimension.RATIO, Map.of(), LinkLoads.NONE, 0, 1)),
            PipeFlows.NONE,
            Set.of(),
            Failures.NONE);
    assertThat(strokes(idle, "#0:tray[1]>")).allMatch(i -> i instanceof Ink.Role);
  }

  private static Ink ink(DesignFigure figure, double share) {
    return figure.reading().orElseThrow().ink(share);
  }

  private static Set<Ink> strokes(DesignFigure figure, String tag) {
    Set<Ink> inks = new HashSet<>();
    for (Shape s : seen(figure, figure.bounds(), 2000).shapes) {
      if (s instanceof Shape.Line l && s.tag().equals(tag)) {
        inks.add(l.style().stroke());
      }
    }
    assertThat(inks).isNotEmpty();
    return inks;
  }
}
