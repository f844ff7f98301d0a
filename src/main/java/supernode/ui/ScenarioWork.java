package supernode.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import supernode.analysis.Analysis;
import supernode.analysis.Finding;
import supernode.analysis.workload.Workloads;
import supernode.design.Fabric;
import supernode.design.Scenario;
import supernode.design.TrafficPattern;
import supernode.design.Workload;
import supernode.design.edit.Edit;
import supernode.solve.Outcome;

/**
 * The workloads of the scenario that is shown, with what the machine makes of them. They are
 * answered beside the analysis and after it: no edit waits for them.
 */
public final class ScenarioWork {
  /** Where the answers stand. */
  public enum State {
    /** They belong to what is drawn. */
    ANSWERED,
    /** They are older than what is drawn; newer ones will come. */
    ANSWERING,
    /** They are older than what is drawn, and stay so until something changes. */
    STOPPED
  }

  private final Workspace workspace;
  private final ReadOnlyObjectWrapper<List<Workloads.Answered>> answers =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.ANSWERED);
  private final ObjectProperty<String> shown = new SimpleObjectProperty<>("");

  private final ObjectProperty<Optional<String>> edited =
      new SimpleObjectProperty<>(Optional.empty());
  private final StrategyRun strategies;
  private final ReadOnlyIntegerWrapper wanted = new ReadOnlyIntegerWrapper();

  ScenarioWork(Workspace workspace) {
    this.workspace = workspace;
    strategies = new StrategyRun(workspace);
  }

  /** The newest answers, in the order of the scenario. They may be older than the design. */
  public ReadOnlyObjectProperty<List<Workloads.Answered>> answersProperty() {
    return answers.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Name of the workload that is looked at; one that is not there means the first. */
  public ObjectProperty<String> shownProperty() {
    return shown;
  }

  /** The search through strategies. */
  public StrategyRun strategies() {
    return strategies;
  }

  /** Workloads of the scenario that is shown, by name. */
  public Map<String, Workload> workloads() {
    return workspace
        .design()
        .scenarios()
        .getOrDefault(workspace.scenarioProperty().get(), Scenario.DEFAULT)
        .workloads();
  }

  /** Name of the workload that is looked at; empty where the scenario has none. */
  public Optional<String> looked() {
    Map<String, Workload> all = workloads();
    return all.containsKey(shown.get())
        ? Optional.of(shown.get())
        : all.keySet().stream().findFirst();
  }

  /** The newest answer of the workload that is looked at. */
  public Optional<Workloads.Answered> lookedAnswer() {
    return looked().flatMap(name -> answer(name));
  }

  public Optional<Workloads.Answered> answer(String name) {
    return answers.get().stream().filter(a -> a.name().equals(name)).findFirst();
  }

  /** Name of the workload that a finding is about; empty where it is about the design. */
  public Optional<String> of(Finding finding) {
    return answers.get().stream()
        .filter(a -> a.findings().contains(finding))
        .map(Workloads.Answered::name)
        .findFirst();
  }

  /** Looks at a workload: what shows workloads comes to the fore. */
  public void look(String name) {
    shown.set(name);
    wanted.set(wanted.get() + 1);
  }

  /** Opens where a workload is added. */
  public void offer() {
    edited.set(Optional.empty());
    edited.set(Optional.of(""));
  }

  /** Opens a workload to be set. */
  public void edit(String name) {
    shown.set(name);
    edited.set(Optional.of(name));
  }

  /** The workload whose form is open; empty where none is. */
  public ObjectProperty<Optional<String>> editedProperty() {
    return edited;
  }

  /** Counts how often workloads were asked for. */
  public ReadOnlyIntegerProperty wantedProperty() {
    return wanted.getReadOnlyProperty();
  }

  /** Puts a workload into the scenario as one undoable step, or takes it out. */
  public boolean set(String name, Optional<Workload> workload) {
    return workspace.perform(
        new Edit.SetWorkload(workspace.scenarioProperty().get(), name, workload));
  }

  /**
   * Works out beside what a training workload sends in a step over a fabric, on the machine as
   * solved last.
   *
   * @param publish told in any case, also that the design is another by then
   */
  public void induce(String name, Fabric fabric, Consumer<Outcome<TrafficPattern>> publish) {
    workspace
        .analysis()
        .ifPresentOrElse(
            analysis -> workspace.answering().induce(analysis, name, fabric, publish),
            () -> publish.accept(Outcome.notApplicable("analysis.notYet")));
  }

  /**
   * Reads a traffic matrix beside.
   *
   * @param publish told in any case, also that the design is another by then
   */
  public void readMatrix(Path file, Consumer<Outcome<TrafficPattern>> publish) {
    workspace.answering().readMatrix(file, publish);
  }

  /** Stops answering; the older answers stay. */
  public void stop() {
    if (state.get() == State.ANSWERING) {
      workspace.answering().stopAnswering();
      state.set(State.STOPPED);
    }
  }

  /** Answers again what was stopped. */
  public void resume() {
    workspace.analysis().filter(Analysis::complete).ifPresent(this::answer);
  }

  /** Something else is solved: what is there is of the design before. */
  void outdate() {
    strategies.outdate();
    if (workloads().isEmpty()) {
      answers.set(List.of());
      state.set(State.ANSWERED);
    } else {
      state.set(State.ANSWERING);
    }
  }

  void forget() {
    answers.set(List.of());
  }

  /** Answers the workloads of an analysis that is complete. */
  void answer(Analysis analysis) {
    if (workloads().isEmpty()) {
      return;
    }
    state.set(State.ANSWERING);
    workspace
        .answering()
        .answer(
            analysis,
            all -> {
              answers.set(all);
              state.set(State.ANSWERED);
              strategies.forgetIfOther();
              workspace.worth().ready();
            });
  }
}
