package supernode.ui.catalog;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import supernode.catalog.browse.Comparison;
import supernode.catalog.browse.Entry;
import supernode.catalog.browse.Reading;
import supernode.quantity.Messages;
import supernode.ui.Tip;
import supernode.ui.panel.Rows;

/** Two to five entries side by side: the best of each figure marked, what differs told apart. */
final class ComparePane extends VBox {
  private static final PseudoClass DIFFERS = PseudoClass.getPseudoClass("differs");
  private static final double NAME_WIDTH = 210;
  private static final double LEAST_WIDTH = 130;
  private static final double MOST_WIDTH = 260;
  private static final double SCROLLBAR = 16;

  private final CatalogState state;
  private final Messages messages;
  private final TableView<Comparison.Row> table = new TableView<>();
  private final CheckBox differing = new CheckBox();
  private final Label hint;
  private Comparison comparison = new Comparison(List.of(), List.of());
  private boolean showing;

  ComparePane(CatalogState state, Messages messages) {
    this.state = state;
    this.messages = messages;
    getStyleClass().add("compare-pane");
    differing.setId("compare-differing");
    differing.setText(messages.say("parts.compare.differing"));
    differing.selectedProperty().subscribe((_, _) -> fill());
    Label legend = Rows.label(messages.say("parts.compare.legend"), "section-note");
    HBox bar = new HBox(12, differing, Rows.spring(), legend);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("view-bar");
    hint = Rows.prose(messages.say("parts.compare.hint"), "empty-note");
    hint.setMaxWidth(Double.MAX_VALUE);
    table.setId("compare-table");
    table.getStyleClass().addAll("parts-table", "compare-table");
    table.setAccessibleText(messages.say("parts.view.compare"));
    table.getSelectionModel().setCellSelectionEnabled(true);
    table.setRowFactory(_ -> new DifferingRow());
    table.widthProperty().subscribe(_ -> fit());
    table.getFocusModel().focusedCellProperty().subscribe(this::focused);
    setVgrow(table, Priority.ALWAYS);
    getChildren().addAll(bar, hint, table);
  }

  TableView<Comparison.Row> table() {
    return table;
  }

  void show(List<Entry> entries) {
    boolean enough = entries.size() >= Comparison.FEWEST;
    Rows.show(hint, !enough);
    Rows.show(table, enough);
    if (!enough || entries.equals(comparison.entries())) {
      comparison = enough ? comparison : new Comparison(List.of(), List.of());
      return;
    }
    comparison = Comparison.of(entries);
    showing = true;
    table.getColumns().setAll(List.of(names()));
    for (int i = 0; i < entries.size(); i++) {
      table.getColumns().add(column(entries.get(i), i));
    }
    showing = false;
    fit();
    fill();
  }

  /** All side by side, as far as there is room. */
  private void fit() {
    int entries = table.getColumns().size() - 1;
    double room = (table.getWidth() - NAME_WIDTH - SCROLLBAR) / Math.max(1, entries);
    table.getColumns().stream()
        .skip(1)
        .forEach(c -> c.setPrefWidth(Math.clamp(room, LEAST_WIDTH, MOST_WIDTH)));
  }

  private void fill() {
    showing = true;
    table
        .getItems()
        .setAll(
            comparison.rows().stream()
                .filter(r -> !differing.isSelected() || r.differs())
                .toList());
    showing = false;
  }

  private TableColumn<Comparison.Row, String> names() {
    TableColumn<Comparison.Row, String> names = new TableColumn<>(messages.say("parts.figure"));
    names.setCellValueFactory(
        row -> new ReadOnlyStringWrapper(messages.say(row.getValue().measure().title())));
    names.setPrefWidth(NAME_WIDTH);
    names.setSortable(false);
    names.setReorderable(false);
    names.getStyleClass().add("compare-names");
    return names;
  }

  private TableColumn<Comparison.Row, Optional<Reading>> column(Entry entry, int index) {
    TableColumn<Comparison.Row, Optional<Reading>> column = new TableColumn<>();
    Label name = new Label(entry.name());
    name.getStyleClass().add("head-title");
    name.setWrapText(true);
    Label maker = Rows.label(entry.maker(), "head-unit");
    VBox words = new VBox(name, maker);
    words.setMinWidth(0);
    Button away =
        Rows.iconButton(
            Feather.X,
            messages.say("parts.compare.remove", entry.name()),
            () -> state.compare(entry.key(), false));
    HBox head = new HBox(4, words, Rows.spring(), away);
    head.getStyleClass().add("head-lines");
    column.setGraphic(head);
    column.setUserData(entry);
    column.setCellValueFactory(
        row -> new ReadOnlyObjectWrapper<>(row.getValue().readings().get(index)));
    column.setCellFactory(_ -> new BestCell(index));
    column.setSortable(false);
    column.getStyleClass().add("figure-column");
    return column;
  }

  private void focused(TablePosition<?, ?> at) {
    if (showing || at == null || at.getRow() < 0 || at.getRow() >= table.getItems().size()) {
      return;
    }
    state.figureProperty().set(Optional.of(table.getItems().get(at.getRow()).measure()));
    if (at.getTableColumn() != null && at.getTableColumn().getUserData() instanceof Entry e) {
      state.chosenProperty().set(Optional.of(e.key()));
    }
  }

  private static final class DifferingRow extends TableRow<Comparison.Row> {
    @Override
    protected void updateItem(Comparison.Row row, boolean empty) {
      super.updateItem(row, empty);
      pseudoClassStateChanged(DIFFERS, !empty && row != null && row.differs());
    }
  }

  /** A figure, starred where it is the best one. */
  private final class BestCell
      extends javafx.scene.control.TableCell<Comparison.Row, Optional<Reading>> {
    private static final PseudoClass BEST = PseudoClass.getPseudoClass("best");

    private final int index;
    private final Badge badge = new Badge(messages, true);
    private final Tip tip = Tip.on(this);

    BestCell(int index) {
      this.index = index;
      setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
      setAlignment(Pos.CENTER_RIGHT);
      getStyleClass().add("figure-cell");
    }

    @Override
    protected void updateItem(Optional<Reading> reading, boolean empty) {
      super.updateItem(reading, empty);
      Comparison.Row row = empty || getTableRow() == null ? null : getTableRow().getItem();
      boolean known = row != null && reading != null && reading.isPresent();
      boolean best = known && row.best().contains(index);
      pseudoClassStateChanged(BEST, best);
      if (!known) {
        setText("");
        setGraphic(null);
        tip.say(empty ? "" : messages.say("parts.notPublic"));
        setAccessibleText(empty ? null : messages.say("parts.notPublic"));
        return;
      }
      Reading r = reading.get();
      String value = FigureText.whole(row.measure(), r, messages);
      setText(best ? "★ " + value : value);
      badge.show(r.confidence());
      setGraphic(badge);
      String sure = messages.say("confidence." + r.confidence().key());
      tip.say(
          r.derived()
              ? messages.say("parts.derived", sure)
              : sure + ": " + r.inputs().getFirst().source());
      setAccessibleText(
          (best ? messages.say("parts.compare.best") + ", " : "") + value + ", " + sure);
    }
  }
}
