package supernode.ui.canvas;

import javafx.event.Event;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import supernode.design.Arrangement;
import supernode.design.Bounds;
import supernode.design.InstancePath;
import supernode.design.Placement;
import supernode.quantity.Messages;

/** Asks how many of what is selected there should be, and in how many columns. */
final class ArrayBox extends GridPane {
  private ArrayBox() {
    getStyleClass().add("canvas-offer");
    setId("canvas-array");
    addEventHandler(MouseEvent.ANY, Event::consume);
    setHgap(8);
    setVgap(6);
  }

  static void show(Pane pane, Messages messages, Board board, CanvasActions actions) {
    InstancePath.Step step = Selected.steps(board).stream().findFirst().orElse(null);
    if (step == null) {
      return;
    }
    pane.getChildren().removeIf(n -> n instanceof ArrayBox);
    Placement p = board.assembly().placements().get(step.placement());
    int columns = p.arrangement() instanceof Arrangement.Grid g ? g.columns() : 1;
    ArrayBox box = new ArrayBox();
    Spinner<Integer> count = spinner("canvas-array-count", Bounds.MAX_COUNT, p.count());
    Spinner<Integer> across = spinner("canvas-array-columns", 10_000, columns);
    Runnable close = () -> pane.getChildren().remove(box);
    Button done = new Button(messages.say("canvas.array.do"));
    done.setDefaultButton(true);
    done.setOnAction(_ -> {
      close.run();
      actions.arrayCopy(count.getValue(), across.getValue());
    });
    box.addRow(0, labelled(messages, "canvas.array.count", count), count);
    if (p.arrangement() instanceof Arrangement.Grid) {
      box.addRow(1, labelled(messages, "canvas.array.columns", across), across);
    }
    box.add(done, 1, 2);
    box.addEventHandler(
        KeyEvent.KEY_PRESSED,
        e -> {
          if (e.getCode() == KeyCode.ESCAPE) {
            close.run();
            e.consume();
          }
        });
    pane.getChildren().add(box);
    box.applyCss();
    box.autosize();
    box.relocate(
        Math.max(4, (pane.getWidth() - box.getWidth()) / 2),
        Math.max(4, (pane.getHeight() - box.getHeight()) / 2));
    count.getEditor().requestFocus();
  }

  private static Label labelled(Messages messages, String key, Spinner<Integer> of) {
    Label label = new Label(messages.say(key));
    label.setLabelFor(of);
    return label;
  }

  private static Spinner<Integer> spinner(String id, int max, int value) {
    Spinner<Integer> spinner = new Spinner<>(1, max, value);
    spinner.setId(id);
    spinner.setEditable(true);
    spinner.setPrefWidth(110);
    return spinner;
  }
}
