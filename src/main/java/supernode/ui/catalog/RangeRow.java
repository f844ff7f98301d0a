package supernode.ui.catalog;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import supernode.catalog.browse.Measure;
import supernode.catalog.browse.Query;
import supernode.quantity.Messages;
import supernode.quantity.QuantityException;
import supernode.quantity.QuantityFormat;
import supernode.ui.panel.Rows;

/** Bounds of a figure, typed with units; what is no quantity is told under the fields. */
final class RangeRow extends VBox {
  /** Told of bounds. */
  interface Bounded {
    /**
     * @param before the figure that the row was about until now
     */
    void changed(Measure before, Measure measure, Query.Range range);
  }

  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private final Messages messages;
  private final ComboBox<Measure> figure;
  private final TextField from = new TextField();
  private final TextField to = new TextField();
  private final Label error = Rows.prose("", "field-error");
  private final Bounded told;
  private Measure shown;

  RangeRow(
      Messages messages,
      List<Measure> measures,
      Measure measure,
      Query.Range range,
      Bounded told,
      Consumer<RangeRow> remove) {
    this.messages = messages;
    this.told = told;
    this.shown = measure;
    getStyleClass().add("range-row");
    figure = MeasureBox.of(measures, messages);
    figure.setValue(measure);
    figure.setMaxWidth(Double.MAX_VALUE);
    figure.setAccessibleText(messages.say("parts.range.figure"));
    figure.valueProperty().subscribe((_, _) -> read());
    field(from, "from", range.least());
    field(to, "to", range.most());
    Button away =
        Rows.iconButton(Feather.X, messages.say("parts.range.remove"), () -> remove.accept(this));
    HBox.setHgrow(figure, Priority.ALWAYS);
    figure.setPrefWidth(120);
    HBox head = new HBox(4, figure, away);
    head.setAlignment(Pos.CENTER_LEFT);
    HBox bounds = new HBox(4, from, new Label("–"), to);
    bounds.setAlignment(Pos.CENTER_LEFT);
    Rows.show(error, false);
    getChildren().addAll(head, bounds, error);
  }

  private void field(TextField field, String side, OptionalDouble value) {
    field.setId("range-" + side);
    field.setPromptText(messages.say("parts.range." + side));
    field.setAccessibleText(messages.say("parts.range." + side));
    field.setPrefWidth(80);
    HBox.setHgrow(field, Priority.ALWAYS);
    value.ifPresent(v -> field.setText(QuantityFormat.format(v, shown.dimension())));
    field.textProperty().subscribe((_, _) -> read());
  }

  Measure measure() {
    return shown;
  }

  void takeFocus() {
    figure.requestFocus();
  }

  private void read() {
    Rows.show(error, false);
    from.pseudoClassStateChanged(WRONG, false);
    to.pseudoClassStateChanged(WRONG, false);
    Measure before = shown;
    shown = figure.getValue();
    Optional<OptionalDouble> least = read(from);
    Optional<OptionalDouble> most = read(to);
    if (least.isPresent() && most.isPresent()) {
      told.changed(before, shown, new Query.Range(least.get(), most.get()));
    }
  }

  /** Empty where it is no quantity. */
  private Optional<OptionalDouble> read(TextField field) {
    if (field.getText().isBlank()) {
      return Optional.of(OptionalDouble.empty());
    }
    try {
      return Optional.of(
          OptionalDouble.of(QuantityFormat.parse(field.getText(), shown.dimension())));
    } catch (QuantityException e) {
      field.pseudoClassStateChanged(WRONG, true);
      error.setText(messages.say(e.text()));
      Rows.show(error, true);
      return Optional.empty();
    }
  }
}
