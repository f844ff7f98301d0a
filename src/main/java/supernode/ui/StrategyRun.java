package supernode.ui;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import supernode.analysis.workload.TrainingAnswer;
import supernode.design.Setting;
import supernode.design.Workload;
import supernode.quantity.Text;
import supernode.solve.Outcome;
import supernode.solve.workload.train.Strategy;

/**
 * A search through all strategies of a workload. It goes on beside everything else, can be
 * cancelled, and gives way to any change of the design.
 */
public final class StrategyRun {
  /** Where the search stands. */
  public sealed interface State {
    /** Nothing was asked for. */
    record Idle() implements State {}

    /**
     * Under way.
     *
     * @param share that is done
     */
    record Running(String workload, double share) implements State {}

    /** Why there is no strategy. */
    record Refused(String workload, Text why) implements State {}

    /**
     * The best ones.
     *
     * @param job that they are of, whatever its own strategy
     */
    record Found(String workload, Setting.Group job, TrainingAnswer answer) implements State {}
  }

  private final Workspace workspace;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Idle());

  StrategyRun(Workspace workspace) {
    this.workspace = workspace;
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** What was found for a workload; empty where it was not searched for, or is another by now. */
  public Optional<TrainingAnswer> found(String workload) {
    return state.get() instanceof State.Found(String name, var job, TrainingAnswer answer)
            && name.equals(workload)
        ? Optional.of(answer)
        : Optional.empty();
  }

  /** Searches the strategies of a workload, on the machine as solved last. */
  public void start(String workload) {
    Workload of = workspace.work().workloads().get(workload);
    if (of == null || of.kind() != Workload.Kind.TRAIN || workspace.analysis().isEmpty()) {
      return;
    }
    state.set(new State.Running(workload, 0));
    workspace
        .answering()
        .search(
            workspace.analysis().get(),
            workload,
            of,
            share -> state.set(new State.Running(workload, share)),
            outcome -> state.set(told(workload, of, outcome)));
  }

  private static State told(String workload, Workload of, Outcome<TrainingAnswer> outcome) {
    return outcome
        .asOptional()
        .<State>map(answer -> new State.Found(workload, withoutStrategy(of.job()), answer))
        .orElseGet(() -> new State.Refused(workload, outcome.whyNot().orElseThrow()));
  }

  public void cancel() {
    workspace.answering().stopSearch();
    state.set(new State.Idle());
  }

  /** Sets a strategy as one undoable step. */
  public void take(String workload, Strategy strategy) {
    Workload of = workspace.work().workloads().get(workload);
    if (of != null) {
      workspace
          .work()
          .set(
              workload,
              Optional.of(new Workload(of.kind(), TrainingAnswer.with(of.job(), strategy))));
    }
  }

  /** The design is another: a search that is under way is given up. */
  void outdate() {
    if (state.get() instanceof State.Running) {
      state.set(new State.Idle());
    }
    forgetIfOther();
  }

  /** What was found stays as long as the job and the machine do, whatever strategy is taken. */
  void forgetIfOther() {
    if (state.get() instanceof State.Found(String name, Setting.Group job, TrainingAnswer answer)) {
      Workload now = workspace.work().workloads().get(name);
      boolean same = now != null && withoutStrategy(now.job()).equals(job);
      boolean elsewhere =
          workspace
              .work()
              .answer(name)
              .flatMap(a -> a.answer().asOptional())
              .filter(a -> !a.machine().equals(answer.machine()))
              .isPresent();
      if (!same || elsewhere) {
        state.set(new State.Idle());
      }
    }
  }

  private static Setting.Group withoutStrategy(Setting.Group job) {
    Map<String, Setting> rest = new LinkedHashMap<>(job.members());
    rest.remove("strategy");
    return new Setting.Group(rest);
  }
}
