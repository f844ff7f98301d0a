package supernode.ui;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import supernode.analysis.Analysis;
import supernode.analysis.Finding;
import supernode.analysis.score.Appraisal;
import supernode.analysis.score.Score;

/**
 * What the design that is shown is worth: what it stands to lose, and its score. Worked out from
 * when somebody first looks at it.
 */
public final class Worth {
  private final Workspace workspace;
  private final ReadOnlyObjectWrapper<Optional<Appraisal>> appraisal =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Boolean> stale = new ReadOnlyObjectWrapper<>(true);
  private final ReadOnlyObjectWrapper<Optional<Beside>> beside =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Optional<Analysis> asked = Optional.empty();
  private boolean wanted;

  /** Another design to be compared with, and its score once it is there. */
  public record Beside(String name, Optional<Score> score) {}

  Worth(Workspace workspace) {
    this.workspace = workspace;
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

  public List<Finding> findings() {
    return appraisal.get().map(Appraisal::findings).orElse(List.of());
  }

  /** Somebody looks at it: from now on it is kept up. */
  public void want() {
    wanted = true;
    if (stale.get()) {
      appraise();
    }
  }

  /** Compares with a sample; with nothing where there is none. */
  public void compareWith(Optional<String> sample) {
    beside.set(sample.map(name -> new Beside(name, Optional.empty())));
    sample.ifPresent(name ->
        workspace
            .solving()
            .score(
                name,
                workspace.catalog(),
                score -> {
                  if (beside.get().filter(b -> b.name().equals(name)).isPresent()) {
                    beside.set(Optional.of(new Beside(name, score)));
                  }
                }));
  }

  /** Something else is solved. */
  void outdate() {
    stale.set(true);
    asked = Optional.empty();
  }

  void forget() {
    appraisal.set(Optional.empty());
  }

  /** An analysis is complete, and its workloads are answered. */
  void ready() {
    if (wanted) {
      appraise();
    }
  }

  private void appraise() {
    Optional<Analysis> newest =
        workspace
            .analysis()
            .filter(Analysis::complete)
            .filter(_ -> workspace.work().stateProperty().get() == ScenarioWork.State.ANSWERED);
    if (newest.isEmpty() || newest.equals(asked)) {
      return;
    }
    asked = newest;
    workspace
        .solving()
        .appraise(
            newest.get(),
            workspace.workloadsProperty().get(),
            found -> {
              appraisal.set(Optional.of(found));
              stale.set(false);
            });
  }
}
