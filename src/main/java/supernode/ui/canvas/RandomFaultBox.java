package supernode.ui.canvas;

import java.util.List;
import java.util.function.Function;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.util.StringConverter;
import supernode.design.Bounds;
import supernode.design.Damage;
import supernode.design.Fabric;
import supernode.quantity.Messages;

/** Asks how many parts of a fabric fail at random, and by which draw. */
final class RandomFaultBox extends GridPane {
  private RandomFaultBox() {
    getStyleClass().add("canvas-offer");
    setId("canvas-random-faults");
    addEventHandler(MouseEvent.ANY, Event::consume);
    setHgap(8);
    setVgap(6);
  }

  /**
   * @param fabrics that there are links of; nothing is asked without any
   */
  static void show(Pane pane, Messages messages, List<Fabric> fabrics, LinkFaults faults) {
    pane.getChildren().removeIf(n -> n instanceof RandomFaultBox);
    if (fabrics.isEmpty()) {
      return;
    }
    RandomFaultBox box = new RandomFaultBox();
    ComboBox<Damage.Part> part =
        choice(
            "canvas-random-part",
            List.of(Damage.Part.values()),
            p -> messages.say("damage.part." + p.key()));
    ComboBox<Fabric> fabric =
        choice("canvas-random-fabric", fabrics, f -> messages.say("fabric." + f.key()));
    Spinner<Integer> count = spinner("canvas-random-count", 1, Bounds.MAX_COUNT, 1);
    Spinner<Integer> seed = spinner("canvas-random-seed", 0, Integer.MAX_VALUE, 1);
    Runnable close = () -> pane.getChildren().remove(box);
    Button done = new Button(messages.say("canvas.random.do"));
    done.setId("canvas-random-do");
    done.setDefaultButton(true);
    done.setOnAction(_ -> {
      if (faults.failAtRandom(
          part.getValue(), fabric.getValue(), count.getValue(), seed.getValue())) {
        close.run();
      }
    });
    box.addRow(0, labelled(messages, "canvas.random.count", count), count);
    box.addRow(1, labelled(messages, "canvas.random.part", part), part);
    box.addRow(2, labelled(messages, "canvas.random.fabric", fabric), fabric);
    box.addRow(3, labelled(messages, "canvas.random.seed", seed), seed);
    box.add(done, 1, 4);
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

  private static Label labelled(Messages messages, String key, Node of) {
    Label label = new Label(messages.say(key));
    label.setLabelFor(of);
    return label;
  }

  private static <T> ComboBox<T> choice(String id, List<T> all, Function<T, String> word) {
    ComboBox<T> box = new ComboBox<>();
    box.setId(id);
    box.getItems().setAll(all);
    box.setValue(all.getFirst());
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(T value) {
            return value == null ? "" : word.apply(value);
          }

          @Override
          public T fromString(String text) {
            return box.getValue();
          }
        });
    return box;
  }

  private static Spinner<Integer> spinner(String id, int least, int most, int value) {
    Spinner<Integer> spinner = new Spinner<>(least, most, value);
    spinner.setId(id);
    spinner.setEditable(true);
    spinner.setPrefWidth(130);
    return spinner;
  }
}
