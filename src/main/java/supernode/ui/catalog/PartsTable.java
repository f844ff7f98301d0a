package supernode.ui.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import supernode.catalog.browse.Columns;
import supernode.catalog.browse.Entry;
import supernode.catalog.browse.Field;
import supernode.catalog.browse.Measure;
import supernode.catalog.browse.Reading;
import supernode.catalog.browse.Sorting;
import supernode.quantity.Messages;
import supernode.ui.panel.Rows;

/** The entries that answer as rows, their figures as columns; sorted by a click on a head. */
final class PartsTable extends TableView<Entry> {
  private static final double NAME_WIDTH = 190;
  private static final double WORD_WIDTH = 96;
  private static final double FIGURE_WIDTH = 94;
  private static final double WIDEST = 130;
  private static final double PER_LETTER = 9;

  private final CatalogState state;
  private final Messages messages;
  private final ObservableList<Entry> rows = FXCollections.observableArrayList();
  private List<Entry> unsorted = List.of();
  private List<Field> shown = List.of();
  private boolean choosing;

  PartsTable(CatalogState state, Messages messages, Consumer<Entry> drag) {
    this.state = state;
    this.messages = messages;
    setId("parts-table");
    getStyleClass().add("parts-table");
    setAccessibleText(messages.say("parts.title"));
    setItems(rows);
    getSelectionModel().setCellSelectionEnabled(true);
    setTableMenuButtonVisible(true);
    setPlaceholder(Rows.prose(messages.say("parts.none"), "empty-note"));
    setRowFactory(_ -> new PartRow(drag));
    setSortPolicy(_ -> {
      sortRows();
      return true;
    });
    getFocusModel().focusedCellProperty().subscribe(this::focused);
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
  }

  /** Shows entries, with the columns of their kind. */
  void show(List<Entry> entries, List<Entry> ofKind, boolean mixed) {
    unsorted = entries;
    List<Field> fields = fields(ofKind, mixed);
    if (!fields.equals(shown)) {
      shown = fields;
      choosing = true;
      // Sorting would look for the chosen cell in a column that goes.
      getSelectionModel().clearSelection();
      getSortOrder().clear();
      getColumns().setAll(columns(ofKind, fields));
      choosing = false;
    }
    sortRows();
    boolean seen =
        state
            .chosenProperty()
            .get()
            .filter(key -> rows.stream().anyMatch(e -> e.key().equals(key)))
            .isPresent();
    if (!seen && !rows.isEmpty()) {
      state.chosenProperty().set(Optional.of(rows.getFirst().key()));
    }
    choose(state.chosenProperty().get());
  }

  private static List<Field> fields(List<Entry> ofKind, boolean mixed) {
    List<Field> fields = new ArrayList<>(List.of(Field.Word.NAME, Field.Word.MAKER));
    if (mixed) {
      fields.add(Field.Word.KIND);
    }
    fields.addAll(Columns.of(ofKind));
    return fields;
  }

  private List<TableColumn<Entry, ?>> columns(List<Entry> ofKind, List<Field> fields) {
    List<TableColumn<Entry, ?>> columns = new ArrayList<>();
    columns.add(new TickColumn(state, messages));
    boolean links = ofKind.stream().allMatch(Entry::isLink);
    for (Field field : fields) {
      columns.add(
          switch (field) {
            case Field.Word word -> word(word, links);
            case Measure m -> figures(m, ofKind);
          });
    }
    return columns;
  }

  private TableColumn<Entry, String> word(Field.Word word, boolean links) {
    String key =
        word == Field.Word.MAKER && links
            ? "medium"
            : word.name().toLowerCase(java.util.Locale.ROOT);
    TableColumn<Entry, String> column = new TableColumn<>(messages.say("parts.column." + key));
    column.setUserData(word);
    column.setId("column-" + key);
    column.setCellValueFactory(row ->
        new ReadOnlyStringWrapper(
            switch (word) {
              case NAME -> row.getValue().name();
              case MAKER -> row.getValue().maker();
              case KIND -> kindName(row.getValue().kind());
            }));
    column.setPrefWidth(word == Field.Word.NAME ? NAME_WIDTH : WORD_WIDTH);
    return column;
  }

  private TableColumn<Entry, Optional<Reading>> figures(Measure measure, List<Entry> ofKind) {
    FigureText text = FigureText.of(measure, ofKind, messages);
    TableColumn<Entry, Optional<Reading>> column = new TableColumn<>();
    column.setUserData(measure);
    column.setId("column-" + measure.key());
    // The menu of columns reads the text, people the two lines.
    column.setText(text.title());
    Label title = new Label(text.title());
    title.setWrapText(true);
    title.getStyleClass().add("head-title");
    title.setMaxWidth(Double.MAX_VALUE);
    Label unit = new Label(text.unitName());
    unit.getStyleClass().add("head-unit");
    VBox head = new VBox(title, unit);
    head.getStyleClass().add("head-lines");
    column.setGraphic(head);
    column.getStyleClass().add("figure-column");
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(measure.of(row.getValue())));
    column.setCellFactory(_ -> new FigureCell<>(messages, text::bare));
    // Two lines hold the longest word, or half of the words.
    column.setPrefWidth(Math.clamp(PER_LETTER * text.title().length() / 2, FIGURE_WIDTH, WIDEST));
    return column;
  }

  private String kindName(String kind) {
    return messages.say("kind." + kind);
  }

  private void sortRows() {
    List<Sorting.Key> keys =
        getSortOrder().stream()
            .filter(c -> c.getUserData() instanceof Field)
            .map(c ->
                new Sorting.Key(
                    (Field) c.getUserData(), c.getSortType() == TableColumn.SortType.DESCENDING))
            .toList();
    List<Entry> sorted = unsorted.stream().sorted(new Sorting(keys).order(this::kindName)).toList();
    if (!rows.equals(sorted)) {
      choosing = true;
      rows.setAll(sorted);
      choosing = false;
      choose(state.chosenProperty().get());
    }
  }

  /** Selects the row of an entry, in the column that is looked at. */
  void choose(Optional<String> key) {
    if (choosing) {
      return;
    }
    int row = -1;
    for (int i = 0; i < rows.size() && key.isPresent(); i++) {
      row = rows.get(i).key().equals(key.get()) ? i : row;
    }
    TablePosition<?, ?> focus = getFocusModel().getFocusedCell();
    if (row < 0 || (focus.getRow() == row && getSelectionModel().isSelected(row))) {
      return;
    }
    choosing = true;
    TableColumn<Entry, ?> column =
        focus.getColumn() > 0 ? getVisibleLeafColumn(focus.getColumn()) : getVisibleLeafColumn(1);
    getSelectionModel().clearAndSelect(row, column);
    getFocusModel().focus(row, column);
    scrollTo(Math.max(0, row - 4));
    choosing = false;
  }

  private void focused(TablePosition<?, ?> at) {
    if (choosing || at == null || at.getRow() < 0 || at.getRow() >= rows.size()) {
      return;
    }
    choosing = true;
    state.chosenProperty().set(Optional.of(rows.get(at.getRow()).key()));
    Object field = at.getTableColumn() == null ? null : at.getTableColumn().getUserData();
    if (field instanceof Measure m) {
      state.figureProperty().set(Optional.of(m));
    }
    choosing = false;
  }

  private void key(KeyEvent e) {
    int row = getFocusModel().getFocusedIndex();
    if (e.getCode() == KeyCode.SPACE && row >= 0 && row < rows.size()) {
      Entry entry = rows.get(row);
      state.compare(entry.key(), !state.isCompared(entry));
      refresh();
      e.consume();
    }
  }

  /** The heads that people sort by, for the status of the table. */
  List<String> sortedBy() {
    return getSortOrder().stream().map(TableColumn::getText).filter(Objects::nonNull).toList();
  }
}
