package supernode.figure.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import supernode.catalog.LinkType;
import supernode.design.Arrangement;
import supernode.design.Assembly;
import supernode.design.Fabric;
import supernode.design.Pattern;
import supernode.design.Placement;
import supernode.design.Places;
import supernode.design.Wiring;
import supernode.figure.Box;
import supernode.figure.ColorRole;
import supernode.figure.Detail;
import supernode.figure.Ink;
import supernode.figure.Points;
import supernode.figure.Shape;
import supernode.figure.Style;
import supernode.figure.TextWidth;
import supernode.figure.Transform;
import supernode.quantity.QuantityFormat;

/** The links and pipes of one assembly: a line per bundle from far, some of its lanes from near. */
final class WiringShapes {
  /** Lanes that stand for all of a bundle's from near. */
  private static final int MAX_LANES = 8;

  /** Widest bundle, in drawing units. */
  private static final double MAX_WIDTH = 12;

  /** Lines of one bundle beyond which they are drawn as hairlines. */
  private static final int MANY = 200;

  private static final double MANY_PX = 0.35;
  private static final double FAR_PX = 2;
  private static final double LABEL_PX = 7;

  /** Width of a trunk of cables in a rack, in drawing units. */
  private static final double SPINE_WIDTH = 40;

  private static final int SPINE_LANES = 5;

  /** Hoses and cables to the single rows of a rack show from this height of a row on. */
  private static final double ROW_PX = 26;

  /** What joins instances shows from this extent of theirs on. */
  private static final double LINKED_PX = 16;

  /** Links between members on a circle are drawn pair by pair from this extent of theirs on. */
  private static final double CHORDS_PX = 240;

  private static final double CHORD_PX = 1;
  private static final double FAINT = 0.35;

  /** What joins the parts of a tray shows from this height of it on: not while it is a strip. */
  private static final double TRAY_PX = 48;

  private final Layout layout;
  private final Sheet sheet;
  private final String id;
  private final Assembly assembly;
  private final Places places;
  private final Bundles wired;
  private final List<Shape> shapes = new ArrayList<>();

  WiringShapes(Layout layout, Sheet sheet) {
    this.layout = layout;
    this.sheet = sheet;
    this.id = sheet.assembly();
    this.assembly = layout.design().assemblies().get(id);
    this.places = new Places(layout.design(), layout.library());
    this.wired = new Bundles(layout.design(), layout.library(), id);
  }

  List<Shape> all() {
    List<Bundle> bundles =
        wired.all().stream().filter(b -> b.what().fabric() != Fabric.HEAT).toList();
    if (bundles.isEmpty()) {
      return shapes;
    }
    Strands strands = new Strands(wired);
    Routes routes = new Routes(cells(), sheet.frame(), layout.rack(id).isPresent());
    List<Bundle> trunks = new ArrayList<>();
    for (Bundle b : bundles) {
      Optional<Strands.Ringed> ringed = strands.ringed(b, boxes(b.a()));
      if (ringed.isPresent()) {
        ring(b, ringed.get());
        continue;
      }
      List<Strands.Strand> lines = strands.direct(routes, b, boxes(b.a()), boxes(b.b()), share(b));
      if (lines.isEmpty()) {
        trunks.add(b);
      } else {
        lanes(b, lines, List.of(), bandwidth(b));
      }
    }
    routes.expect(trunks.size());
    for (Bundle b : trunks) {
      boolean above = b.what().fabric() == Fabric.LOOP;
      Routes.Route route = routes.trunk(boxes(b.a()), boxes(b.b()), share(b), above);
      lanes(b, Strands.branches(b, route), route.trunk(), bandwidth(b));
      label(b, route);
    }
    return shapes;
  }

  private List<Box> cells() {
    List<Box> cells = new ArrayList<>();
    for (Placement p : assembly.placements().values()) {
      for (int i = 0; i < Math.min(p.count(), Bundles.MAX_MEMBERS); i++) {
        cells.add(layout.cell(sheet, p, i));
      }
    }
    return cells;
  }

  private List<Box> boxes(List<Bundle.Member> members) {
    return members.stream()
        .map(m -> box(assembly.placements().get(m.placement()), m.index()))
        .toList();
  }

  // An assembly keeps its shape in its cell: links end at its frame, not at the cell's.
  private Box box(Placement p, int index) {
    Box cell = layout.cell(sheet, p, index);
    if (!(p.arrangement() instanceof Arrangement.Free)
        || !layout.design().assemblies().containsKey(p.of())) {
      return cell;
    }
    Box own = layout.drawing(p.of());
    return Transform.fit(own, cell).of(own);
  }

  // Each wiring leaves the sides of instances at a place of its own.
  private double share(Bundle b) {
    return (b.wiring() + 1.0) / (assembly.wirings().size() + 1);
  }

  private double bandwidth(Bundle b) {
    return Math.min(0.12 * leastOfBoth(b), MAX_WIDTH);
  }

  private double leastOfBoth(Bundle b) {
    double least = least(b);
    return b.b().isEmpty() ? least : Math.min(least, boxes(b.b().subList(0, 1)).getFirst().least());
  }

  private void lanes(Bundle b, List<Strands.Strand> branches, List<Points> trunk, double width) {
    ColorRole role = role(b.what());
    String tag = Tag.line(b.wiring());
    boolean quiet = b.what().fabric() == Fabric.LOOP || b.what().fabric() == Fabric.POWER;
    boolean rack = layout.rack(id).isPresent();
    Detail shown =
        rack
            ? Detail.atLeast(RackGrid.UNIT, quiet && branches.size() > 1 ? ROW_PX : 4)
            : Detail.atLeast(extent(b), LINKED_PX)
                .and(Detail.atLeast(sheet.frame().least(), TRAY_PX));
    Detail near = shown.and(Detail.atLeast(width, 6));
    Detail far = shown.and(Detail.below(width, 6));
    if (quiet) {
      boolean pipe = b.what().fabric() == Fabric.LOOP;
      double thick = pipe ? 0.5 * width : 0.1 * width;
      branches.forEach(s -> add(s, Style.band(Ink.of(role), thick), near));
      trunk.forEach(p -> shapes.add(line(p, Style.band(Ink.of(role), 1.6 * thick), tag, near)));
      double thin = branches.size() > 1 ? 1 : 2.5;
      branches.forEach(s -> add(s, Style.line(role, pipe ? thin : 0.5), far));
      trunk.forEach(p -> shapes.add(line(p, Style.line(role, pipe ? 2.5 : 1), tag, far)));
      return;
    }
    // So many lines at full width would cover what they join.
    Style thin = Style.line(role, branches.size() > MANY ? MANY_PX : 1);
    branches.forEach(s -> add(s, thin, far));
    if (rack && !trunk.isEmpty()) {
      trunk.forEach(p -> spread(p, SPINE_LANES, SPINE_WIDTH, Style.line(role, 1.5), tag, shown));
      branches.forEach(s -> add(s, thin, near));
      return;
    }
    trunk.forEach(p -> shapes.add(line(p, Style.line(role, FAR_PX + 1), tag, far)));
    int each = Math.clamp(b.links() / Math.max(1, branches.size()), 1, MAX_LANES);
    int all = Math.clamp(b.links(), 1, MAX_LANES);
    boolean gridded = b.what().pattern() instanceof Pattern.Direct;
    branches.forEach(s -> {
      // What runs in a lane of its own is one line.
      int wide = gridded && s.points().size() > 2 ? 1 : each;
      spread(s.points(), wide, 0.8 * width, thin, s.tag(), near);
    });
    trunk.forEach(p -> spread(p, all, width, thin, tag, near));
  }

  /** Pairs on a circle: one trunk and its count from far, every pair from near. */
  private void ring(Bundle b, Strands.Ringed lines) {
    ColorRole role = role(b.what());
    Detail shown = Detail.atLeast(extent(b), LINKED_PX);
    Detail far = shown.and(Detail.below(extent(b), CHORDS_PX));
    Style thick = Style.line(role, FAR_PX + 1);
    lines.branches().forEach(s -> add(s, Style.line(role, FAR_PX), far));
    // Who joins whom, faint: what they carry is told by the trunk.
    Style faint =
        new Style(Ink.NONE, Ink.of(role, FAINT), MANY_PX, Style.Unit.PIXEL, Style.Dash.SOLID);
    lines.across().forEach(p -> shapes.add(line(p, faint, "", far)));
    shapes.add(line(lines.ring().trunk(), thick, Tag.line(b.wiring()), far));
    Style thin = Style.line(role, CHORD_PX);
    lines.chords().forEach(s -> add(s, thin, shown.and(Detail.atLeast(extent(b), CHORDS_PX))));
    double room = 1.6 * lines.ring().trunkRadius();
    String text = QuantityFormat.number((double) lines.links()) + " × " + linkName(b);
    double size = TextWidth.sizeToFit(text, 0.09 * room, Shape.Weight.MEDIUM, room);
    double x = lines.ring().middleX();
    label(b, text, x, lines.ring().middleY(), Shape.Anchor.MIDDLE, size, far);
  }

  private void add(Strands.Strand s, Style style, Detail detail) {
    shapes.add(line(s.points(), style, s.tag(), detail));
  }

  // A row of racks is flat and wide: its shorter side alone says little of how large it looks.
  private double extent(Bundle b) {
    Box first = boxes(b.a().subList(0, 1)).getFirst();
    return Math.sqrt(first.width() * first.height());
  }

  private double least(Bundle b) {
    return boxes(b.a().subList(0, 1)).getFirst().least();
  }

  private void spread(Points p, int lanes, double width, Style style, String tag, Detail detail) {
    boolean level = Math.abs(p.x(0) - p.x(p.size() - 1)) > Math.abs(p.y(0) - p.y(p.size() - 1));
    for (int i = 0; i < lanes; i++) {
      double off = lanes == 1 ? 0 : width * ((double) i / (lanes - 1) - 0.5);
      double[] moved = new double[2 * p.size()];
      for (int k = 0; k < p.size(); k++) {
        moved[2 * k] = p.x(k) + (level ? 0 : off);
        moved[2 * k + 1] = p.y(k) + (level ? off : 0);
      }
      shapes.add(line(Points.of(moved), style, tag, detail));
    }
  }

  private static Shape line(Points p, Style style, String tag, Detail detail) {
    return p.size() == 2
        ? new Shape.Line(p.x(0), p.y(0), p.x(1), p.y(1), style, tag, detail)
        : new Shape.Polyline(p, style, tag, detail);
  }

  /** How many links the trunk stands for, from near also which. */
  private void label(Bundle b, Routes.Route route) {
    if (b.what().fabric() == Fabric.POWER || b.what().fabric() == Fabric.LOOP) {
      return;
    }
    Points trunk = route.trunk().getFirst();
    double least = leastOfBoth(b);
    String name = name(b);
    String count = QuantityFormat.number((double) b.links()) + " ×";
    if (route.upright()) {
      double size = 0.54 * least;
      double y = trunk.y(1) + 1.2 * size;
      label(b, count, trunk.x(1), y, Shape.Anchor.MIDDLE, size);
      label(b, name, trunk.x(1), y + 0.8 * size, Shape.Anchor.MIDDLE, 0.45 * size);
    } else {
      // The room up to the next trunk and no more.
      double size = Math.min(0.12 * least, 0.8 * route.room());
      label(b, count + " " + name, trunk.x(0), trunk.y(0) + 1.1 * size, Shape.Anchor.START, size);
    }
  }

  private String name(Bundle b) {
    return b.what().name().isEmpty() ? linkName(b) : b.what().name();
  }

  private String linkName(Bundle b) {
    return layout.library().link(b.what().link()).map(LinkType::name).orElse(b.what().link());
  }

  private void label(Bundle b, String text, double x, double y, Shape.Anchor anchor, double size) {
    label(b, text, x, y, anchor, size, Detail.ALWAYS);
  }

  private void label(
      Bundle b, String text, double x, double y, Shape.Anchor anchor, double size, Detail shown) {
    shapes.add(
        new Shape.Label(
            text,
            x,
            y,
            anchor,
            size,
            Shape.Weight.MEDIUM,
            Double.POSITIVE_INFINITY,
            Ink.of(role(b.what())),
            "",
            shown.and(Detail.atLeast(size, LABEL_PX))));
  }

  private ColorRole role(Wiring w) {
    return switch (w.fabric()) {
      case LOOP -> Coolant.side(places, id, w);
      case POWER -> ColorRole.POWER;
      case HEAT -> ColorRole.COOLANT_RETURN;
      default ->
          layout.library().link(w.link()).filter(LinkType::isOptical).isPresent()
              ? ColorRole.OPTICS
              : ColorRole.COPPER;
    };
  }
}
