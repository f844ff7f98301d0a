package supernode.ui.catalog;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import supernode.ui.panel.Rows;

/** What is wrong with a field, under it. */
final class FieldNote extends Label {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private final Node field;

  FieldNote(Node field) {
    this.field = field;
    getStyleClass().add("field-error");
    setWrapText(true);
    setMinHeight(USE_PREF_SIZE);
    Rows.show(this, false);
  }

  void say(Optional<String> wrong) {
    setText(wrong.orElse(""));
    Rows.show(this, wrong.isPresent());
    field.pseudoClassStateChanged(WRONG, wrong.isPresent());
    field.setAccessibleHelp(wrong.orElse(null));
  }

  void takeFocus() {
    field.requestFocus();
  }
}
