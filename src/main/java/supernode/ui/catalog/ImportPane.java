package supernode.ui.catalog;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import supernode.catalog.EntryImport;
import supernode.catalog.browse.Entry;
import supernode.quantity.Messages;
import supernode.ui.panel.Rows;

/**
 * What a file of parts holds, before anything of it is kept: what is good, and what is wrong with
 * line, column and remedy. With anything wrong, the good is kept only when the user says so.
 */
final class ImportPane extends VBox {
  /**
   * @param held whether the user has an entry of the id already
   * @param keep takes what is good
   */
  ImportPane(
      String file,
      EntryImport read,
      Messages messages,
      Predicate<Entry> held,
      Consumer<EntryImport> keep,
      Runnable away) {
    setId("import-pane");
    getStyleClass().addAll("parts-page");
    List<Entry> good =
        Stream.concat(
                read.parts().stream().map(p -> Entry.of(p, true)),
                read.links().stream().map(l -> Entry.of(l, true)))
            .toList();
    boolean spotless = read.problems().isEmpty();
    Label title = Rows.prose(messages.say("parts.import.from", file), "page-title");
    Label counts =
        Rows.prose(
            messages.say("parts.import.counts", good.size(), read.problems().size()),
            "section-note");
    getChildren().addAll(title, counts);
    if (!spotless) {
      getChildren()
          .addAll(
              Rows.label(messages.say("parts.import.problems"), "section-head"),
              problems(read, messages));
    }
    TableView<Entry> taken = good(good, messages, held);
    getChildren().addAll(Rows.label(messages.say("parts.import.good"), "section-head"), taken);
    CheckBox anyway = new CheckBox(messages.say("parts.import.keep", good.size()));
    anyway.setId("import-keep");
    Rows.show(anyway, !spotless && !good.isEmpty());
    Button add =
        Rows.button(
            messages.say("parts.import.add", good.size()), "accent", () -> keep.accept(read));
    add.setId("import-add");
    add.setDisable(good.isEmpty() || !spotless);
    anyway.selectedProperty().subscribe((_, on) -> add.setDisable(!on));
    Button cancel = Rows.button(messages.say("ui.cancel"), "plain-button", away);
    cancel.setId("import-cancel");
    getChildren().addAll(anyway, new HBox(8, add, cancel));
  }

  private static TableView<EntryImport.Problem> problems(EntryImport read, Messages messages) {
    TableView<EntryImport.Problem> table = new TableView<>();
    table.setId("import-problems");
    table.getStyleClass().add("parts-table");
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    column(table, messages.say("parts.import.line"), 70, p -> String.valueOf(p.line()))
        .setMaxWidth(90);
    column(table, messages.say("parts.import.column"), 70, p -> String.valueOf(p.column()))
        .setMaxWidth(90);
    column(table, messages.say("parts.column.id"), 160, EntryImport.Problem::id).setMaxWidth(260);
    // What to do stands at the end of the sentence: it is never cut off.
    column(table, messages.say("parts.import.what"), 520, p -> messages.say(p.text()))
        .setCellFactory(Wrapped::new);
    table.getItems().setAll(read.problems());
    setVgrow(table, Priority.ALWAYS);
    return table;
  }

  private static TableView<Entry> good(List<Entry> good, Messages messages, Predicate<Entry> held) {
    TableView<Entry> table = new TableView<>();
    table.setId("import-good");
    table.getStyleClass().add("parts-table");
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    column(table, messages.say("parts.column.id"), 160, Entry::id);
    column(table, messages.say("parts.column.name"), 260, Entry::name);
    column(table, messages.say("parts.column.kind"), 160, e -> messages.say("kind." + e.kind()));
    column(table, messages.say("parts.figures"), 120, e -> String.valueOf(e.values().all().size()));
    column(
        table,
        messages.say("parts.import.effect"),
        200,
        e -> messages.say(held.test(e) ? "parts.import.replaces" : "parts.import.new"));
    table.getItems().setAll(good);
    table.setPlaceholder(new Label(messages.say("parts.import.none")));
    setVgrow(table, Priority.ALWAYS);
    return table;
  }

  private static <T> TableColumn<T, String> column(
      TableView<T> table, String title, double width, Function<T, String> text) {
    TableColumn<T, String> column = new TableColumn<>(title);
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
    column.setPrefWidth(width);
    column.setSortable(false);
    table.getColumns().add(column);
    return column;
  }

  private static final class Wrapped extends TableCell<EntryImport.Problem, String> {
    private static final double PADDING = 16;

    private final Text sentence = new Text();

    Wrapped(TableColumn<EntryImport.Problem, String> column) {
      sentence.getStyleClass().add("problem-text");
      sentence.wrappingWidthProperty().bind(column.widthProperty().subtract(PADDING));
      sentence.fillProperty().bind(textFillProperty());
      sentence.fontProperty().bind(fontProperty());
    }

    @Override
    protected void updateItem(String text, boolean empty) {
      super.updateItem(text, empty);
      sentence.setText(empty ? "" : text);
      setGraphic(empty ? null : sentence);
    }
  }
}
