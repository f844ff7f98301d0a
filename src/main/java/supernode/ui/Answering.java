package supernode.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import supernode.analysis.Analysis;
import supernode.analysis.Analyst;
import supernode.analysis.reliability.Resilience;
import supernode.analysis.score.Appraisal;
import supernode.analysis.score.Score;
import supernode.analysis.workload.InducedTraffic;
import supernode.analysis.workload.TrainingAnswer;
import supernode.analysis.workload.Workloads;
import supernode.catalog.Catalog;
import supernode.design.Design;
import supernode.design.Fabric;
import supernode.design.TrafficPattern;
import supernode.design.Workload;
import supernode.interop.matrix.MatrixException;
import supernode.interop.matrix.MatrixReader;
import supernode.quantity.Text;
import supernode.solve.Outcome;

/**
 * Answers of a solved design what takes longer than any edit may wait: its workloads, what it
 * stands to lose, what it is worth. Any newer design makes all of it stop and be forgotten.
 */
public final class Answering {
  private final Errands errands;
  private final LongSupplier design;
  private final Workloads workloads = new Workloads();
  private final AtomicLong newestAnswer = new AtomicLong();
  private final AtomicLong newestSearch = new AtomicLong();

  /**
   * @param design number of the design that was asked for last
   */
  Answering(Errands errands, LongSupplier design) {
    this.errands = errands;
    this.design = design;
  }

  private BooleanSupplier otherDesign() {
    long now = design.getAsLong();
    return () -> design.getAsLong() != now;
  }

  /** Asked again, or for another design. */
  private BooleanSupplier newer(AtomicLong newest) {
    long ticket = newest.incrementAndGet();
    BooleanSupplier other = otherDesign();
    return () -> newest.get() != ticket || other.getAsBoolean();
  }

  private static <T> Optional<Outcome<T>> failed() {
    return Optional.of(Outcome.notApplicable("analysis.failed"));
  }

  /** Answers the workloads of an analysed scenario; a newer request makes it stop. */
  public void answer(Analysis analysis, Consumer<List<Workloads.Answered>> publish) {
    BooleanSupplier outdated = newer(newestAnswer);
    errands.run(
        outdated,
        () -> workloads.of(analysis, outdated),
        () -> Optional.of(Workloads.unanswered(analysis, Text.of("analysis.failed"))),
        publish);
  }

  /** Makes answers be forgotten that are on their way. */
  public void stopAnswering() {
    newestAnswer.incrementAndGet();
  }

  /**
   * Searches the strategies of a training workload; a newer search makes it stop.
   *
   * @param progress told the share that is done, now and then
   */
  public void search(
      Analysis analysis,
      String name,
      Workload workload,
      DoubleConsumer progress,
      Consumer<Outcome<TrainingAnswer>> publish) {
    BooleanSupplier outdated = newer(newestSearch);
    Percents steps = new Percents(share -> errands.tell(outdated, () -> progress.accept(share)));
    errands.run(
        outdated,
        () -> Workloads.searched(analysis, name, workload, steps, outdated),
        Answering::failed,
        publish);
  }

  /** Makes a search stop and be forgotten. */
  public void stopSearch() {
    newestSearch.incrementAndGet();
  }

  /** Looks for what a solved design stands to lose. */
  public void losses(Analysis analysis, Consumer<Outcome<Resilience>> publish) {
    BooleanSupplier outdated = otherDesign();
    errands.run(outdated, () -> Resilience.of(analysis, outdated), Answering::failed, publish);
  }

  /** Appraises a solved design of which it is known what it stands to lose. */
  public void appraise(
      Analysis analysis,
      List<Workloads.Answered> answered,
      Outcome<Resilience> losses,
      Consumer<Appraisal> publish) {
    errands.run(
        otherDesign(), () -> Appraisal.of(analysis, answered, losses), Optional::empty, publish);
  }

  /** Works out what a training workload sends; a newer design makes it stop, and that is told. */
  public void induce(
      Analysis analysis, String name, Fabric fabric, Consumer<Outcome<TrafficPattern>> publish) {
    pattern(outdated -> InducedTraffic.of(analysis, name, fabric, outdated), publish);
  }

  /** Reads a traffic matrix from a file, which may be long. */
  public void readMatrix(Path file, Consumer<Outcome<TrafficPattern>> publish) {
    pattern(
        _ -> {
          try {
            return Outcome.solved(MatrixReader.read(file));
          } catch (MatrixException e) {
            return new Outcome.NotApplicable<>(e.text());
          }
        },
        publish);
  }

  private void pattern(
      Function<BooleanSupplier, Outcome<TrafficPattern>> make,
      Consumer<Outcome<TrafficPattern>> publish) {
    BooleanSupplier outdated = otherDesign();
    errands.run(
        () -> false,
        () -> {
          try {
            return make.apply(outdated);
          } catch (CancellationException _) {
            return Outcome.<TrafficPattern>notApplicable("traffic.otherDesign");
          }
        },
        Answering::failed,
        told ->
            publish.accept(
                outdated.getAsBoolean() ? Outcome.notApplicable("traffic.otherDesign") : told));
  }

  /**
   * Scores another design under its default scenario.
   *
   * @param read gives it; throws where it cannot be read
   * @param publish told in any case; empty where it could not
   */
  public void score(Supplier<Design> read, Catalog catalog, Consumer<Optional<Score>> publish) {
    errands.run(
        () -> false,
        () -> {
          Analysis solved =
              new Analyst(catalog).full(read.get(), Design.DEFAULT_SCENARIO, () -> false);
          return Optional.of(Appraisal.of(solved, new Workloads().of(solved), () -> false).score());
        },
        () -> Optional.of(Optional.empty()),
        publish);
  }
}
