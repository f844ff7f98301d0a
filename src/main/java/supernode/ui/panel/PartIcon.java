package supernode.ui.panel;

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
import supernode.figure.Box;
import supernode.figure.ColorRole;
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

  private Optional<Part> shown = Optional.empty();

  PartIcon() {
    getStyleClass().add("part-icon");
    setMinSize(SIZE, SIZE);
    setMaxSize(SIZE, SIZE);
    setFocusTraversable(false);
  }

  /** Of a part; of none, an assembly's outline. */
  void show(Optional<Part> part) {
    if (!getChildren().isEmpty() && shown.equals(part)) {
      return;
    }
    shown = part;
    Group group = new Group();
    for (Shape shape : part.map(PartIcon::face).orElseGet(PartIcon::tray)) {
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

  private static List<Shape> tray() {
    return Faces.tray(new Box(0, 0, 28, 12), FaceState.PLAIN);
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
