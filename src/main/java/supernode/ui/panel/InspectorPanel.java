package supernode.ui.panel;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import supernode.analysis.Analysis;
import supernode.analysis.Result;
import supernode.design.InstancePath;
import supernode.quantity.Messages;
import supernode.ui.Answers;
import supernode.ui.Lifetime;
import supernode.ui.Selection;
import supernode.ui.Workspace;

/**
 * What is selected: its specification to change, where it stands, what it does now and why. With
 * nothing selected, the design's totals and the scenario.
 */
public final class InspectorPanel extends VBox {
  private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

  private final Workspace workspace;
  private final Messages messages;
  private final InspectorHead head;
  private final LateSection<SpecificationSection> specification;
  private final LateSection<ContentsSection> contents;
  private final LateSection<PlacementSection> placement;
  private final LateSection<SizingSection> sizing;
  private final LateSection<WiringSection> wiring;
  private final LateSection<LinkSection> links;
  private final Section now;
  private final ResultRows results;
  private final Label none = Rows.prose("", "section-note");
  private final WhySection why;
  private final ScenarioSection scenario;
  private final LateSection<WorkloadSection> workloads;
  private final ScrollPane scroll = new ScrollPane();
  private Selection shown = Selection.NONE;

  /** Everything on the thread of the window. */
  public InspectorPanel(Workspace workspace, Messages messages, Lifetime lifetime) {
    this(workspace, messages, lifetime, Runnable::run);
  }

  /**
   * @param beside works out what takes a while
   */
  public InspectorPanel(
      Workspace workspace, Messages messages, Lifetime lifetime, Executor beside) {
    this.workspace = workspace;
    this.messages = messages;
    PanelSheet.dress(this);
    getStyleClass().addAll("studio-panel", "inspector-panel");
    head = new InspectorHead(workspace, messages);
    why = new WhySection(messages, place -> workspace.select(Selection.of(place)));
    results = new ResultRows(messages, this::ask);
    now = new Section(messages.say("panel.now.title"));
    now.setId("now");
    now.getChildren().addAll(results, none);
    scenario = new ScenarioSection(workspace, messages);
    VBox sections = new VBox();
    wiring = new LateSection<>(sections, () -> new WiringSection(workspace, messages));
    links = new LateSection<>(sections, () -> new LinkSection(workspace, messages, beside));
    sections.getChildren().addAll(now, why);
    specification =
        new LateSection<>(
            sections, () -> new SpecificationSection(workspace, messages, why::showFixed));
    contents = new LateSection<>(sections, () -> new ContentsSection(workspace, messages));
    placement = new LateSection<>(sections, () -> new PlacementSection(workspace, messages));
    sizing = new LateSection<>(sections, () -> new SizingSection(workspace, messages));
    sections.getChildren().add(scenario);
    workloads = new LateSection<>(sections, () -> new WorkloadSection(workspace, messages));
    scroll.setContent(sections);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("inspector-scroll");
    setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(head, scroll);
    lifetime.watchAll(
        this::show,
        workspace.designProperty(),
        workspace.catalogProperty(),
        workspace.selectionProperty(),
        workspace.scenarioProperty());
    lifetime.watch(workspace.analysisProperty(), this::answer);
    lifetime.watch(workspace.workloadsProperty(), _ -> showWorkloads());
    lifetime.watch(workspace.work().stateProperty(), _ -> showWorkloads());
    lifetime.watch(workspace.work().editedProperty(), this::edit);
    // What stands here is the steady state while another moment is looked at.
    lifetime.watch(
        workspace.replay().stateProperty(),
        _ -> now.pseudoClassStateChanged(STALE, workspace.replay().run().isPresent()));
  }

  /**
   * Where the button beside a part's name leads to.
   *
   * @param show told kind and id
   */
  public void setOnCatalog(BiConsumer<String, String> show) {
    head.setOnCatalog(show);
  }

  private void show() {
    Selection selection = workspace.selection();
    if (!selection.equals(shown)) {
      shown = selection;
      why.clear();
    }
    List<InstancePath> paths = selection.places().stream().map(InstancePath::parse).toList();
    boolean design = selection.isEmpty();
    if (selection.wiring().isPresent()) {
      head.showWiring(selection.wiring().get());
    } else if (design) {
      head.showDesign();
    } else {
      head.showPlaces(paths);
    }
    wiring.show(selection.wiring().isPresent(), s -> selection.wiring().map(s::show).orElse(false));
    specification.show(!paths.isEmpty(), s -> s.show(chips(paths)));
    contents.show(paths.size() == 1, s -> s.show(paths.getFirst()));
    placement.show(paths.size() == 1, s -> s.show(paths.getFirst()));
    sizing.show(paths.size() == 1, s -> s.show(paths.getFirst()));
    only(scenario, design);
    if (design) {
      scenario.show();
    }
    showWorkloads();
    answer(workspace.analysisProperty().get());
  }

  /** Opens a workload where it is set. */
  private void edit(Optional<String> workload) {
    if (workload.isPresent()) {
      workspace.select(Selection.NONE);
      showWorkloads();
      Platform.runLater(() -> toward(workloads.node()));
    }
  }

  /** Brings a section to the top of what is seen, if there is enough under it. */
  private void toward(Optional<? extends Node> section) {
    scroll.applyCss();
    scroll.layout();
    double room =
        scroll.getContent().getBoundsInLocal().getHeight() - scroll.getViewportBounds().getHeight();
    section
        .filter(_ -> room > 0)
        .ifPresent(n -> scroll.setVvalue(Math.min(1, n.getBoundsInParent().getMinY() / room)));
  }

  /** Beside the scenario, once the window has been seen. */
  private void showWorkloads() {
    workloads.show(
        shown.isEmpty() && workspace.analysis().isPresent(),
        s -> {
          s.show();
          return true;
        });
  }

  private List<InstancePath> chips(List<InstancePath> paths) {
    return paths.stream().map(p -> Answers.chip(workspace, p)).toList();
  }

  private void ask(Result result) {
    why.ask(result);
    why.pseudoClassStateChanged(
        STALE, workspace.analysis().filter(a -> !a.isFresh(result)).isPresent());
    Platform.runLater(() -> {
      scroll.applyCss();
      scroll.layout();
      double height = scroll.getContent().getBoundsInLocal().getHeight();
      double room = height - scroll.getViewportBounds().getHeight();
      double foot = why.getBoundsInParent().getMaxY() - scroll.getViewportBounds().getHeight();
      if (room > 0 && foot > scroll.getVvalue() * room) {
        scroll.setVvalue(Math.min(1, foot / room));
      }
    });
  }

  private void answer(Analysis analysis) {
    Selection selection = workspace.selection();
    boolean design = selection.isEmpty();
    links.show(
        selection.wiring().isPresent() && analysis != null,
        s -> selection.wiring().map(s::show).orElse(false));
    if (design && scenario.isVisible()) {
      scenario.show();
      showWorkloads();
    }
    boolean one = selection.places().size() == 1;
    only(now, design || one);
    now.setTitle(messages.say(design ? "panel.totals.title" : "panel.now.title"));
    if (analysis == null || (!design && !one)) {
      results.show(List.of(), _ -> Optional.empty());
      none.setText(messages.say("panel.now.notYet"));
      Rows.show(none, true);
      return;
    }
    Optional<String> place = selection.places().stream().findFirst();
    List<Result> here =
        place.map(p -> Answers.at(workspace, analysis, p)).orElse(analysis.totals());
    results.show(here, before(place), analysis::isFresh);
    none.setText(messages.say("panel.now.none"));
    Rows.show(none, here.isEmpty());
    why.follow(analysis);
    if (design) {
      scenario.offer(analysis);
    }
    if (one && why.isIdle()) {
      foremost(here, before(place)).ifPresent(why::ask);
    }
  }

  /** The result that asks for a reason most: what became worse, else the first. */
  private static Optional<Result> foremost(
      List<Result> results, Function<Result, Optional<Result>> before) {
    return results.stream()
        .filter(r ->
            Delta.between(r, before.apply(r))
                .filter(d -> d.direction() == Delta.Direction.WORSE)
                .isPresent())
        .findFirst()
        .or(() -> results.stream().findFirst());
  }

  private Function<Result, Optional<Result>> before(Optional<String> place) {
    List<Result> old =
        workspace
            .baseline()
            .map(a -> place.map(p -> Answers.at(workspace, a, p)).orElse(a.totals()))
            .orElse(List.of());
    return result -> old.stream().filter(r -> r.id().equals(result.id())).findFirst();
  }

  private static void only(Node section, boolean wanted) {
    Rows.show(section, wanted);
  }
}
