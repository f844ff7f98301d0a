package supernode.ui.catalog;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import supernode.catalog.Confidence;
import supernode.catalog.Property;
import supernode.catalog.browse.DraftLine;
import supernode.quantity.Messages;
import supernode.ui.panel.Rows;

/** A figure of a part of one's own: value, how sure, source and note. */
final class DraftRow extends VBox {
  private static final double[] WIDTHS = {190, 130, 110, 320, 180};
  private static final int SOURCE = 3;

  private final Messages messages;
  private final Property property;
  private final Consumer<DraftLine> changed;
  private final TextField source;
  private final TextField remark;
  private final ComboBox<Confidence> confidence = new ComboBox<>();
  private final Control value;
  private final FieldNote note;
  private DraftLine line;
  private boolean showing;

  DraftRow(Property property, DraftLine first, Messages messages, Consumer<DraftLine> changed) {
    this.property = property;
    this.messages = messages;
    this.changed = changed;
    this.line = first;
    String name = messages.say("property." + property.key());
    value = property.choices().isEmpty() ? field(name) : choice(name);
    value.setId("draft-" + property.key());
    note = new FieldNote(value);
    source = text("source", first.source(), s -> line.withSource(s));
    remark = text("note", first.note(), s -> line.withNote(s));
    sure();
    getStyleClass().add("draft-row");
    Label label = Rows.label(name, "row-label");
    label.setLabelFor(value);
    getChildren().addAll(cells(label, value, confidence, source, remark), note);
  }

  /** The heads of the columns. */
  static Node head(Messages messages) {
    HBox head =
        cells(
            Rows.label(messages.say("parts.figure"), "section-head"),
            Rows.label(messages.say("own.value"), "section-head"),
            Rows.label(messages.say("own.sure"), "section-head"),
            Rows.label(messages.say("own.source.label"), "section-head"),
            Rows.label(messages.say("own.note"), "section-head"));
    head.getStyleClass().add("draft-head");
    return head;
  }

  static HBox cells(Region... cells) {
    HBox row = new HBox(8, cells);
    row.setAlignment(Pos.CENTER_LEFT);
    for (int i = 0; i < cells.length; i++) {
      cells[i].setPrefWidth(WIDTHS[i]);
      cells[i].setMinWidth(i < SOURCE ? WIDTHS[i] : 60);
      cells[i].setMaxWidth(i < SOURCE ? WIDTHS[i] : Double.MAX_VALUE);
      HBox.setHgrow(cells[i], i < SOURCE ? Priority.NEVER : Priority.ALWAYS);
    }
    return row;
  }

  private TextField field(String name) {
    TextField field = new TextField(line.value());
    field.setPromptText(
        messages.say("own.blank", property.dimension().units().getFirst().symbol()));
    field.setAccessibleText(name);
    field.textProperty().subscribe((_, now) -> typed(now));
    return field;
  }

  private ComboBox<String> choice(String name) {
    ComboBox<String> box = new ComboBox<>();
    box.getItems().setAll(property.choices());
    box.setValue(line.isBlank() ? null : line.value());
    box.setAccessibleText(name);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(String key) {
            return key == null ? "" : messages.say("coolant." + key);
          }

          @Override
          public String fromString(String text) {
            return box.getValue();
          }
        });
    box.valueProperty().subscribe((_, now) -> typed(now == null ? "" : now));
    return box;
  }

  /** Another value has another source: the fields beside it say so at once. */
  private void typed(String text) {
    line = line.typed(property, text);
    showing = true;
    source.setText(line.source());
    remark.setText(line.note());
    confidence.setValue(line.confidence());
    showing = false;
    changed.accept(line);
  }

  private TextField text(
      String name, String text, java.util.function.Function<String, DraftLine> with) {
    TextField field = new TextField(text);
    field.setId("draft-" + property.key() + "-" + name);
    field.setAccessibleText(messages.say(name.equals("source") ? "own.source.label" : "own.note"));
    field
        .textProperty()
        .subscribe((_, now) -> {
          if (!showing) {
            line = with.apply(now);
            changed.accept(line);
          }
        });
    return field;
  }

  private void sure() {
    confidence.getItems().setAll(List.of(Confidence.values()));
    confidence.setValue(line.confidence());
    confidence.setAccessibleText(messages.say("own.sure"));
    confidence.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(Confidence c) {
            return c == null ? "" : messages.say("confidence." + c.key());
          }

          @Override
          public Confidence fromString(String text) {
            return confidence.getValue();
          }
        });
    confidence
        .valueProperty()
        .subscribe((_, now) -> {
          if (!showing && now != null) {
            line = line.withConfidence(now);
            changed.accept(line);
          }
        });
  }

  FieldNote note() {
    return note;
  }

  void takeFocus() {
    value.requestFocus();
  }
}
