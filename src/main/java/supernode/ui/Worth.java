package supernode.ui;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import supernode.analysis.Analysis;
import supernode.analysis.reliability.Resilience;
import supernode.analysis.score.Appraisal;
import supernode.analysis.score.Score;
import supernode.design.Design;
import supernode.solve.Outcome;

/**
 * What the design that is shown is worth. What it stands to lose is looked for after every
 * analysis, as it belongs to the findings; the rest from when somebody first looks at it.
 */
public final class Worth {
  private static final Outcome<Resilience> UNKNOWN = Outcome.notApplicable("analysis.notYet");

  private final Workspace workspace;
  private final ReadOnlyObjectWrapper<Outcome<Resilience>> losses =
      new ReadOnlyObjectWrapper<>(UNKNOWN);
  private final ReadOnlyObjectWrapper<Optional<Appraisal>> appraisal =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Boolean> stale = new ReadOnlyObjectWrapper<>(true);
  private final ReadOnlyObjectWrapper<Optional<Beside>> beside =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Optional<Analysis> looked = Optional.empty();
  private Optional<Analysis> asked = Optional.empty();
  private boolean wanted;

  /** Another design to be compared with, and its score once it is there. */
  public record Beside(String name, Optional<Score> score) {}

  Worth(Workspace workspace) {
    this.workspace = workspace;
  }

  /** What the design stands to lose; it may be older than the design. */
  public ReadOnlyObjectProperty<Outcome<Resilience>> lossesProperty() {
    return losses.getReadOnlyProperty();
  }

  public Outcome<Resilience> losses() {
    return losses.get();
  }

  /** Whether what it stands to lose is of the design before, or not there yet. */
  public boolean isLooking() {
    return looked.isEmpty();
  }

  /** The newest; it may be older than the design. */
  public ReadOnlyObjectProperty<Optional<Appraisal>> appraisalProperty() {
    return appraisal.getReadOnlyProperty();
  }

  /** Whether the appraisal is older than the design. */
  public ReadOnlyObjectProperty<Boolean> staleProperty() {
    return stale.getReadOnlyProperty();
  }

  /** What is looked at beside the design. */
  public ReadOnlyObjectProperty<Optional<Beside>> besideProperty() {
    return beside.getReadOnlyProperty();
  }

  /** Somebody looks at it: from now on it is kept up. */
  public void want() {
    wanted = true;
    if (stale.get()) {
      appraise();
    }
  }

  /** Compares with nothing. */
  public void compareWithNothing() {
    beside.set(Optional.empty());
  }

  /**
   * Compares with another design.
   *
   * @param read gives it, on another thread
   */
  public void compareWith(String name, Supplier<Design> read) {
    Beside waiting = new Beside(name, Optional.empty());
    beside.set(Optional.of(waiting));
    workspace
        .answering()
        .score(
            read,
            workspace.catalog(),
            score -> {
              if (beside.get().filter(b -> b == waiting).isPresent()) {
                beside.set(Optional.of(new Beside(name, score)));
              }
            });
  }

  /** Something else is solved. */
  void outdate() {
    stale.set(true);
    looked = Optional.empty();
    asked = Optional.empty();
  }

  void forget() {
    losses.set(UNKNOWN);
    appraisal.set(Optional.empty());
  }

  /** An analysis is complete. */
  void look(Analysis analysis) {
    workspace
        .answering()
        .losses(
            analysis,
            found -> {
              looked = Optional.of(analysis);
              losses.set(found);
              ready();
            });
  }

  /** Its losses are known, or its workloads are answered. */
  void ready() {
    if (wanted) {
      appraise();
    }
  }

  private void appraise() {
    boolean answered = workspace.work().stateProperty().get() == ScenarioWork.State.ANSWERED;
    if (looked.isEmpty() || looked.equals(asked) || !answered) {
      return;
    }
    asked = looked;
    workspace
        .answering()
        .appraise(
            looked.get(),
            workspace.workloadsProperty().get(),
            losses.get(),
            found -> {
              appraisal.set(Optional.of(found));
              stale.set(false);
            });
  }
}
