package supernode.figure.drawing;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import supernode.catalog.Catalog;
import supernode.catalog.Part;
import supernode.catalog.PartKind;
import supernode.design.Arrangement;
import supernode.design.Assembly;
import supernode.design.Placement;
import supernode.figure.Box;
import supernode.figure.ColorRole;
import supernode.figure.Detail;
import supernode.figure.Ink;
import supernode.figure.PathData;
import supernode.figure.Shape;
import supernode.figure.Style;

/**
 * An immersion tank as seen from the front: a tub open at its top, in which everything stands under
 * the level of its fluid but what moves the fluid outside.
 *
 * @param tub outline with its walls, from the rim to the floor
 * @param level of the fluid
 */
public record Bath(Box tub, double level) {
  private static final Set<PartKind> OUTSIDE =
      EnumSet.of(
          PartKind.CDU,
          PartKind.PUMP,
          PartKind.HEAT_EXCHANGER,
          PartKind.DRY_COOLER,
          PartKind.COOLING_TOWER,
          PartKind.CHILLER);

  /** Shares of the tub's shorter side. */
  private static final double WALL = 0.035;

  private static final double OVER = 0.03;
  private static final double HEAD = 0.11;

  /**
   * What an assembly stands in; empty where it is no tank: no rack without slots that holds one.
   *
   * @param cells where a placement lies
   */
  static Optional<Bath> of(Assembly assembly, Catalog library, Function<Placement, Box> cells) {
    boolean slots =
        assembly.placements().values().stream()
            .anyMatch(p -> p.arrangement() instanceof Arrangement.Slots);
    if (slots || assembly.level() != Assembly.Level.RACK) {
      return Optional.empty();
    }
    boolean bath = false;
    List<Box> immersed = new ArrayList<>();
    for (Placement p : assembly.placements().values()) {
      Optional<PartKind> kind = library.part(p.of()).map(Part::kind);
      bath |= kind.filter(PartKind.IMMERSION_TANK::equals).isPresent();
      if (kind.filter(OUTSIDE::contains).isEmpty()) {
        immersed.add(cells.apply(p));
      }
    }
    return bath ? Optional.of(around(Box.around(immersed))) : Optional.empty();
  }

  private static Bath around(Box immersed) {
    double size = immersed.least();
    double level = immersed.y() - OVER * size;
    double wall = 2 * WALL * size;
    Box tub =
        Box.between(
            immersed.x() - wall,
            immersed.y() - HEAD * size,
            immersed.right() + wall,
            immersed.bottom() + wall);
    return new Bath(tub, level);
  }

  /** Tub, rim and fluid. */
  List<Shape> shapes() {
    double wall = WALL * tub.least();
    double round = 1.6 * wall;
    List<Shape> shapes = new ArrayList<>();
    Style metal = Style.fill(ColorRole.WINDOW).outlined(ColorRole.SECONDARY, 1.2);
    shapes.add(new Shape.Path(tub(tub, tub.y(), round), metal, "", Detail.ALWAYS));
    Box inner = tub.inset(wall);
    Style fluid = Style.fill(Ink.of(ColorRole.COOLANT_SUPPLY, 0.16));
    shapes.add(new Shape.Path(tub(inner, level, 0.6 * round), fluid, "", Detail.ALWAYS));
    Style surface = Style.line(ColorRole.COOLANT_SUPPLY, 1.6);
    shapes.add(new Shape.Line(inner.x(), level, inner.right(), level, surface, "", Detail.ALWAYS));
    for (double x : new double[] {tub.x(), tub.right() - wall}) {
      Box rim = new Box(x - 0.5 * wall, tub.y() - 0.5 * wall, 2 * wall, 0.8 * wall);
      Style edge = Style.fill(ColorRole.PANEL).outlined(ColorRole.SECONDARY, 1.2);
      shapes.add(new Shape.Rect(rim, 0.2 * wall, edge, "", Detail.ALWAYS));
    }
    return shapes;
  }

  /** Open above: straight at its top, round at its foot. */
  private static PathData tub(Box b, double top, double round) {
    double k = 0.45 * round;
    return PathData.from(b.x(), top)
        .line(b.x(), b.bottom() - round)
        .cubic(b.x(), b.bottom() - k, b.x() + k, b.bottom(), b.x() + round, b.bottom())
        .line(b.right() - round, b.bottom())
        .cubic(b.right() - k, b.bottom(), b.right(), b.bottom() - k, b.right(), b.bottom() - round)
        .line(b.right(), top)
        .close()
        .done();
  }
}
