package supernode.ui.panel;

import java.util.Optional;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import supernode.quantity.Messages;
import supernode.quantity.Text;

/**
 * A labelled field that looks like a number until it is touched. What was typed counts on Enter and
 * on leaving the field; Escape gives it up; what is wrong with it stands under it.
 */
class FieldRow extends VBox {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private final Messages messages;
  private final Function<String, Optional<Text>> commit;
  private final Label label = new Label();
  private final TextField field = new TextField();
  private final HBox line = new HBox(label, field);
  private final Label error = Rows.prose("", "field-error");
  private String shown = "";
  private boolean mayBeEmpty;

  /**
   * @param commit takes what was typed; a text says why it cannot
   */
  FieldRow(Messages messages, String name, Function<String, Optional<Text>> commit) {
    this.messages = messages;
    this.commit = commit;
    label.setText(name);
    label.setLabelFor(field);
    label.getStyleClass().add("row-label");
    field.getStyleClass().add("value-field");
    field.setAccessibleText(name);
    label.setMinWidth(USE_PREF_SIZE);
    HBox.setHgrow(field, Priority.ALWAYS);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("inspector-row");
    Rows.show(error, false);
    getChildren().addAll(line, error);
    field.setOnAction(_ -> commit());
    field
        .focusedProperty()
        .addListener((_, _, focused) -> {
          if (focused) {
            javafx.application.Platform.runLater(field::selectAll);
          } else {
            commit();
          }
        });
    field.addEventFilter(
        KeyEvent.KEY_PRESSED,
        e -> {
          if (e.getCode() == KeyCode.ESCAPE && isTouched()) {
            restore();
            e.consume();
          }
        });
  }

  /** Shows a value unless another one is being typed just now. */
  final void show(String text) {
    boolean typing = field.isFocused() && isTouched();
    shown = text;
    if (!typing) {
      restore();
    }
  }

  final void setPrompt(String text) {
    field.setPromptText(text);
  }

  /** Nothing typed is taken too; else it gives up what was typed. */
  final void allowEmpty() {
    mayBeEmpty = true;
  }

  final TextField field() {
    return field;
  }

  /** Something else to set the value by, in place of the field. */
  final void replaceField(Control by) {
    line.getChildren().set(line.getChildren().indexOf(field), by);
    label.setLabelFor(by);
    by.setAccessibleText(name());
    by.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(by, Priority.ALWAYS);
  }

  final void append(Node... nodes) {
    line.getChildren().addAll(nodes);
  }

  final String name() {
    return label.getText();
  }

  private boolean isTouched() {
    return !field.getText().equals(shown);
  }

  private void commit() {
    if (!isTouched() || (field.getText().isBlank() && !mayBeEmpty)) {
      restore();
      return;
    }
    Optional<Text> wrong = commit.apply(field.getText());
    wrong.ifPresentOrElse(this::complain, this::restore);
  }

  private void complain(Text why) {
    String text = messages.say(why);
    error.setText(text);
    Rows.show(error, true);
    field.pseudoClassStateChanged(WRONG, true);
    field.setAccessibleHelp(text);
  }

  private void restore() {
    if (isTouched()) {
      field.setText(shown);
    }
    Rows.show(error, false);
    field.pseudoClassStateChanged(WRONG, false);
    field.setAccessibleHelp(null);
  }
}
