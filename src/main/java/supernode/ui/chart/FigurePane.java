package supernode.ui.chart;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import supernode.figure.Figure;
import supernode.figure.View;
import supernode.figure.chart.Chart;
import supernode.figure.chart.ChartFigure;
import supernode.figure.chart.Series;
import supernode.quantity.Messages;
import supernode.ui.canvas.FxColors;
import supernode.ui.canvas.FxPainter;

/** A chart that is a drawing, painted; what it says of a place is told under the pointer. */
public final class FigurePane extends Region {
  /** A dot is small, a hand unsteady. */
  private static final double DOT_TOLERANCE = 3;

  private final Messages messages;
  private final Canvas canvas = new Canvas();
  private final Label reading = new Label();
  private final ObservableValue<FxColors> colors;
  private Chart chart;
  private Figure figure;
  private Chart painted;
  private Consumer<String> pick = _ -> {};
  private String stood = "";

  public FigurePane(Messages messages, ObservableValue<FxColors> colors) {
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
    setOnMouseClicked(e -> {
      requestFocus();
      dotAt(e.getX(), e.getY())
          .ifPresent(d -> {
            stood = d.id();
            pick.accept(d.id());
          });
    });
    addEventHandler(KeyEvent.KEY_PRESSED, this::step);
    colors.subscribe((_, _) -> {
      painted = null;
      requestLayout();
    });
  }

  public void show(Chart next) {
    chart = next;
    setAccessibleText(PlotReading.spoken(chart, messages));
    requestLayout();
  }

  /** Told of a dot of a scatter chart that is clicked, or reached by the arrow keys. */
  public void setOnPick(Consumer<String> next) {
    pick = next;
    setFocusTraversable(true);
  }

  private Optional<Series.Dot> dotAt(double x, double y) {
    return figure == null || chart == null
        ? Optional.empty()
        : chart
            .scatter()
            .flatMap(s ->
                figure
                    .hit(x, y, 1, DOT_TOLERANCE)
                    .flatMap(id -> s.dots().stream().filter(d -> d.id().equals(id)).findFirst()));
  }

  /** From dot to dot along x. */
  private void step(KeyEvent e) {
    int by = e.getCode() == KeyCode.RIGHT ? 1 : e.getCode() == KeyCode.LEFT ? -1 : 0;
    Optional<Series.Scatter> scatter = chart == null ? Optional.empty() : chart.scatter();
    if (by == 0 || scatter.isEmpty()) {
      return;
    }
    List<Series.Dot> dots =
        scatter.get().dots().stream()
            .sorted(
                Comparator.comparingDouble(Series.Dot::x)
                    .thenComparingDouble(Series.Dot::y)
                    .thenComparing(Series.Dot::id))
            .toList();
    int now = -1;
    for (int i = 0; i < dots.size(); i++) {
      now = dots.get(i).id().equals(stood) ? i : now;
    }
    Series.Dot next = dots.get(now < 0 ? 0 : Math.clamp(now + by, 0, dots.size() - 1));
    stood = next.id();
    pick.accept(next.id());
    layout();
    figure
        .find(next.id())
        .ifPresent(b -> tell(PlotReading.dot(chart, next, messages), b.centerX(), b.centerY()));
    e.consume();
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
            : figure
                .hit(x, y, 1, 0.5)
                .flatMap(this::said)
                .or(() -> dotAt(x, y).map(d -> PlotReading.dot(chart, d, messages)));
    reading.setVisible(words.isPresent());
    words.ifPresent(w -> tell(w, x, y));
  }

  private void tell(String words, double x, double y) {
    reading.setVisible(true);
    reading.setText(words);
    reading.autosize();
    double wide = reading.getWidth();
    double at = x + 12 + wide > getWidth() ? x - 12 - wide : x + 12;
    reading.relocate(Math.max(0, at), Math.max(0, Math.min(y - 10, getHeight() - 34)));
  }
}
