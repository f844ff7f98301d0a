package supernode.ui.chart;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import supernode.figure.Shape;
import supernode.figure.TextWidth;
import supernode.figure.chart.Chart;
import supernode.figure.chart.Series;
import supernode.figure.chart.Slot;
import supernode.quantity.Messages;
import supernode.quantity.Text;
import supernode.solve.Outcome;
import supernode.ui.Tip;
import supernode.ui.canvas.FxColors;

/** A chart with its title, as a picture or as a table; or the reason why there is none. */
public final class ChartCard extends VBox {
  private static final double LEAST_WIDTH = 156;
  private static final double CURVES = 220;
  private static final double MAP = 236;
  private static final double RANKING = 270;
  private static final double SANKEY = 520;
  private static final double TIMELINE = 430;
  private static final double STACKS = 310;

  // Of a plot whose bars have names under them.
  private static final double MARGIN = 44;
  private static final double TYPE = 11;
  private static final double GAP = 8;

  private final Messages messages;
  private final Label title = new Label();
  private final Label subtitle = new Label();
  private final StackPane head = new StackPane();
  private final StackPane body = new StackPane();
  private final Label reason = new Label();
  private final ObservableValue<FxColors> colors;
  private final Tip whole = Tip.on(subtitle);
  private Optional<ChartButtons> buttons = Optional.empty();
  private Optional<Plot> plot = Optional.empty();
  private Optional<StackBar> stack = Optional.empty();
  private Optional<FigurePane> drawing = Optional.empty();
  private Optional<TableView<List<String>>> table = Optional.empty();
  private Optional<Chart> shown = Optional.empty();
  private boolean tabular;

  /**
   * @param later makes the buttons: they are not seen until the pointer or the focus comes
   */
  public ChartCard(Messages messages, ObservableValue<FxColors> colors, Executor later) {
    this.messages = messages;
    this.colors = colors;
    getStyleClass().add("chart-card");
    title.getStyleClass().add("chart-title");
    subtitle.getStyleClass().add("chart-subtitle");
    // Two lines where one is too short, in any language.
    subtitle.setWrapText(true);
    subtitle.setMinHeight(USE_PREF_SIZE);
    reason.getStyleClass().add("chart-reason");
    reason.setWrapText(true);
    head.getChildren().add(new VBox(title, subtitle));
    head.setMinWidth(0);
    setVgrow(body, javafx.scene.layout.Priority.ALWAYS);
    body.setMinHeight(0);
    body.setAlignment(Pos.TOP_LEFT);
    getChildren().addAll(head, body);
    later.execute(this::addButtons);
  }

  private void addButtons() {
    ChartButtons made = new ChartButtons(messages, this::turn, () -> shown.ifPresent(this::copy));
    StackPane.setAlignment(made, Pos.TOP_RIGHT);
    head.getChildren().add(made);
    made.show(shown.isPresent(), tabular);
    buttons = Optional.of(made);
  }

  private void turn() {
    tabular = !tabular;
    fill();
  }

  /** The chart as far as it is known; else that it is being worked out. */
  public void show(Slot slot) {
    title.setText(messages.say(slot.title()));
    Optional<Outcome<Chart>> known = slot.known();
    shown = known.flatMap(Outcome::asOptional);
    subtitle.setText(shown.map(c -> messages.say(c.subtitle())).orElse(""));
    whole.say(subtitle.getText());
    reason.setText(
        known
            .map(c -> c.whyNot().map(why -> sentence(c, why)).orElse(""))
            .orElse(messages.say("chart.working")));
    setMinWidth(shown.map(this::leastWidth).orElse(LEAST_WIDTH));
    setPrefWidth(getMinWidth());
    fill();
  }

  private double leastWidth(Chart chart) {
    boolean curves = chart.series().stream().filter(Series.Curve.class::isInstance).count() > 2;
    if (chart.sankey().isPresent()) {
      return SANKEY;
    }
    if (chart.ranking().isPresent() || chart.radar().isPresent()) {
      return RANKING;
    }
    if (chart.timeline().isPresent()) {
      return TIMELINE;
    }
    if (chart.stackRows().isPresent() || chart.scatter().isPresent()) {
      return STACKS;
    }
    double words = Plot.namedBars(chart).mapToDouble(b -> width(b.name())).max().orElse(0);
    double named = MARGIN + Plot.namedBars(chart).count() * words;
    return Math.max(named, chart.heatMap().isPresent() ? MAP : curves ? CURVES : LEAST_WIDTH);
  }

  /** Of a name under a bar, with a gap to the next. */
  private double width(Text name) {
    return TextWidth.of(messages.say(name), TYPE, Shape.Weight.SEMIBOLD) + GAP;
  }

  private String sentence(Outcome<Chart> outcome, Text why) {
    boolean place =
        outcome instanceof Outcome.NotConverged<Chart>(Text _, String worst) && !worst.isEmpty();
    String text = messages.say(why);
    return place
        ? text + " " + messages.say("chart.worst", ((Outcome.NotConverged<?>) outcome).worstPlace())
        : text;
  }

  private void fill() {
    buttons.ifPresent(b -> b.show(shown.isPresent(), tabular));
    Node content = shown.map(this::content).orElse(reason);
    if (body.getChildren().size() != 1 || body.getChildren().getFirst() != content) {
      body.getChildren().setAll(content);
    }
  }

  private Node content(Chart chart) {
    if (tabular) {
      return table(chart);
    }
    if (chart.stack().isPresent()) {
      StackBar bar = stack.orElseGet(() -> new StackBar(messages, colors));
      stack = Optional.of(bar);
      bar.show(chart, chart.stack().get());
      return bar;
    }
    if (chart.isDrawing()) {
      FigurePane pane = drawing.orElseGet(() -> new FigurePane(messages, colors));
      drawing = Optional.of(pane);
      pane.show(chart);
      return pane;
    }
    Plot picture = plot.orElseGet(() -> new Plot(messages, colors));
    plot = Optional.of(picture);
    picture.show(chart);
    return picture;
  }

  private TableView<List<String>> table(Chart chart) {
    ChartTable content = ChartTable.of(chart, messages);
    TableView<List<String>> view = table.orElseGet(TableView::new);
    table = Optional.of(view);
    view.getStyleClass().add("chart-table");
    view.setAccessibleText(messages.say(chart.title()));
    view.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
    if (!view.getColumns().stream().map(TableColumn::getText).toList().equals(content.head())) {
      view.getColumns().clear();
      for (int i = 0; i < content.head().size(); i++) {
        int at = i;
        TableColumn<List<String>, String> column = new TableColumn<>(content.head().get(i));
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue().get(at)));
        column.setSortable(false);
        view.getColumns().add(column);
      }
    }
    view.getItems().setAll(content.rows());
    return view;
  }

  private void copy(Chart chart) {
    Clipboard.getSystemClipboard()
        .setContent(Map.of(DataFormat.PLAIN_TEXT, ChartTable.csv(chart, messages)));
  }
}
