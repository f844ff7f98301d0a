package supernode.ui.panel;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/** A few choices side by side, one of them taken. */
final class Choice<T> extends HBox {
  private final ToggleGroup group = new ToggleGroup();
  private final Map<T, ToggleButton> buttons = new LinkedHashMap<>();

  Choice(Consumer<T> chosen) {
    getStyleClass().add("choice");
    group
        .selectedToggleProperty()
        .addListener((_, old, now) -> {
          if (now == null && old != null) {
            // Pressing the taken one again must not leave none.
            group.selectToggle(old);
          } else if (now != null) {
            buttons.forEach((value, button) -> {
              if (button == now) {
                chosen.accept(value);
              }
            });
          }
        });
  }

  ToggleButton add(T value, String text) {
    ToggleButton button = new ToggleButton(text);
    button.setToggleGroup(group);
    buttons.put(value, button);
    getChildren().add(button);
    return button;
  }

  void take(T value) {
    buttons.get(value).setSelected(true);
  }
}
