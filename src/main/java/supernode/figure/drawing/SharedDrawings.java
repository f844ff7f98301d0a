package supernode.figure.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import supernode.catalog.Part;
import supernode.catalog.PartKind;
import supernode.catalog.Property;
import supernode.design.Arrangement;
import supernode.design.Assembly;
import supernode.design.Instances;
import supernode.figure.Box;
import supernode.figure.ColorRole;
import supernode.figure.Detail;
import supernode.figure.Figure;
import supernode.figure.Ink;
import supernode.figure.Nested;
import supernode.figure.Shape;
import supernode.figure.Style;
import supernode.figure.TextWidth;
import supernode.figure.face.FaceState;
import supernode.figure.face.Faces;

/** What instances of one design have in common, whatever overlay is shown: made once. */
final class SharedDrawings {
  private static final double PORT_PX = 4;
  private static final double LABEL_PX = 6;
  private static final int MAX_MARKED = 256;

  private final Layout layout;
  private final Map<Sheet, Nested> grounds = new HashMap<>();
  private final Map<Sheet, Nested> tops = new HashMap<>();
  private final Map<Sheet, Nested> plain = new HashMap<>();
  private final Map<Face, Nested> faces = new HashMap<>();
  private final Map<String, ColorRole> roles = new HashMap<>();

  /**
   * What the face of a part depends on.
   *
   * @param stacked whether its memory stacks are drawn; not where they are placed as parts
   */
  record Face(
      String part, double width, double height, boolean stacked, boolean failed, Ink overlay) {}

  SharedDrawings(Layout layout) {
    this.layout = layout;
  }

  /** Frame, links and pipes of an assembly, below its parts. */
  Nested ground(Sheet sheet) {
    return grounds.computeIfAbsent(
        sheet,
        _ ->
            Nested.later(() -> {
              List<Shape> shapes = new ArrayList<>(new Frames(layout, sheet).shapes());
              shapes.addAll(new WiringShapes(layout, sheet).all());
              return Figure.of(sheet.frame(), shapes);
            }));
  }

  /** Ports of the parts of an assembly, above them. */
  Nested top(Sheet sheet) {
    return tops.computeIfAbsent(
        sheet, _ -> Nested.later(() -> Figure.of(sheet.frame(), marks(sheet))));
  }

  private List<Shape> marks(Sheet sheet) {
    List<Shape> shapes = new ArrayList<>();
    PortMarks ports = new PortMarks(layout);
    Assembly assembly = layout.design().assemblies().get(sheet.assembly());
    assembly
        .placements()
        .forEach((name, p) -> {
          boolean mounted = p.arrangement() instanceof Arrangement.Slots;
          for (int i = 0; i < Math.min(p.count(), MAX_MARKED); i++) {
            for (PortMarks.Mark mark : ports.of(p.of(), layout.cell(sheet, p, i), mounted)) {
              shapes.add(port(name + "[" + i + "]:" + mark.name(), mark));
            }
          }
        });
    return shapes;
  }

  private static Shape port(String tag, PortMarks.Mark mark) {
    Style style = Style.fill(ColorRole.PANEL).outlined(PortMarks.role(mark.spec()), 1);
    Box box = mark.box();
    return new Shape.Rect(
        box, 0.25 * box.width(), style, tag, Detail.atLeast(box.width(), PORT_PX));
  }

  /** The drawing of an assembly that nothing singles out. */
  Nested plain(Sheet sheet, Supplier<Figure> maker) {
    return plain.computeIfAbsent(sheet, _ -> Nested.later(maker));
  }

  Nested face(Face face) {
    return faces.computeIfAbsent(face, _ -> Nested.later(() -> draw(face)));
  }

  private Figure draw(Face face) {
    Part part = layout.library().part(face.part()).orElseThrow();
    Box box = new Box(0, 0, face.width(), face.height());
    int stacks = !face.stacked() ? 0 : (int) part.values().get(Property.MEMORY_STACKS, 0);
    int ports = Faces.ports(part);
    FaceState state = new FaceState("", part.name(), face.failed(), face.overlay(), stacks, ports);
    if (part.kind() != PartKind.ENCLOSURE) {
      return Figure.of(box, Faces.of(part.kind(), box, state));
    }
    List<Shape> shapes = new ArrayList<>(Faces.tray(box, state));
    double room = 0.94 * box.width();
    double size =
        TextWidth.sizeToFit(
            part.name(),
            Math.min(0.6 * box.height(), 0.12 * box.width()),
            Shape.Weight.REGULAR,
            room);
    shapes.add(
        new Shape.Label(
            part.name(),
            0.02 * box.width(),
            0.5 * box.height() + 0.36 * size,
            Shape.Anchor.START,
            size,
            Shape.Weight.REGULAR,
            room,
            Ink.of(ColorRole.SECONDARY),
            "",
            Detail.atLeast(size, LABEL_PX)));
    return Figure.of(box, shapes);
  }

  /** Whether an assembly places memory stacks as parts of their own. */
  boolean placesMemory(String assembly) {
    return layout.design().assemblies().get(assembly).placements().values().stream()
        .flatMap(p -> layout.library().part(p.of()).stream())
        .anyMatch(part -> part.kind() == PartKind.HBM_STACK);
  }

  boolean isPiping(String of) {
    return layout
        .library()
        .part(of)
        .filter(p -> p.kind() == PartKind.MANIFOLD || p.kind() == PartKind.QUICK_DISCONNECT)
        .isPresent();
  }

  /** The colour that stands for a part or assembly from far: that of the kind it is there for. */
  ColorRole role(String of) {
    ColorRole known = roles.get(of);
    if (known == null) {
      known = Faces.role(kind(of));
      roles.put(of, known);
    }
    return known;
  }

  private PartKind kind(String of) {
    return main(of).map(Part::kind).orElse(PartKind.ENCLOSURE);
  }

  /** The part itself, or the one that an assembly is there for. */
  Optional<Part> main(String of) {
    if (!layout.design().assemblies().containsKey(of)) {
      return layout.library().part(of);
    }
    return Instances.parts(layout.design(), of).keySet().stream()
        .flatMap(id -> layout.library().part(id).stream())
        .min(Comparator.comparingInt((Part p) -> rank(p.kind())).thenComparing(Part::kind));
  }

  // A tray with accelerators and CPUs is there for the accelerators.
  private static int rank(PartKind kind) {
    return switch (kind) {
      case ACCELERATOR -> 0;
      case SWITCH, OPTICAL_CIRCUIT_SWITCH -> 1;
      case MEMORY_POOL -> 2;
      case CPU -> 3;
      case NIC -> 4;
      default -> 5;
    };
  }
}
