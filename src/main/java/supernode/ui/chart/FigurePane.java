package supernode.ui.chart;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import supernode.figure.Figure;
import supernode.figure.View;
import supernode.figure.chart.Chart;
import supernode.figure.chart.ChartFigure;
import supernode.quantity.Messages;
import supernode.ui.canvas.FxColors;
import supernode.ui.canvas.FxPainter;

/** A chart that is a drawing, painted; what it says of a place is told under the pointer. */
final class FigurePane extends Region {
  private final Messages messages;
  private final Canvas canvas = new Canvas();
  private final Label reading = new Label();
  private final ObservableValue<FxColors> colors;
  private Chart chart;
  private Figure figure;
  private Chart painted;

  FigurePane(Messages messages, ObservableValue<FxColors> colors) {
    this.messages = messages;
    this.colors = colors;
    getStyleClass().add("chart-plot");
    setMinSize(120, 80);
    canvas.setMouseTransparent(true);
    reading.getStyleClass().add("chart-reading");
    reading.setManaged(false);
    reading.setVisible(false);
    reading.setMouseTransparent(true);
    getChildren().addAll(canvas, reading);
    setPickOnBounds(true);
    setOnMouseMoved(e -> read(e.getX(), e.getY()));
    setOnMouseExited(_ -> reading.setVisible(false));
    colors.subscribe((_, _) -> {
      painted = null;
      requestLayout();
    });
  }

  void show(Chart next) {
    chart = next;
    setAccessibleText(PlotReading.spoken(chart, messages));
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    if (chart == null || width < 10 || height < 10) {
      return;
    }
    if (painted == chart && canvas.getWidth() == width && canvas.getHeight() == height) {
      return;
    }
    canvas.setWidth(width);
    canvas.setHeight(height);
    figure = ChartFigure.of(chart, messages, width, height).orElseThrow();
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.clearRect(0, 0, width, height);
    FxPainter.paint(figure, View.ofWidth(figure.bounds(), width), g, colors.getValue());
    painted = chart;
  }

  /** What the chart says of a place, by the tag of what is drawn there. */
  private Optional<String> said(String tag) {
    if (tag.isEmpty()) {
      return Optional.empty();
    }
    return chart
        .heatMap()
        .map(map -> PlotReading.field(map, tag))
        .or(() -> chart.sankey().map(s -> PlotReading.stream(chart, s, tag, messages)))
        .or(() -> chart.stackRows().map(s -> PlotReading.part(chart, s, tag, messages)))
        .or(() -> chart.timeline().map(t -> PlotReading.piece(chart, t, tag, messages)))
        .or(() ->
            chart
                .scatter()
                .flatMap(s -> s.dots().stream().filter(d -> d.id().equals(tag)).findFirst())
                .map(d -> PlotReading.dot(chart, d, messages)));
  }

  private void read(double x, double y) {
    Optional<String> words =
        chart == null || figure == null
            ? Optional.empty()
            : figure.hit(x, y, 1, 0.5).flatMap(this::said);
    reading.setVisible(words.isPresent());
    if (words.isEmpty()) {
      return;
    }
    reading.setText(words.get());
    reading.autosize();
    double wide = reading.getWidth();
    double at = x + 12 + wide > getWidth() ? x - 12 - wide : x + 12;
    reading.relocate(Math.max(0, at), Math.max(0, Math.min(y - 10, getHeight() - 34)));
  }
}
