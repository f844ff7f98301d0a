package supernode.ui.catalog;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import supernode.catalog.Property;
import supernode.catalog.browse.Columns;
import supernode.catalog.browse.Derived;
import supernode.catalog.browse.Entry;
import supernode.catalog.browse.Measure;
import supernode.figure.chart.CatalogChart;
import supernode.figure.chart.Chart;
import supernode.quantity.Messages;
import supernode.quantity.Text;
import supernode.report.ChartFile;
import supernode.solve.Outcome;
import supernode.store.SafeFile;
import supernode.store.StoreException;
import supernode.ui.canvas.FxColors;
import supernode.ui.chart.ChartTable;
import supernode.ui.chart.FigurePane;
import supernode.ui.panel.Rows;

/** Any two figures of the entries shown over each other. */
final class ScatterPane extends VBox {
  private static final Measure YEAR = Measure.of(Property.YEAR);

  /** What is plotted first, as far as a kind has it. */
  private static final List<Measure> TELLING =
      List.of(
          Derived.FP16_PER_WATT,
          Measure.of(Property.MEMORY_BANDWIDTH),
          Measure.of(Property.SWITCHING_CAPACITY),
          Measure.of(Property.RATE));

  private final CatalogState state;
  private final Messages messages;
  private final CatalogFiles files;
  private final ComboBox<Measure> x;
  private final ComboBox<Measure> y;
  private final CheckBox logX = new CheckBox();
  private final CheckBox logY = new CheckBox();
  private final CheckBox labels = new CheckBox();
  private final Label title = Rows.label("", "chart-title");
  private final Label subtitle = Rows.label("", "chart-subtitle");
  private final Label reason = Rows.prose("", "empty-note");
  private final Label said = Rows.prose("", "section-note");
  private final FigurePane picture;
  private final MenuButton export = new MenuButton();
  private List<Entry> entries = List.of();
  private List<Measure> measures = List.of();
  private Optional<Chart> chart = Optional.empty();
  private boolean showing;

  ScatterPane(
      CatalogState state, Messages messages, CatalogFiles files, ObservableValue<FxColors> colors) {
    this.state = state;
    this.messages = messages;
    this.files = files;
    getStyleClass().add("scatter-pane");
    x = axis("x");
    y = axis("y");
    log(logX, "x");
    log(logY, "y");
    labels.setId("scatter-labels");
    labels.setText(messages.say("parts.chart.labels"));
    labels.selectedProperty().subscribe((_, _) -> chosen());
    export.setId("scatter-export");
    export.setText(messages.say("parts.chart.export"));
    for (String ending : List.of("csv", "svg", "png")) {
      MenuItem item = new MenuItem(ending.toUpperCase(java.util.Locale.ROOT));
      item.setId("scatter-" + ending);
      item.setOnAction(_ -> write(ending));
      export.getItems().add(item);
    }
    HBox bar =
        new HBox(
            8,
            named("parts.chart.y", y),
            logY,
            named("parts.chart.x", x),
            logX,
            labels,
            Rows.spring(),
            export);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("view-bar");
    picture = new FigurePane(messages, colors);
    picture.setId("scatter");
    picture.setOnPick(key -> state.chosenProperty().set(Optional.of(key)));
    StackPane body = new StackPane(picture, reason);
    body.getStyleClass().add("scatter-body");
    body.setMinHeight(0);
    setVgrow(body, Priority.ALWAYS);
    Rows.show(said, false);
    getChildren().addAll(bar, title, subtitle, body, said);
  }

  private ComboBox<Measure> axis(String name) {
    ComboBox<Measure> box = MeasureBox.of(List.of(), messages);
    box.setId("scatter-" + name);
    box.setPrefWidth(180);
    box.setAccessibleText(messages.say("parts.chart." + name));
    box.valueProperty().subscribe((_, _) -> chosen());
    return box;
  }

  private void log(CheckBox box, String axis) {
    box.setId("scatter-log-" + axis);
    box.setText(messages.say("parts.chart.log"));
    box.selectedProperty().subscribe((_, _) -> chosen());
  }

  private Node named(String key, Node field) {
    Label label = Rows.label(messages.say(key), "secondary");
    label.setLabelFor(field);
    label.setMinWidth(USE_PREF_SIZE);
    HBox both = new HBox(6, label, field);
    both.setAlignment(Pos.CENTER_LEFT);
    return both;
  }

  /**
   * @param ofKind all of the kind: what can be chosen does not change with every filter
   */
  void show(List<Entry> shown, List<Entry> ofKind) {
    entries = shown;
    showing = true;
    List<Measure> next = Columns.of(ofKind);
    if (!next.equals(measures)) {
      measures = next;
      x.getItems().setAll(next);
      y.getItems().setAll(next);
    }
    CatalogChart wish =
        state
            .chartProperty()
            .get()
            .filter(c -> next.contains(c.x()) && next.contains(c.y()))
            .orElseGet(() -> first(next));
    x.setValue(wish.x());
    y.setValue(wish.y());
    logX.setSelected(wish.logX());
    logY.setSelected(wish.logY());
    labels.setSelected(wish.labelled());
    showing = false;
    chosen();
  }

  private static CatalogChart first(List<Measure> measures) {
    Measure across = measures.contains(YEAR) || measures.isEmpty() ? YEAR : measures.getFirst();
    Measure up =
        Stream.concat(TELLING.stream(), measures.reversed().stream())
            .filter(measures::contains)
            .filter(m -> !m.equals(across))
            .findFirst()
            .orElse(across);
    return new CatalogChart(across, up, false, false, true);
  }

  private void chosen() {
    if (showing || x.getValue() == null || y.getValue() == null) {
      return;
    }
    CatalogChart wish =
        new CatalogChart(
            x.getValue(), y.getValue(), logX.isSelected(), logY.isSelected(), labels.isSelected());
    state.chartProperty().set(Optional.of(wish));
    Set<String> standOut =
        Stream.concat(
                state.chosenProperty().get().stream(), state.comparedProperty().get().stream())
            .collect(Collectors.toSet());
    Outcome<Chart> outcome = wish.of(entries, standOut);
    chart = outcome.asOptional();
    Rows.show(picture, chart.isPresent());
    Rows.show(reason, chart.isEmpty());
    reason.setText(outcome.whyNot().map(messages::say).orElse(""));
    title.setText(chart.map(c -> messages.say(c.title())).orElse(""));
    subtitle.setText(chart.map(c -> messages.say(c.subtitle())).orElse(""));
    export.setDisable(chart.isEmpty());
    chart.ifPresent(picture::show);
  }

  /** Another entry stands out. */
  void mark() {
    chosen();
  }

  private void write(String ending) {
    if (chart.isEmpty()) {
      return;
    }
    files.toWrite(chart.get().id() + "." + ending, ending).ifPresent(to -> write(ending, to));
  }

  private void write(String ending, Path to) {
    Text told = Text.of("parts.written", to.toString());
    try {
      Chart c = chart.orElseThrow();
      SafeFile.write(
          to,
          switch (ending) {
            case "svg" -> ChartFile.svg(c, messages).getBytes(StandardCharsets.UTF_8);
            case "png" -> ChartFile.png(c, messages);
            default -> ChartTable.csv(c, messages).getBytes(StandardCharsets.UTF_8);
          });
    } catch (StoreException e) {
      told = e.text();
    }
    said.setText(messages.say(told));
    Rows.show(said, true);
  }
}
