package supernode.ui.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Group;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import supernode.catalog.Part;
import supernode.catalog.PartKind;
import supernode.catalog.Property;
import supernode.design.Assembly;
import supernode.figure.Box;
import supernode.figure.ColorRole;
import supernode.figure.Detail;
import supernode.figure.Ink;
import supernode.figure.Shape;
import supernode.figure.Style;
import supernode.figure.Transform;
import supernode.figure.face.FaceState;
import supernode.figure.face.Faces;
import supernode.ui.ColorToken;

/**
 * The face of a part or assembly at the size of a list row, of shapes that take their colours from
 * the theme.
 */
final class PartIcon extends StackPane {
  private static final double SIZE = 30;

  private Optional<PaletteRow.Face> shown = Optional.empty();

  PartIcon() {
    getStyleClass().add("part-icon");
    setMinSize(SIZE, SIZE);
    setMaxSize(SIZE, SIZE);
    setFocusTraversable(false);
  }

  void show(PaletteRow.Face face) {
    if (shown.equals(Optional.of(face))) {
      return;
    }
    shown = Optional.of(face);
    Group group = new Group();
    List<Shape> shapes =
        switch (face) {
          case PaletteRow.Face.OfPart(Part part) -> face(part);
          case PaletteRow.Face.OfAssembly(Assembly.Level level) -> assembly(level);
        };
    for (Shape shape : shapes) {
      if (shape.detail().shows(1)) {
        node(shape).ifPresent(group.getChildren()::add);
      }
    }
    getChildren().setAll(group);
  }

  private static List<Shape> face(Part part) {
    Box box = box(part.kind());
    int stacks = (int) part.values().get(Property.MEMORY_STACKS, FaceState.PLAIN.stacks());
    return Faces.of(part.kind(), box, FaceState.PLAIN.withStacks(stacks).withPorts(8));
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
      case HBM_STACK, TRANSCEIVER, NIC, POWER_SHELF, POWER_CONVERTER, QUICK_DISCONNECT ->
          new Box(0, 0, 28, 16);
      case ENCLOSURE, MANIFOLD -> new Box(0, 0, 16, 28);
      default -> new Box(0, 0, 26, 26);
    };
  }

  private static Optional<javafx.scene.shape.Shape> node(Shape shape) {
    return switch (shape) {
      case Shape.Rect r -> {
        Box b = r.bounds();
        Rectangle node = new Rectangle(b.x(), b.y(), b.width(), b.height());
        node.setArcWidth(2 * r.radius());
        node.setArcHeight(2 * r.radius());
        yield Optional.of(styled(node, r.style()));
      }
      case Shape.Line l -> Optional.of(styled(new Line(l.x1(), l.y1(), l.x2(), l.y2()), l.style()));
      case Shape.Circle c -> Optional.of(styled(new Circle(c.x(), c.y(), c.radius()), c.style()));
      case Shape.Polyline p -> {
        Polyline node = new Polyline();
        for (int i = 0; i < p.points().size(); i++) {
          node.getPoints().addAll(p.points().x(i), p.points().y(i));
        }
        yield Optional.of(styled(node, p.style()));
      }
      case Shape.Path p -> {
        SVGPath node = new SVGPath();
        node.setContent(p.data().svg(Transform.NONE));
        yield Optional.of(styled(node, p.style()));
      }
      // Words would not be read at this size.
      case Shape.Label _, Shape.Group _ -> Optional.empty();
    };
  }

  private static javafx.scene.shape.Shape styled(javafx.scene.shape.Shape node, Style style) {
    node.setStyle(
        "-fx-fill: %s; -fx-stroke: %s; -fx-stroke-width: %.2f;"
            .formatted(
                color(style.fill()),
                style.hasStroke() ? color(style.stroke()) : "transparent",
                style.strokePx(1)));
    if (style.fill() instanceof Ink.Role(ColorRole _, double opacity)) {
      node.setOpacity(opacity);
    }
    return node;
  }

  private static String color(Ink ink) {
    return switch (ink) {
      case Ink.Role(ColorRole role, double _) -> ColorToken.of(role);
      case Ink.Over _ -> "-studio-panel";
      case Ink.None _, Ink.Measured _ -> "transparent";
    };
  }
}
