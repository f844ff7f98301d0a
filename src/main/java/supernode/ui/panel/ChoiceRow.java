package supernode.ui.panel;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import supernode.quantity.Text;

/** A labelled choice among things. */
final class ChoiceRow<T> extends HBox {
  private final ComboBox<T> box = new ComboBox<>();
  private boolean showing;

  /**
   * @param word how a thing is called
   * @param chosen takes another one; a text says why it cannot, and the choice goes back
   */
  ChoiceRow(String name, Function<T, String> word, Function<T, Optional<Text>> chosen) {
    Label label = Rows.label(name, "row-label");
    label.setLabelFor(box);
    label.setMinWidth(USE_PREF_SIZE);
    box.setAccessibleText(name);
    box.getStyleClass().add("value-choice");
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
    box.valueProperty()
        .addListener((_, old, now) -> {
          if (!showing && now != null && !now.equals(old) && chosen.apply(now).isPresent()) {
            show(box.getItems(), old);
          }
        });
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("inspector-row");
    getChildren().addAll(label, Rows.spring(), box);
  }

  void show(List<T> choices, T taken) {
    showing = true;
    if (!box.getItems().equals(choices)) {
      box.getItems().setAll(List.copyOf(choices));
    }
    box.setValue(taken);
    showing = false;
  }
}
