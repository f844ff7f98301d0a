package supernode.ui.canvas;

import java.util.List;
import javafx.event.Event;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;

/**
 * A small box on the canvas that offers what can be done next. Escape or a press elsewhere ends.
 */
final class OfferBox extends VBox {
  /** Something to do. */
  record Option(String words, Runnable action) {}

  private OfferBox(Pane pane, String question, List<Option> options) {
    getStyleClass().add("canvas-offer");
    setId("canvas-offer");
    addEventHandler(MouseEvent.ANY, Event::consume);
    Label title = new Label(question);
    title.getStyleClass().add("canvas-offer-title");
    getChildren().add(title);
    for (Option o : options) {
      Button button = new Button(o.words());
      button.setMaxWidth(Double.MAX_VALUE);
      button.setOnAction(_ -> {
        pane.getChildren().remove(this);
        o.action().run();
      });
      getChildren().add(button);
    }
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        e -> {
          if (e.getCode() == KeyCode.ESCAPE) {
            pane.getChildren().remove(this);
            e.consume();
          }
        });
  }

  /** Whether there was one. */
  static boolean close(Pane pane) {
    return pane.getChildren().removeIf(n -> n instanceof OfferBox);
  }

  /** Shows one near a place of the pane and gives it the focus. */
  static void show(Pane pane, double x, double y, String question, List<Option> options) {
    close(pane);
    OfferBox box = new OfferBox(pane, question, options);
    pane.getChildren().add(box);
    box.applyCss();
    box.autosize();
    box.setLayoutX(Math.clamp(x, 4, Math.max(4, pane.getWidth() - box.getWidth() - 4)));
    box.setLayoutY(Math.clamp(y, 4, Math.max(4, pane.getHeight() - box.getHeight() - 4)));
    box.getChildren().get(1).requestFocus();
  }
}
