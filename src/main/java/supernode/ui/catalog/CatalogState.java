package supernode.ui.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import supernode.catalog.PartKind;
import supernode.catalog.browse.Comparison;
import supernode.catalog.browse.Entry;
import supernode.catalog.browse.Measure;
import supernode.catalog.browse.Query;
import supernode.figure.chart.CatalogChart;

/**
 * What the catalogue shows. It outlives the nodes that show it: a change of language makes new
 * ones.
 */
public final class CatalogState {
  /** How the entries that answer are looked at. */
  public enum View {
    TABLE,
    COMPARE,
    CHART
  }

  private final BooleanProperty open = new SimpleBooleanProperty();
  private final ObjectProperty<Query> query =
      new SimpleObjectProperty<>(Query.ALL.withKind(Optional.of(PartKind.ACCELERATOR.key())));
  private final ObjectProperty<View> view = new SimpleObjectProperty<>(View.TABLE);
  private final ObjectProperty<Optional<String>> chosen =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Optional<Measure>> figure =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<List<String>> compared = new SimpleObjectProperty<>(List.of());
  private final ObjectProperty<Optional<CatalogChart>> chart =
      new SimpleObjectProperty<>(Optional.empty());

  public BooleanProperty openProperty() {
    return open;
  }

  /** Opens the catalogue on an entry, with those of its kind around it. */
  public void show(String kind, String id) {
    query.set(Query.ALL.withKind(Optional.of(kind)));
    view.set(View.TABLE);
    figure.set(Optional.empty());
    chosen.set(Optional.of(kind + " " + id));
    open.set(true);
  }

  ObjectProperty<Query> queryProperty() {
    return query;
  }

  ObjectProperty<View> viewProperty() {
    return view;
  }

  /** Key of the entry that is looked at closely. */
  ObjectProperty<Optional<String>> chosenProperty() {
    return chosen;
  }

  /** The figure of it that is asked about. */
  ObjectProperty<Optional<Measure>> figureProperty() {
    return figure;
  }

  /** Keys of entries to be put side by side, in the order in which they were taken. */
  ObjectProperty<List<String>> comparedProperty() {
    return compared;
  }

  ObjectProperty<Optional<CatalogChart>> chartProperty() {
    return chart;
  }

  boolean isCompared(Entry entry) {
    return compared.get().contains(entry.key());
  }

  /** Takes an entry into the comparison or out of it; no more than fit are taken. */
  void compare(String key, boolean taken) {
    List<String> next = new ArrayList<>(compared.get());
    next.remove(key);
    if (taken && next.size() < Comparison.MOST) {
      next.add(key);
    }
    compared.set(List.copyOf(next));
  }
}
