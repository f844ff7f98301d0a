package supernode.ui.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import supernode.catalog.LinkType;
import supernode.catalog.Part;
import supernode.catalog.PartKind;
import supernode.catalog.Property;
import supernode.design.Assembly;
import supernode.figure.Box;
import supernode.figure.ColorRole;
import supernode.figure.Detail;
import supernode.figure.Shape;
import supernode.figure.Style;
import supernode.figure.Transform;
import supernode.figure.face.FaceState;
import supernode.figure.face.Faces;
import supernode.ui.canvas.FxColors;
import supernode.ui.canvas.FxPainter;

/**
 * The face of a part or assembly at the size of a list row. One node: the shapes of a list's faces
 * would take longer to style than all the rest of it.
 */
final class PartIcon extends Canvas {
  private static final double SIZE = 30;

  private final ObservableValue<FxColors> colors;
  private Optional<PaletteRow.Face> shown = Optional.empty();

  PartIcon(ObservableValue<FxColors> colors) {
    super(SIZE, SIZE);
    this.colors = colors;
    getStyleClass().add("part-icon");
    colors.subscribe((_, _) -> paint());
  }

  void show(PaletteRow.Face face) {
    if (!shown.equals(Optional.of(face))) {
      shown = Optional.of(face);
      paint();
    }
  }

  private void paint() {
    GraphicsContext g = getGraphicsContext2D();
    g.clearRect(0, 0, SIZE, SIZE);
    List<Shape> shapes =
        shown.map(PartIcon::shapes).orElse(List.of()).stream().filter(PartIcon::isSeen).toList();
    if (!shapes.isEmpty()) {
      Box around = Box.around(shapes.stream().map(Shape::bounds).toList());
      Transform centred =
          new Transform(1, SIZE / 2 - around.centerX(), SIZE / 2 - around.centerY());
      FxPainter.paint(shapes, centred, g, colors.getValue());
    }
  }

  private static List<Shape> shapes(PaletteRow.Face face) {
    return switch (face) {
      case PaletteRow.Face.OfPart(Part part) -> face(part);
      case PaletteRow.Face.OfLink(LinkType type) -> line(type);
      case PaletteRow.Face.OfAssembly(Assembly.Level level) -> assembly(level);
    };
  }

  // Words would not be read at this size.
  private static boolean isSeen(Shape shape) {
    return shape.detail().shows(1)
        && !(shape instanceof Shape.Label)
        && !(shape instanceof Shape.Group);
  }

  private static List<Shape> face(Part part) {
    Box box = box(part.kind());
    int stacks = (int) part.values().get(Property.MEMORY_STACKS, FaceState.PLAIN.stacks());
    int ports = part.kind() == PartKind.VALVE ? Faces.ports(part) : 8;
    return Faces.of(part.kind(), box, FaceState.PLAIN.withStacks(stacks).withPorts(ports));
  }

  // As thick as its bore, within what a row has room for.
  private static List<Shape> line(LinkType type) {
    double boreM = type.values().get(Property.INNER_DIAMETER_M, 0.01);
    double thick = Math.clamp(200 * boreM, 2, 8);
    Style pipe = Style.fill(ColorRole.COOLANT_SUPPLY);
    Style end = Style.fill(ColorRole.PANEL).outlined(ColorRole.COOLANT_SUPPLY, 1.5);
    return List.of(
        new Shape.Rect(new Box(4, 14 - thick / 2, 20, thick), thick / 2, pipe, "", Detail.ALWAYS),
        new Shape.Circle(4, 14, 3, end, "", Detail.ALWAYS),
        new Shape.Circle(24, 14, 3, end, "", Detail.ALWAYS));
  }

  // A tray lies, everything larger stands; both hold units.
  private static List<Shape> assembly(Assembly.Level level) {
    boolean lies = level == Assembly.Level.TRAY || level == Assembly.Level.PACKAGE;
    Box frame = lies ? new Box(0, 0, 28, 14) : new Box(0, 0, 18, 28);
    List<Shape> shapes = new ArrayList<>();
    Style outline = Style.fill(ColorRole.PANEL).outlined(ColorRole.SECONDARY, 1.2);
    shapes.add(new Shape.Rect(frame, 2, outline, "", Detail.ALWAYS));
    int units = lies ? 4 : 5;
    for (int i = 0; i < units; i++) {
      double from = (i + 0.2) / units;
      double to = (i + 0.8) / units;
      Box unit =
          lies ? frame.inset(2, 3).part(from, 0, to, 1) : frame.inset(3, 2).part(0, from, 1, to);
      shapes.add(new Shape.Rect(unit, 1, Style.fill(ColorRole.SECONDARY), "", Detail.ALWAYS));
    }
    return shapes;
  }

  // Near the proportions of the real things, as far as a row allows.
  private static Box box(PartKind kind) {
    return switch (kind) {
      case HBM_STACK,
          TRANSCEIVER,
          NIC,
          POWER_SHELF,
          POWER_CONVERTER,
          QUICK_DISCONNECT,
          VALVE,
          FILTER ->
          new Box(0, 0, 28, 16);
      case ENCLOSURE, MANIFOLD -> new Box(0, 0, 16, 28);
      default -> new Box(0, 0, 26, 26);
    };
  }
}
