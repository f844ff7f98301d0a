package supernode.ui.panel;

import java.util.Optional;
import supernode.analysis.Analysis;
import supernode.design.Design;
import supernode.ui.Lifetime;
import supernode.ui.Workspace;

/**
 * The answers that changes are measured against: those of the design as last opened or saved, under
 * its default scenario. It is kept when it passes by and never solved for.
 */
final class Baseline {
  private final Workspace workspace;
  private Analysis kept;

  Baseline(Workspace workspace, Lifetime lifetime) {
    this.workspace = workspace;
    lifetime.watch(workspace.analysisProperty(), this::offer);
    lifetime.watch(
        workspace.savedDesignProperty(), _ -> workspace.analysis().ifPresent(this::offer));
  }

  private void offer(Analysis analysis) {
    Design saved = workspace.savedDesignProperty().get();
    if (analysis != null
        && analysis.complete()
        && analysis.scenario().equals(Design.DEFAULT_SCENARIO)
        && analysis.design().equals(saved)) {
      kept = analysis;
    }
  }

  /** Empty until the saved design has been solved, and when it is another design's. */
  Optional<Analysis> get() {
    Design saved = workspace.savedDesignProperty().get();
    return Optional.ofNullable(kept).filter(a -> a.design().equals(saved));
  }
}
