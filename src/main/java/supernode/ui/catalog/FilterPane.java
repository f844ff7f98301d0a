package supernode.ui.catalog;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.CheckComboBox;
import supernode.catalog.Property;
import supernode.catalog.browse.Measure;
import supernode.catalog.browse.Query;
import supernode.catalog.browse.Shelf;
import supernode.quantity.Messages;
import supernode.ui.panel.Rows;

/** Kinds, makers and bounds: what narrows the catalogue. */
final class FilterPane extends VBox {
  private static final Measure YEAR = Measure.of(Property.YEAR);

  private final CatalogState state;
  private final Messages messages;
  private final ListView<Optional<String>> kinds = new ListView<>();
  private final Label makersLabel = Rows.label("", "section-head");
  private final VBox makersSlot = new VBox();
  private final VBox ranges = new VBox();
  private final CheckBox own = new CheckBox();
  private final Button add;
  private final Button reset;
  private final Map<Optional<String>, Integer> counts = new LinkedHashMap<>();
  private Shelf shelf = new Shelf(List.of());
  private Optional<String> built = Optional.of("");
  private List<String> builtMakers = List.of();
  private boolean showing;

  FilterPane(CatalogState state, Messages messages) {
    this.state = state;
    this.messages = messages;
    getStyleClass().add("filter-pane");
    kinds.setId("parts-kinds");
    kinds.setAccessibleText(messages.say("parts.kinds"));
    kinds.setCellFactory(_ -> new KindCell(counts, messages));
    kinds
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(kind -> {
          if (!showing && kind != null) {
            state.queryProperty().set(state.queryProperty().get().withKind(kind));
          }
        });
    own.setId("parts-own-only");
    own.setText(messages.say("parts.ownOnly"));
    own.selectedProperty()
        .subscribe((_, on) -> {
          if (!showing) {
            state.queryProperty().set(state.queryProperty().get().withOwnOnly(on));
          }
        });
    add = Rows.button(messages.say("parts.range.add"), "quiet-button", this::addRange);
    add.setId("parts-add-range");
    reset = Rows.button(messages.say("parts.reset"), "quiet-button", this::reset);
    reset.setId("parts-reset");
    ranges.getStyleClass().add("range-rows");
    VBox filters =
        new VBox(
            makersLabel,
            makersSlot,
            Rows.label(messages.say("parts.ranges"), "section-head"),
            ranges,
            add,
            own,
            reset);
    filters.getStyleClass().add("filter-rows");
    ScrollPane scroll = new ScrollPane(filters);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("inspector-scroll");
    scroll.setMinHeight(250);
    setVgrow(kinds, Priority.ALWAYS);
    kinds.setPrefHeight(440);
    scroll.setPrefHeight(330);
    getChildren().addAll(Rows.label(messages.say("parts.kinds"), "section-head"), kinds, scroll);
  }

  /** Shows what there is, and the query as it stands. */
  void show(Shelf next) {
    showing = true;
    Query query = state.queryProperty().get();
    if (next != shelf) {
      shelf = next;
      counts.clear();
      counts.put(Optional.empty(), shelf.entries().size());
      shelf.kinds().forEach((k, n) -> counts.put(Optional.of(k), n));
      kinds.getItems().setAll(counts.keySet());
    }
    kinds.getSelectionModel().select(query.kind());
    own.setSelected(query.ownOnly());
    List<String> makers = shelf.makers(query.kind());
    if (!built.equals(query.kind()) || !builtMakers.equals(makers)) {
      built = query.kind();
      builtMakers = makers;
      fillMakers(query, makers);
      fillRanges(query);
    } else if (!query.narrows()) {
      fillMakers(query, makers);
      fillRanges(query);
    }
    reset.setDisable(!query.narrows());
    showing = false;
  }

  private void fillMakers(Query query, List<String> makers) {
    boolean links = query.kind().filter("link"::equals).isPresent();
    makersLabel.setText(messages.say(links ? "parts.column.medium" : "parts.column.maker"));
    Rows.show(makersLabel, !makers.isEmpty());
    makersSlot.getChildren().clear();
    if (makers.isEmpty()) {
      return;
    }
    CheckComboBox<String> box = new CheckComboBox<>();
    box.setId("parts-makers");
    box.setMaxWidth(Double.MAX_VALUE);
    box.setAccessibleText(makersLabel.getText());
    box.setTitle(messages.say("parts.makers.all"));
    box.setShowCheckedCount(true);
    box.getItems().setAll(makers);
    query.makers().forEach(m -> box.getCheckModel().check(m));
    box.getCheckModel()
        .getCheckedItems()
        .addListener(
            (ListChangeListener<String>)
                _ -> {
                  if (!showing) {
                    Set<String> taken = new HashSet<>(box.getCheckModel().getCheckedItems());
                    taken.remove(null);
                    state.queryProperty().set(state.queryProperty().get().withMakers(taken));
                  }
                });
    makersSlot.getChildren().setAll(box);
  }

  private void fillRanges(Query query) {
    ranges.getChildren().clear();
    List<Measure> measures = shelf.measures(query.kind());
    List<Measure> first = new ArrayList<>(query.ranges().keySet());
    if (first.isEmpty() && measures.contains(YEAR)) {
      first.add(YEAR);
    }
    first.forEach(m -> ranges.getChildren().add(row(measures, m, query)));
    add.setDisable(measures.isEmpty());
  }

  private RangeRow row(List<Measure> measures, Measure measure, Query query) {
    Query.Range range =
        query
            .ranges()
            .getOrDefault(measure, new Query.Range(OptionalDouble.empty(), OptionalDouble.empty()));
    return new RangeRow(messages, measures, measure, range, this::bounded, this::removed);
  }

  private void bounded(Measure before, Measure measure, Query.Range range) {
    Query.Range open = new Query.Range(OptionalDouble.empty(), OptionalDouble.empty());
    state
        .queryProperty()
        .set(state.queryProperty().get().withRange(before, open).withRange(measure, range));
  }

  private void removed(RangeRow row) {
    ranges.getChildren().remove(row);
    bounded(
        row.measure(),
        row.measure(),
        new Query.Range(OptionalDouble.empty(), OptionalDouble.empty()));
  }

  private void addRange() {
    Query query = state.queryProperty().get();
    List<Measure> measures = shelf.measures(query.kind());
    Set<Measure> used = new HashSet<>();
    ranges.getChildren().forEach(n -> used.add(((RangeRow) n).measure()));
    measures.stream()
        .filter(m -> !used.contains(m))
        .findFirst()
        .ifPresent(m -> {
          RangeRow row = row(measures, m, query);
          ranges.getChildren().add(row);
          row.takeFocus();
        });
  }

  private void reset() {
    Query query = state.queryProperty().get();
    state.queryProperty().set(Query.ALL.withKind(query.kind()));
  }
}
