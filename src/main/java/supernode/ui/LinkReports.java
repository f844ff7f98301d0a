package supernode.ui;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import supernode.analysis.Analysis;
import supernode.analysis.FabricFlows;
import supernode.analysis.LinkCarried;
import supernode.analysis.LinkLine;
import supernode.quantity.Messages;
import supernode.solve.Outcome;

/**
 * Reports of what links carry. Which flows they are is worked out beside, when it is first asked
 * for, and told when it is known; only the newest question counts.
 */
public final class LinkReports {
  private final Messages messages;
  private final Runnable told;
  private Executor beside = Runnable::run;
  private Analysis analysis;
  private volatile LinkLine asked;
  private Optional<Outcome<List<FabricFlows.Flow>>> flows = Optional.empty();

  /**
   * @param told run when there is more to say of what was asked
   */
  public LinkReports(Messages messages, Runnable told) {
    this.messages = messages;
    this.told = told;
  }

  /** Works out which flows there are on another thread. */
  public void beside(Executor next) {
    beside = next;
  }

  /** As far as it is known; empty where the links of the line have no answer. */
  public Optional<LinkReport> of(LinkLine line, Optional<Analysis> answers) {
    Optional<LinkCarried> carried = answers.flatMap(a -> a.links().carried(line));
    if (carried.isEmpty()) {
      return Optional.empty();
    }
    if (!line.equals(asked) || answers.get() != analysis) {
      analysis = answers.get();
      asked = line;
      flows = Optional.empty();
      beside.execute(() -> workOut(line, answers.get(), carried.get()));
    }
    return Optional.of(LinkReport.of(line, carried.get(), flows, messages));
  }

  private void workOut(LinkLine line, Analysis answers, LinkCarried carried) {
    if (line.equals(asked)) {
      Outcome<List<FabricFlows.Flow>> found = carried.onBusier(() -> false);
      if (Platform.isFxApplicationThread()) {
        // Asked and answered at once: whoever asks reads it right away.
        take(line, answers, found);
      } else {
        Platform.runLater(() -> {
          take(line, answers, found);
          told.run();
        });
      }
    }
  }

  private void take(LinkLine line, Analysis answers, Outcome<List<FabricFlows.Flow>> found) {
    if (line.equals(asked) && answers == analysis) {
      flows = Optional.of(found);
    }
  }
}
