package supernode.ui.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import supernode.analysis.Analysis;
import supernode.analysis.Comparison;
import supernode.figure.Palette;
import supernode.figure.chart.Chart;
import supernode.figure.chart.ComparisonCharts;
import supernode.figure.chart.Slot;
import supernode.quantity.Messages;
import supernode.solve.Outcome;
import supernode.ui.ColorToken;
import supernode.ui.canvas.FxColors;
import supernode.ui.chart.ChartCard;

/** The curves of all designs in one chart each; a legend that takes each out and puts it back. */
final class Curves extends VBox {
  private static final double SWATCH = 22;

  private final Messages messages;
  private final ObservableValue<FxColors> colors;
  private final FlowPane legend = new FlowPane(16, 4);
  private final HBox charts = new HBox(16);
  private final List<ChartCard> cards = new ArrayList<>();
  private final Set<Integer> hidden = new HashSet<>();
  private final Label none = new Label();
  private List<Analysis> analyses = List.of();

  Curves(Messages messages, Palette palette) {
    super(8);
    this.messages = messages;
    this.colors = new SimpleObjectProperty<>(new FxColors(palette));
    setId("compare-curves");
    getStyleClass().add("compare-curves");
    none.setText(messages.say("ui.compare.noCurves"));
    none.getStyleClass().add("secondary");
    VBox.setVgrow(charts, Priority.ALWAYS);
    getChildren().addAll(legend, charts);
  }

  void show(List<Analysis> next) {
    analyses = next;
    hidden.clear();
    legend.getChildren().clear();
    List<String> names = Comparison.names(next);
    for (int i = 0; i < names.size(); i++) {
      legend.getChildren().add(toggle(i, names.get(i)));
    }
    draw();
  }

  void clear() {
    analyses = List.of();
    legend.getChildren().clear();
    charts.getChildren().clear();
  }

  private CheckBox toggle(int design, String name) {
    Line swatch = new Line(0, 0, SWATCH, 0);
    swatch.setStyle("-fx-stroke: " + ColorToken.of(ComparisonCharts.colour(design)) + ";");
    swatch.setStrokeWidth(2.5);
    for (double length : ComparisonCharts.dash(design).pattern(swatch.getStrokeWidth())) {
      swatch.getStrokeDashArray().add(length);
    }
    CheckBox box = new CheckBox(name);
    box.setId("legend-" + design);
    box.setMnemonicParsing(false);
    box.setGraphic(swatch);
    box.setSelected(true);
    box.selectedProperty()
        .subscribe((_, on) -> {
          if (on) {
            hidden.remove(design);
          } else {
            hidden.add(design);
          }
          draw();
        });
    return box;
  }

  private void draw() {
    List<Chart> drawn = ComparisonCharts.of(analyses, hidden);
    while (cards.size() < drawn.size()) {
      ChartCard card = new ChartCard(messages, colors, Runnable::run);
      HBox.setHgrow(card, Priority.ALWAYS);
      cards.add(card);
    }
    for (int i = 0; i < drawn.size(); i++) {
      Chart chart = drawn.get(i);
      cards.get(i).show(Slot.ready(chart.id(), chart.title(), Outcome.solved(chart)));
    }
    charts.getChildren().setAll(drawn.isEmpty() ? List.of(none) : cards.subList(0, drawn.size()));
  }
}
