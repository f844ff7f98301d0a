package supernode.ui.shell;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.testfx.util.WaitForAsyncUtils;
import supernode.design.InstancePath;
import supernode.figure.Box;
import supernode.figure.ColorRole;
import supernode.figure.Figure;
import supernode.figure.Palette;
import supernode.figure.Shape;
import supernode.figure.drawing.RackGrid;
import supernode.ui.canvas.CanvasView;

/** The window as it is seen: what can be read, and where things are. */
final class Screen {
  private final Stage stage;
  private final CanvasView canvas;

  Screen(Stage stage) {
    this.stage = stage;
    this.canvas = (CanvasView) stage.getScene().getRoot().lookup("#canvas");
    canvas.setAnimated(false);
    // However busy the machine is.
    canvas.setDoubleClickWithin(Duration.minutes(1));
  }

  private static <T> T look(Callable<T> action) {
    WaitForAsyncUtils.waitForFxEvents();
    return WaitForAsyncUtils.waitForAsyncFx(20_000, action);
  }

  private Stream<Node> nodes(String pane, String query) {
    return stage.getScene().getRoot().lookupAll(pane).stream()
        .flatMap(p -> p.lookupAll(query).stream())
        .filter(Screen::isShown);
  }

  private static boolean isShown(Node node) {
    for (Node n = node; n != null; n = n.getParent()) {
      if (!n.isVisible()) {
        return false;
      }
    }
    return true;
  }

  /** The texts of what is shown in a pane. */
  List<String> texts(String pane, String query) {
    return look(() -> nodes(pane, query).map(Screen::text).filter(t -> !t.isEmpty()).toList());
  }

  private static String text(Node node) {
    return switch (node) {
      case Labeled l when l.getText() != null -> l.getText();
      case Text t -> t.getText();
      default -> "";
    };
  }

  Node node(String pane, String query) {
    return look(() -> nodes(pane, query).findFirst().orElseThrow());
  }

  Node labelled(String pane, String query, String words) {
    return look(
        () -> nodes(pane, query).filter(n -> text(n).equals(words)).findFirst().orElseThrow());
  }

  /** The middle of an instance in the drawing. */
  Point2D at(String path) {
    return look(() -> middle(box(path).orElseThrow()));
  }

  /** The middle of a slot of the rack. */
  Point2D slot(int u) {
    return look(() -> {
      RackGrid rack = canvas.board().layout().rack("rack").orElseThrow();
      return middle(rack.slot(u, 1));
    });
  }

  private Point2D middle(Box world) {
    Box px = canvas.board().camera().toPixels(world);
    return canvas.localToScreen(px.centerX(), px.centerY());
  }

  boolean isSeen(String path) {
    return look(
        () -> box(path).filter(b -> b.meets(canvas.board().camera().visible())).isPresent());
  }

  private Optional<Box> box(String path) {
    return canvas.board().box(InstancePath.parse(path));
  }

  /** The words in the drawing, also those too small to be read from where it is seen. */
  List<String> drawn() {
    return look(() -> words(canvas.board().figure().figure()).toList());
  }

  private static Stream<String> words(Figure figure) {
    return figure.shapes().stream()
        .flatMap(shape ->
            switch (shape) {
              case Shape.Label label -> Stream.of(label.text());
              case Shape.Group group -> words(group.inner().figure());
              default -> Stream.empty();
            });
  }

  /** How much of the drawing has a colour of the light palette. */
  double share(ColorRole role) {
    return look(() -> {
      WritableImage image = canvas.snapshot(null, null);
      PixelReader pixels = image.getPixelReader();
      int wanted = 0xFF000000 | Palette.LIGHT.rgb(role);
      int width = (int) image.getWidth();
      int height = (int) image.getHeight();
      int found = 0;
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          found += pixels.getArgb(x, y) == wanted ? 1 : 0;
        }
      }
      return (double) found / (width * height);
    });
  }
}
