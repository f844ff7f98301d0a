package supernode.ui.panel;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import supernode.analysis.workload.Budget;
import supernode.analysis.workload.TrainingAnswer;
import supernode.analysis.workload.Workloads;
import supernode.figure.chart.StrategyCharts.Measure;
import supernode.quantity.Dimension;
import supernode.quantity.Messages;
import supernode.quantity.QuantityFormat;
import supernode.solve.workload.train.Strategy;
import supernode.solve.workload.train.TrainingResult;
import supernode.ui.Lifetime;
import supernode.ui.ScenarioWork;
import supernode.ui.StrategyRun;
import supernode.ui.Workspace;

/** The best strategies of the workload that is looked at; a click takes one of them. */
public final class StrategyPanel extends VBox {
  private static final PseudoClass TAKEN = PseudoClass.getPseudoClass("taken");
  private static final double NARROW = 190;
  private static final double WIDE = 760;
  private static final double ROW = 21;
  private static final double BAR = 80;

  private final Messages messages;
  private final ScenarioWork work;
  private final StrategyRun run;
  private final Label note = Rows.prose("", "chart-subtitle");
  private final Button search;
  private final Button cancel;
  private final ProgressBar bar = new ProgressBar(0);
  private final ComboBox<Measure> measure = new ComboBox<>();
  private Optional<TableView<TrainingResult>> table = Optional.empty();
  private TableColumn<TrainingResult, Double> joules;
  private Optional<Strategy> taken = Optional.empty();
  private OptionalDouble watt = OptionalDouble.empty();
  private Map<Strategy, TrainingResult> bounds = Map.of();

  public StrategyPanel(Workspace workspace, Messages messages, Lifetime lifetime) {
    this.messages = messages;
    work = workspace.work();
    run = work.strategies();
    setId("strategy-panel");
    getStyleClass().addAll("chart-card", "strategy-panel");
    search =
        Rows.button(
            messages.say("panel.strategy.search"),
            "mend-way",
            () -> work.looked().ifPresent(run::start));
    search.setId("strategy-search");
    cancel = Rows.button(messages.say("panel.strategy.cancel"), "mend-way", run::cancel);
    cancel.setId("strategy-cancel");
    bar.setId("strategy-progress");
    bar.setPrefWidth(BAR);
    Label title = Rows.label(messages.say("panel.strategy.title"), "chart-title");
    title.setMinWidth(USE_PREF_SIZE);
    measure.setId("strategy-measure");
    measure.getStyleClass().add("value-choice");
    measure.setAccessibleText(messages.say("panel.strategy.measure"));
    measure.getItems().setAll(Measure.values());
    measure.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(Measure m) {
            return m == null ? "" : messages.say("panel.strategy.measure." + m.ordinal());
          }

          @Override
          public Measure fromString(String text) {
            return null;
          }
        });
    measure.setValue(Measure.TOKENS);
    HBox head = new HBox(title, Rows.spring(), measure, search, bar, cancel);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("strategy-line");
    getChildren().addAll(head, note);
    lifetime.watchAll(
        this::show, work.shownProperty(), work.answersProperty(), run.stateProperty());
  }

  /** What the plot of strategies shows over memory. */
  public ReadOnlyProperty<Measure> measureProperty() {
    return measure.valueProperty();
  }

  private void show() {
    StrategyRun.State state = run.stateProperty().get();
    Optional<TrainingAnswer> found = found();
    taken =
        work.lookedAnswer()
            .map(Workloads.Answered::answer)
            .flatMap(a -> a.asOptional())
            .filter(TrainingAnswer.class::isInstance)
            .map(a -> ((TrainingAnswer) a).calibrated().strategy());
    boolean running = state instanceof StrategyRun.State.Running;
    Rows.show(search, !running);
    Rows.show(bar, running);
    Rows.show(cancel, running);
    if (state instanceof StrategyRun.State.Running(String _, double share)) {
      bar.setProgress(share);
    }
    note.setText(note(state, found));
    double width = found.isPresent() ? WIDE : NARROW;
    setMinWidth(width);
    setPrefWidth(width);
    table.ifPresent(t -> Rows.show(t, found.isPresent()));
    found.ifPresent(this::fill);
    Rows.show(measure, found.filter(a -> Budget.joules(a.machine()).isPresent()).isPresent());
  }

  /** Of a search, or of a job that asks for one. */
  private Optional<TrainingAnswer> found() {
    return work.looked()
        .flatMap(run::found)
        .or(() ->
            work.lookedAnswer()
                .map(Workloads.Answered::answer)
                .flatMap(a -> a.asOptional())
                .filter(TrainingAnswer.class::isInstance)
                .map(TrainingAnswer.class::cast)
                .filter(a -> a.found().isPresent()));
  }

  private String note(StrategyRun.State state, Optional<TrainingAnswer> found) {
    return switch (state) {
      case StrategyRun.State.Running _ -> messages.say("panel.strategy.running");
      case StrategyRun.State.Refused r
          when work.looked().filter(r.workload()::equals).isPresent() ->
          messages.say(r.why());
      default ->
          found
              .flatMap(TrainingAnswer::found)
              .map(f ->
                  messages.say("panel.strategy.found", f.best().size(), f.legal(), f.fitting()))
              .orElse(messages.say("panel.strategy.hint"));
    };
  }

  private void fill(TrainingAnswer answer) {
    TableView<TrainingResult> view = table.orElseGet(this::made);
    table = Optional.of(view);
    watt = Budget.joules(answer.machine());
    bounds = answer.bounds();
    if (view.getColumns().contains(joules) != watt.isPresent()) {
      if (watt.isPresent()) {
        view.getColumns().add(joules);
      } else {
        view.getColumns().remove(joules);
      }
    }
    List<TrainingResult> best = answer.found().orElseThrow().best();
    if (!view.getItems().equals(best)) {
      view.getItems().setAll(best);
    }
    view.refresh();
  }

  private TableView<TrainingResult> made() {
    TableView<TrainingResult> view = new TableView<>();
    view.setId("strategy-table");
    view.getStyleClass().addAll("chart-table", "strategy-table");
    view.setAccessibleText(messages.say("panel.strategy.title"));
    view.setFixedCellSize(ROW);
    view.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
    Function<Double, String> whole = QuantityFormat::number;
    List<TableColumn<TrainingResult, Double>> columns =
        List.of(
            column("tp", 30, r -> r.strategy().tp(), whole),
            column("pp", 30, r -> r.strategy().pp(), whole),
            column("dp", 38, r -> r.strategy().dp(), whole),
            column("ep", 30, r -> r.strategy().ep(), whole),
            column("cp", 30, r -> r.strategy().cp(), whole),
            column("microbatch", 34, r -> r.strategy().microbatch(), whole),
            column("interleave", 32, r -> r.strategy().interleave(), whole),
            column(
                "recompute",
                66,
                r -> r.strategy().recompute().ordinal(),
                i -> messages.say("panel.strategy.recompute." + i.intValue())),
            column("zero", 36, r -> r.strategy().zero(), whole),
            column(
                "offload",
                44,
                r -> r.memory().offloaded() > 0 ? 1 : 0,
                i -> messages.say("panel.strategy.offload." + i.intValue())),
            column("step", 58, TrainingResult::stepSeconds, v -> format(v, Dimension.TIME)),
            column("stepBound", 64, r -> bound(r).stepSeconds(), v -> format(v, Dimension.TIME)),
            column("mfu", 52, r -> r.utilisation().mfu(), v -> format(v, Dimension.RATIO)),
            column(
                "mfuBound", 64, r -> bound(r).utilisation().mfu(), v -> format(v, Dimension.RATIO)),
            column("memory", 62, r -> r.memory().total(), v -> format(v, Dimension.DATA)));
    view.getColumns().addAll(columns);
    joules =
        column("joules", 52, r -> watt.orElse(0) / r.tokensPerSecond(), QuantityFormat::number);
    view.setRowFactory(_ -> new Row());
    view.setOnKeyPressed(e -> {
      TrainingResult r = view.getSelectionModel().getSelectedItem();
      if (e.getCode() == KeyCode.ENTER && r != null) {
        take(r);
        e.consume();
      }
    });
    setVgrow(view, Priority.ALWAYS);
    getChildren().add(view);
    return view;
  }

  private static String format(double si, Dimension dimension) {
    return QuantityFormat.format(si, dimension);
  }

  private TableColumn<TrainingResult, Double> column(
      String key,
      double width,
      ToDoubleFunction<TrainingResult> value,
      Function<Double, String> print) {
    TableColumn<TrainingResult, Double> column =
        new TableColumn<>(messages.say("panel.strategy.column." + key));
    column.setPrefWidth(width);
    column.setMinWidth(width * 0.8);
    column.setCellValueFactory(
        cell -> new ReadOnlyObjectWrapper<>(value.applyAsDouble(cell.getValue())));
    column.setCellFactory(_ ->
        new TableCell<>() {
          @Override
          protected void updateItem(Double v, boolean empty) {
            super.updateItem(v, empty);
            setText(empty || v == null ? null : print.apply(v));
          }
        });
    return column;
  }

  private TrainingResult bound(TrainingResult r) {
    return bounds.getOrDefault(r.strategy(), r);
  }

  private void take(TrainingResult r) {
    work.looked().ifPresent(name -> run.take(name, r.strategy()));
  }

  /** Marked where it is the strategy that the workload has. */
  private final class Row extends TableRow<TrainingResult> {
    Row() {
      setOnMouseClicked(_ -> {
        if (getItem() != null) {
          take(getItem());
        }
      });
    }

    @Override
    protected void updateItem(TrainingResult r, boolean empty) {
      super.updateItem(r, empty);
      pseudoClassStateChanged(
          TAKEN, r != null && !empty && taken.filter(r.strategy()::equals).isPresent());
    }
  }
}
