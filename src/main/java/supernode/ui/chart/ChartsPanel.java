package supernode.ui.chart;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import supernode.analysis.Analysis;
import supernode.analysis.workload.TrainingAnswer;
import supernode.analysis.workload.Workloads;
import supernode.design.Design;
import supernode.design.Workload;
import supernode.figure.Palette;
import supernode.figure.chart.AnalysisCharts;
import supernode.figure.chart.Slot;
import supernode.figure.chart.StrategyCharts;
import supernode.figure.chart.StrategyCharts.Measure;
import supernode.figure.chart.TransientCharts;
import supernode.figure.chart.WorkloadCharts;
import supernode.quantity.Messages;
import supernode.solve.workload.train.Strategy;
import supernode.ui.Lifetime;
import supernode.ui.Replay;
import supernode.ui.ScenarioWork;
import supernode.ui.Workspace;
import supernode.ui.canvas.FxColors;
import supernode.ui.panel.PanelSheet;
import supernode.ui.panel.StrategyPanel;
import supernode.ui.panel.WorkloadNumbers;

/** The charts of the newest analysis, by subject; only the subject that is seen is kept up. */
public final class ChartsPanel extends StackPane {
  private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

  private final Workspace workspace;
  private final Executor later;
  private final Messages messages;
  private final ObjectProperty<FxColors> colors =
      new SimpleObjectProperty<>(new FxColors(Palette.LIGHT));
  private final TabPane tabs = new TabPane();
  private final Map<AnalysisCharts.Tab, HBox> rows = new EnumMap<>(AnalysisCharts.Tab.class);
  private final Map<String, ChartCard> cards = new HashMap<>();
  private final Executor beside;
  private final Consumer<Consumer<Design>> file;
  private volatile Object newest;
  private volatile AnalysisCharts.Tab seen;
  private final Lifetime lifetime;
  private Optional<WorkloadNumbers> numbers = Optional.empty();
  private Optional<WorthPages> pages = Optional.empty();
  private Optional<Workloads.Answered> charted = Optional.empty();
  private Optional<TrainingAnswer> searched = Optional.empty();
  private Optional<StrategyPanel> strategies = Optional.empty();
  private Measure measured = Measure.TOKENS;
  private List<Slot> slots = List.of();

  /**
   * What charts are helped by.
   *
   * @param beside works out charts that take a while
   * @param later runs what may wait until the charts have been seen
   * @param file asks for a design of the user's and hands it on
   * @param subject whose charts are shown; outlives the panel
   */
  public record Hands(
      Executor beside,
      Executor later,
      Consumer<Consumer<Design>> file,
      ObjectProperty<AnalysisCharts.Tab> subject) {}

  public ChartsPanel(Workspace workspace, Messages messages, Lifetime lifetime, Hands hands) {
    later = hands.later();
    beside = hands.beside();
    file = hands.file();
    this.lifetime = lifetime;
    this.workspace = workspace;
    this.messages = messages;
    PanelSheet.dress(this);
    getStyleClass().addAll("studio-panel", "charts-panel");
    tabs.getStyleClass().add("charts-tabs");
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    for (AnalysisCharts.Tab tab : AnalysisCharts.Tab.values()) {
      Tab shown = new Tab(messages.say(tab.key()));
      shown.setUserData(tab);
      tabs.getTabs().add(shown);
    }
    getChildren().add(tabs);
    show(hands.subject().get());
    tabs.getSelectionModel()
        .selectedItemProperty()
        .subscribe(() -> {
          hands.subject().set(selected());
          show();
        });
    lifetime.watch(workspace.analysisProperty(), _ -> show());
    lifetime.watch(
        workspace.replay().secondsProperty(), _ -> workspace.replay().run().ifPresent(_ -> show()));
    lifetime.watch(workspace.replay().stateProperty(), this::replay);
    lifetime.watchAll(
        this::showWork,
        workspace.workloadsProperty(),
        workspace.work().shownProperty(),
        workspace.work().stateProperty(),
        workspace.work().strategies().stateProperty());
    lifetime.watch(
        workspace.work().wantedProperty(),
        times -> {
          if (times.intValue() > 0) {
            show(AnalysisCharts.Tab.WORKLOADS);
          }
        });
    lifetime.watchAll(
        () -> {
          if (selected() == AnalysisCharts.Tab.RELIABILITY
              || selected() == AnalysisCharts.Tab.SCORE) {
            show();
          }
        },
        workspace.worth().appraisalProperty(),
        workspace.worth().staleProperty(),
        workspace.worth().besideProperty());
  }

  /** The colours of what is drawn. */
  public void setPalette(Palette palette) {
    colors.set(new FxColors(palette));
  }

  /** A run over time takes the place of the steady state of the loop. */
  private List<Slot> slots(Analysis analysis, AnalysisCharts.Tab tab) {
    return workspace
        .replay()
        .run()
        .filter(_ -> tab == AnalysisCharts.Tab.COOLING)
        .map(run -> TransientCharts.of(run, workspace.replay().secondsProperty().get()))
        .orElseGet(() -> AnalysisCharts.of(analysis, tab));
  }

  private void replay(Replay.State state) {
    if (state instanceof Replay.State.Shown) {
      show(AnalysisCharts.Tab.COOLING);
    }
    show();
  }

  private AnalysisCharts.Tab selected() {
    return (AnalysisCharts.Tab) tabs.getSelectionModel().getSelectedItem().getUserData();
  }

  private void showWork() {
    if (selected() == AnalysisCharts.Tab.WORKLOADS) {
      show();
    }
  }

  /** Shows the charts of a subject. */
  public void show(AnalysisCharts.Tab tab) {
    tabs.getTabs().stream()
        .filter(t -> t.getUserData() == tab)
        .forEach(tabs.getSelectionModel()::select);
  }

  private void show() {
    Analysis analysis = workspace.analysisProperty().get();
    Tab selected = tabs.getSelectionModel().getSelectedItem();
    AnalysisCharts.Tab tab = selected();
    seen = tab;
    if (tab == AnalysisCharts.Tab.WORKLOADS) {
      showWorkload(rows.computeIfAbsent(tab, _ -> row(selected)));
      return;
    }
    if (tab == AnalysisCharts.Tab.RELIABILITY || tab == AnalysisCharts.Tab.SCORE) {
      showWorth(tab, rows.computeIfAbsent(tab, _ -> row(selected)));
      return;
    }
    newest = analysis;
    HBox row = rows.computeIfAbsent(tab, _ -> row(selected));
    if (analysis == null) {
      Label wait = new Label(messages.say("panel.now.notYet"));
      wait.getStyleClass().add("chart-reason");
      row.getChildren().setAll(wait);
      return;
    }
    List<Slot> charts = slots(analysis, tab);
    fill(row, List.of(), charts, analysis, tab);
    charts.forEach(
        s -> card(tab, s).pseudoClassStateChanged(STALE, !AnalysisCharts.isFresh(analysis, s)));
  }

  private void showWorth(AnalysisCharts.Tab tab, HBox row) {
    WorthPages shown = pages.orElseGet(() -> new WorthPages(workspace, messages, file));
    pages = Optional.of(shown);
    List<Slot> charts = shown.update(tab);
    newest = charts;
    row.pseudoClassStateChanged(STALE, workspace.worth().staleProperty().get());
    fill(row, List.of(shown.numbers(tab)), charts, charts, tab);
  }

  /** Key numbers first, then the charts, of the workload that is looked at. */
  private void showWorkload(HBox row) {
    WorkloadNumbers head =
        numbers.orElseGet(() -> new WorkloadNumbers(workspace, messages, lifetime));
    numbers = Optional.of(head);
    Optional<Workloads.Answered> answer = workspace.work().lookedAnswer();
    Optional<TrainingAnswer> found =
        workspace.work().looked().flatMap(workspace.work().strategies()::found);
    Measure measure = strategies.map(s -> s.measureProperty().getValue()).orElse(Measure.TOKENS);
    if (!answer.equals(charted) || !found.equals(searched) || measure != measured) {
      measured = measure;
      charted = answer;
      searched = found;
      slots = new ArrayList<>(answer.map(WorkloadCharts::of).orElse(List.of()));
      found
          .or(() -> trained(answer))
          .flatMap(f -> StrategyCharts.pareto(f, taken(answer).orElse(null), measure))
          .ifPresent(s -> {
            slots.removeIf(old -> old.id().equals(s.id()));
            slots.addFirst(s);
          });
    }
    newest = slots;
    row.pseudoClassStateChanged(
        STALE, workspace.work().stateProperty().get() != ScenarioWork.State.ANSWERED);
    List<Node> first = new ArrayList<>(List.of(head));
    boolean trains =
        workspace
            .work()
            .looked()
            .map(workspace.work().workloads()::get)
            .filter(w -> w.kind() == Workload.Kind.TRAIN)
            .isPresent();
    if (trains) {
      strategies = strategies.or(() -> Optional.of(strategyPanel()));
      first.add(strategies.orElseThrow());
    }
    fill(row, first, slots, slots, AnalysisCharts.Tab.WORKLOADS);
  }

  private StrategyPanel strategyPanel() {
    StrategyPanel made = new StrategyPanel(workspace, messages, lifetime);
    made.measureProperty().subscribe(() -> showWork());
    return made;
  }

  private static Optional<TrainingAnswer> trained(Optional<Workloads.Answered> answer) {
    return answer
        .flatMap(a -> a.answer().asOptional())
        .filter(TrainingAnswer.class::isInstance)
        .map(TrainingAnswer.class::cast);
  }

  private static Optional<Strategy> taken(Optional<Workloads.Answered> answer) {
    return trained(answer).map(a -> a.calibrated().strategy());
  }

  /**
   * @param of what the charts are of; they are worked out as long as it is the newest
   */
  private void fill(
      HBox row, List<Node> first, List<Slot> slots, Object of, AnalysisCharts.Tab tab) {
    List<Node> shown = new ArrayList<>(first);
    for (Slot slot : slots) {
      ChartCard card = card(tab, slot);
      shown.add(card);
      if (slot.known().isEmpty()) {
        beside.execute(() -> workOut(slot, card, of, tab));
      }
    }
    if (!row.getChildren().equals(shown)) {
      row.getChildren().setAll(shown);
    }
  }

  private void workOut(Slot slot, ChartCard card, Object of, AnalysisCharts.Tab tab) {
    BooleanSupplier unwanted = () -> newest != of || seen != tab;
    if (unwanted.getAsBoolean()) {
      return;
    }
    try {
      slot.chart(unwanted);
    } catch (CancellationException _) {
      return;
    }
    Platform.runLater(() -> {
      if (!unwanted.getAsBoolean()) {
        card.show(slot);
      }
    });
  }

  /** The row of charts of a tab, made when the tab is first seen. */
  private static HBox row(Tab tab) {
    HBox row = new HBox();
    row.getStyleClass().add("chart-row");
    ScrollPane scroll = new ScrollPane(row);
    scroll.setFitToHeight(true);
    scroll.setFitToWidth(true);
    scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("chart-scroll");
    // There is nothing to go down to: the wheel goes along the row.
    row.addEventHandler(
        ScrollEvent.SCROLL,
        e -> {
          double beyond = row.getWidth() - scroll.getViewportBounds().getWidth();
          if (beyond > 0 && e.getDeltaY() != 0) {
            scroll.setHvalue(Math.clamp(scroll.getHvalue() - e.getDeltaY() / beyond, 0, 1));
            e.consume();
          }
        });
    tab.setContent(scroll);
    return row;
  }

  private ChartCard card(AnalysisCharts.Tab tab, Slot slot) {
    ChartCard card =
        cards.computeIfAbsent(
            tab + "." + slot.id(),
            id -> {
              ChartCard made = new ChartCard(messages, colors, later);
              made.setId(id);
              HBox.setHgrow(made, Priority.ALWAYS);
              return made;
            });
    card.show(slot);
    return card;
  }
}
