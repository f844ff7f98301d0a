package supernode.figure.drawing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import supernode.catalog.Part;
import supernode.catalog.PartKind;
import supernode.catalog.PortSpec;
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
import supernode.figure.face.FaceState;
import supernode.figure.face.Faces;

/** What instances of one design have in common, whatever overlay is shown: made once. */
final class SharedDrawings {
  private static final double PORT_PX = 4;
  private static final double LABEL_PX = 6;
  private static final int MAX_MARKED = 256;

  private final Layout layout;
  private final Map<String, Nested> grounds = new HashMap<>();
  private final Map<String, Nested> tops = new HashMap<>();
  private final Map<String, Nested> plain = new HashMap<>();
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
  Nested ground(String id) {
    return grounds.computeIfAbsent(
        id,
        _ ->
            Nested.later(() -> {
              List<Shape> shapes = new ArrayList<>(new Frames(layout, id).shapes());
              shapes.addAll(new WiringShapes(layout, id).all());
              return Figure.of(layout.drawing(id), shapes);
            }));
  }

  /** Ports of the parts of an assembly, above them. */
  Nested top(String id) {
    return tops.computeIfAbsent(
        id, _ -> Nested.later(() -> Figure.of(layout.drawing(id), marks(id))));
  }

  private List<Shape> marks(String id) {
    List<Shape> shapes = new ArrayList<>();
    PortMarks ports = new PortMarks(layout);
    Assembly assembly = layout.design().assemblies().get(id);
    assembly
        .placements()
        .forEach((name, p) -> {
          boolean mounted = p.arrangement() instanceof Arrangement.Slots;
          for (int i = 0; i < Math.min(p.count(), MAX_MARKED); i++) {
            for (PortMarks.Mark mark : ports.of(p.of(), layout.cell(id, p, i), mounted)) {
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
  Nested plain(String id, Supplier<Figure> maker) {
    return plain.computeIfAbsent(id, _ -> Nested.later(maker));
  }

  Nested face(Face face) {
    return faces.computeIfAbsent(face, _ -> Nested.later(() -> draw(face)));
  }

  private Figure draw(Face face) {
    Part part = layout.library().part(face.part()).orElseThrow();
    Box box = new Box(0, 0, face.width(), face.height());
    int stacks = !face.stacked() ? 0 : (int) part.values().get(Property.MEMORY_STACKS, 0);
    int ports = part.ports().stream().mapToInt(PortSpec::count).max().orElse(0);
    FaceState state = new FaceState("", part.name(), face.failed(), face.overlay(), stacks, ports);
    if (part.kind() != PartKind.ENCLOSURE) {
      return Figure.of(box, Faces.of(part.kind(), box, state));
    }
    List<Shape> shapes = new ArrayList<>(Faces.tray(box, state));
    double size = Math.min(0.36 * box.height(), 0.12 * box.width());
    shapes.add(
        new Shape.Label(
            part.name(),
            0.04 * box.width(),
            0.5 * box.height() + 0.36 * size,
            Shape.Anchor.START,
            size,
            Shape.Weight.REGULAR,
            0.92 * box.width(),
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
    if (!layout.design().assemblies().containsKey(of)) {
      return layout.library().part(of).map(Part::kind).orElse(PartKind.ENCLOSURE);
    }
    return Instances.parts(layout.design(), of).keySet().stream()
        .flatMap(id -> layout.library().part(id).stream())
        .map(Part::kind)
        .min((a, b) -> Integer.compare(rank(a), rank(b)))
        .orElse(PartKind.ENCLOSURE);
  }

  // A tray with accelerators and CPUs is there for the accelerators.
  private static int rank(PartKind kind) {
    return switch (kind) {
      case ACCELERATOR -> 0;
      case SWITCH, OPTICAL_CIRCUIT_SWITCH -> 1;
      case MEMORY_POOL -> 2;
      case CPU -> 3;
      case NIC -> 4;
      default -> 5 + kind.ordinal();
    };
  }
}
