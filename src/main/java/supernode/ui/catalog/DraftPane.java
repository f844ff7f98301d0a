package supernode.ui.catalog;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import supernode.catalog.Property;
import supernode.catalog.browse.Draft;
import supernode.catalog.browse.DraftPort;
import supernode.catalog.browse.Measure;
import supernode.quantity.Messages;
import supernode.quantity.Text;
import supernode.ui.panel.Rows;

/** The form of a part of one's own: each figure with its unit, its source and how sure it is. */
final class DraftPane extends VBox {
  private final Messages messages;
  private final Predicate<String> taken;
  private final Function<Draft, Optional<Text>> save;
  private final Runnable away;
  private final VBox lines = new VBox();
  private final Map<String, FieldNote> notes = new LinkedHashMap<>();
  private final Label trouble = Rows.prose("", "field-error");
  private Draft draft;
  private boolean tried;

  /**
   * @param taken whether an id is somebody else's
   * @param fresh whether it is new and its id may be chosen
   * @param kindHas figures that its kind has, to be added
   * @param save keeps it; a text says why it cannot be
   */
  DraftPane(
      Draft first,
      boolean fresh,
      List<Measure> kindHas,
      Messages messages,
      Predicate<String> taken,
      Function<Draft, Optional<Text>> save,
      Runnable away) {
    this.messages = messages;
    this.taken = taken;
    this.save = save;
    this.away = away;
    this.draft = first;
    setId("draft-pane");
    getStyleClass().add("parts-page");
    Label title =
        Rows.prose(
            messages.say(fresh ? "own.title.copy" : "own.title.edit", first.base().name()),
            "page-title");
    TextField name = head("name", first.name(), text -> draft = draft.withName(text));
    TextField id = head("id", first.id(), text -> draft = draft.withId(text));
    id.setDisable(!fresh);
    TextField maker = head("maker", first.maker(), text -> draft = draft.withMaker(text));
    HBox heads = new HBox(12);
    heads.getChildren().add(labelled("parts.column.name", name, "name"));
    heads.getChildren().add(labelled("own.id.label", id, "id"));
    String makerKey = first.base().isLink() ? "parts.column.medium" : "parts.column.maker";
    heads.getChildren().add(labelled(makerKey, maker, "maker"));
    lines.getStyleClass().add("draft-lines");
    ScrollPane scroll = new ScrollPane(lines);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("inspector-scroll");
    setVgrow(scroll, Priority.ALWAYS);
    fill(kindHas);
    Button done = Rows.button(messages.say("own.save"), "accent", this::save);
    done.setId("draft-save");
    Button cancel = Rows.button(messages.say("ui.cancel"), "plain-button", away);
    cancel.setId("draft-cancel");
    Rows.show(trouble, false);
    Label rule = Rows.prose(messages.say("own.rule"), "section-note");
    getChildren()
        .addAll(
            title,
            rule,
            heads,
            DraftRow.head(messages),
            scroll,
            trouble,
            new HBox(8, done, cancel));
  }

  private TextField head(String field, String text, java.util.function.Consumer<String> typed) {
    TextField box = new TextField(text);
    box.setId("draft-" + field);
    box.textProperty()
        .subscribe((_, now) -> {
          typed.accept(now);
          check();
        });
    return box;
  }

  private VBox labelled(String key, TextField field, String name) {
    Label label = Rows.label(messages.say(key), "row-label");
    label.setLabelFor(field);
    field.setAccessibleText(label.getText());
    FieldNote note = new FieldNote(field);
    notes.put(name, note);
    VBox box = new VBox(2, label, field, note);
    HBox.setHgrow(box, Priority.ALWAYS);
    box.setPrefWidth(240);
    return box;
  }

  private void fill(List<Measure> kindHas) {
    Set<Property> own = new LinkedHashSet<>();
    Set<Property> more = new LinkedHashSet<>();
    for (Measure m : kindHas) {
      if (m instanceof Measure.Given(Property p)) {
        (draft.lines().containsKey(p) ? own : more).add(p);
      }
    }
    own.addAll(draft.lines().keySet());
    own.forEach(p -> lines.getChildren().add(row(p)));
    ComboBox<Measure> add = MeasureBox.of(more.stream().map(p -> Measure.of(p)).toList(), messages);
    add.setId("draft-add");
    add.setPromptText(messages.say("own.add"));
    add.setAccessibleText(messages.say("own.add"));
    add.valueProperty()
        .subscribe((_, m) -> {
          if (m instanceof Measure.Given(Property p)) {
            DraftRow row = row(p);
            lines.getChildren().add(lines.getChildren().indexOf(add), row);
            javafx.application.Platform.runLater(() -> {
              add.setValue(null);
              add.getItems().remove(m);
            });
            row.takeFocus();
          }
        });
    Rows.show(add, !more.isEmpty());
    lines.getChildren().add(add);
    if (draft.ports().stream().anyMatch(DraftPort::isSignal)) {
      lines.getChildren().add(DraftPortRow.head(messages));
    }
    for (int i = 0; i < draft.ports().size(); i++) {
      if (draft.ports().get(i).isSignal()) {
        lines.getChildren().add(new PortRow(i));
      }
    }
  }

  private DraftRow row(Property property) {
    DraftRow row =
        new DraftRow(
            property,
            draft.line(property),
            messages,
            line -> {
              draft = draft.with(property, line);
              check();
            });
    notes.put(property.key(), row.note());
    notes.put(property.key() + " source", row.note());
    return row;
  }

  private final class PortRow extends DraftPortRow {
    PortRow(int index) {
      super(
          draft.ports().get(index),
          messages,
          port -> {
            draft = draft.with(index, port);
            check();
          });
      for (String part : List.of("count", "rate", "source")) {
        notes.put("port " + index + " " + part, note());
      }
    }
  }

  /** Tells what is wrong once somebody has tried to save, and what is mended at once. */
  private Map<String, Text> check() {
    Map<String, Text> problems = draft.problems(taken);
    Map<FieldNote, Text> said = new LinkedHashMap<>();
    problems.forEach((field, text) -> {
      if (tried || !field.endsWith(" source")) {
        said.putIfAbsent(notes.get(field), text);
      }
    });
    new LinkedHashSet<>(notes.values())
        .forEach(n -> n.say(Optional.ofNullable(said.get(n)).map(messages::say)));
    return problems;
  }

  private void save() {
    tried = true;
    Map<String, Text> problems = check();
    Rows.show(trouble, !problems.isEmpty());
    trouble.setText(messages.say("own.problems", problems.size()));
    if (!problems.isEmpty()) {
      notes.get(problems.keySet().iterator().next()).takeFocus();
      return;
    }
    Optional<Text> wrong = save.apply(draft);
    if (wrong.isEmpty()) {
      away.run();
    } else {
      trouble.setText(messages.say(wrong.get()));
      Rows.show(trouble, true);
    }
  }
}
