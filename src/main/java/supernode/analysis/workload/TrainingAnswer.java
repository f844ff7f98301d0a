package supernode.analysis.workload;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import supernode.design.Setting;
import supernode.quantity.Dimension;
import supernode.quantity.Quantity;
import supernode.quantity.Text;
import supernode.solve.network.collective.Mode;
import supernode.solve.workload.machine.Fleet;
import supernode.solve.workload.machine.GroupTimes;
import supernode.solve.workload.train.ElementOp;
import supernode.solve.workload.train.MemoryParts;
import supernode.solve.workload.train.Strategy;
import supernode.solve.workload.train.StrategyCheck;
import supernode.solve.workload.train.StrategySearch;
import supernode.solve.workload.train.TrainingJob;
import supernode.solve.workload.train.TrainingResult;
import supernode.solve.workload.train.TrainingStep;

/**
 * A training job on a machine.
 *
 * @param uptime what failures leave, where the job asks for it
 * @param found of a search; empty where the job's own strategy was taken
 * @param bounds of the strategies that were found
 * @param notes what had to be assumed of the machine and of what is sent on it
 */
public record TrainingAnswer(
    TrainingJob job,
    Machine machine,
    Budget budget,
    Optional<Uptime> uptime,
    TrainingResult calibrated,
    TrainingResult bound,
    Optional<StrategySearch.Found> found,
    Map<Strategy, TrainingResult> bounds,
    List<Text> notes)
    implements WorkloadAnswer {
  /** How many of the fastest strategies are told. */
  public static final int KEPT = 20;

  @Override
  public Optional<Text> limit() {
    return Optional.of(calibrated.bottleneck());
  }

  /**
   * With the strategy of the job; where it says so, with the fastest that has what it sets.
   *
   * @param cancelled asked while the nearest that holds is looked for
   * @throws JobException naming what does not divide or fit, and the nearest that does
   * @throws CancellationException when cancelled
   */
  public static TrainingAnswer of(JobFields fields, Machine machine, BooleanSupplier cancelled) {
    if (TrainingForm.searches(fields)) {
      Strategy like = TrainingForm.strategy(fields, machine.fleet().count(), true);
      Predicate<Strategy> wanted = TrainingForm.wanted(fields, like);
      return searched(fields, machine, KEPT, wanted, _ -> {}, cancelled);
    }
    TrainingJob job = TrainingForm.job(TrainingForm.checked(fields));
    Strategy strategy = TrainingForm.strategy(fields, machine.fleet().count(), false);
    Optional<Uptime> uptime = Uptime.of(fields, machine);
    require(fields, job, strategy, machine.fleet(), cancelled);
    return timed(job, machine, Budget.of(fields), uptime, strategy, Optional.empty());
  }

  /**
   * With the fastest strategy that fits, whatever the job sets.
   *
   * @param keep how many of the fastest are told
   * @param progress told the share that is done
   * @throws JobException where none fits
   * @throws CancellationException when cancelled
   */
  public static TrainingAnswer searched(
      JobFields fields,
      Machine machine,
      int keep,
      DoubleConsumer progress,
      BooleanSupplier cancelled) {
    return searched(fields, machine, keep, _ -> true, progress, cancelled);
  }

  private static TrainingAnswer searched(
      JobFields fields,
      Machine machine,
      int keep,
      Predicate<Strategy> wanted,
      DoubleConsumer progress,
      BooleanSupplier cancelled) {
    TrainingJob job = TrainingForm.job(TrainingForm.checked(fields));
    Fleet fleet = machine.fleet();
    Strategy like = TrainingForm.strategy(fields, fleet.count(), true);
    Optional<Uptime> uptime = Uptime.of(fields, machine);
    Budget budget = Budget.of(fields);
    TrainingStep step = new TrainingStep(job, new GroupTimes(fleet, Mode.CALIBRATED));
    StrategySearch.Found found =
        StrategySearch.of(
            job, step, fleet.chip(), fleet.count(), like, keep, wanted, progress, cancelled);
    if (found.legal() == 0) {
      throw new JobException("train.noneDivides", fields.file(), fleet.count());
    }
    if (found.best().isEmpty()) {
      throw new JobException("train.nothingFits", fields.file(), found.legal(), limit(fleet));
    }
    Strategy best = found.best().getFirst().strategy();
    return timed(job, machine, budget, uptime, best, Optional.of(found));
  }

  /** A job with a strategy of its own. */
  public static Setting.Group with(Setting.Group job, Strategy strategy) {
    return TrainingForm.with(job, strategy);
  }

  private static TrainingAnswer timed(
      TrainingJob job,
      Machine machine,
      Budget budget,
      Optional<Uptime> uptime,
      Strategy strategy,
      Optional<StrategySearch.Found> found) {
    GroupTimes times = new GroupTimes(machine.fleet(), Mode.CALIBRATED);
    TrainingResult calibrated = new TrainingStep(job, times).evaluate(strategy);
    List<Text> notes = new ArrayList<>(machine.notes());
    if (times.sampled()) {
      notes.add(Text.of("workload.sampled", GroupTimes.MOST_PAIRS));
    }
    unfused(job, times, calibrated).ifPresent(notes::add);
    TrainingStep ideal = new TrainingStep(job, new GroupTimes(machine.fleet(), Mode.BOUND));
    Map<Strategy, TrainingResult> bounds = new HashMap<>();
    found.ifPresent(f ->
        Stream.concat(f.best().stream(), f.front().stream())
            .map(TrainingResult::strategy)
            .forEach(s -> bounds.computeIfAbsent(s, ideal::evaluate)));
    return new TrainingAnswer(
        job,
        machine,
        budget,
        uptime,
        calibrated,
        ideal.evaluate(strategy),
        found,
        Map.copyOf(bounds),
        List.copyOf(notes));
  }

  /** What operations cost that are not fused, where there are any. */
  private static Optional<Text> unfused(TrainingJob job, GroupTimes times, TrainingResult result) {
    int kinds = job.kernels().unfused().size();
    if (kinds == 0) {
      return Optional.empty();
    }
    TrainingJob fused = job.withKernels(job.kernels().unfusing(Set.of()));
    double without = new TrainingStep(fused, times).evaluate(result.strategy()).stepSeconds();
    Quantity longer = new Quantity(result.stepSeconds() / without - 1, Dimension.RATIO);
    return Optional.of(Text.of("workload.unfused", kinds, ElementOp.values().length, longer));
  }

  /** The same job with the same strategy on another machine. */
  public TrainingResult on(Machine other, Mode mode) {
    return evaluate(job, other, mode, calibrated.strategy());
  }

  private static TrainingResult evaluate(
      TrainingJob job, Machine machine, Mode mode, Strategy strategy) {
    return new TrainingStep(job, new GroupTimes(machine.fleet(), mode)).evaluate(strategy);
  }

  public static Quantity limit(Fleet fleet) {
    return new Quantity(fleet.chip().memoryBytes(), Dimension.DATA);
  }

  /** Refuses what cannot be carried out, with the nearest that can. */
  private static void require(
      JobFields fields, TrainingJob job, Strategy s, Fleet fleet, BooleanSupplier cancelled) {
    String file = fields.file();
    Supplier<Optional<Strategy>> nearest =
        () -> StrategySearch.nearest(job, fleet.chip(), fleet.count(), s, cancelled);
    Optional<Text> fails = StrategyCheck.of(job, s, fleet.count());
    if (fails.isPresent()) {
      JobException illegal = new JobException("train.illegal", file, fails.get());
      throw nearest
          .get()
          .map(n -> illegal.withNearest(TrainingForm.with(fields.all(), n)))
          .orElse(illegal);
    }
    MemoryParts memory = MemoryParts.of(job, s);
    if (memory.total() <= fleet.chip().memoryBytes()) {
      return;
    }
    Map.Entry<String, Double> most = memory.largest();
    Quantity needed = new Quantity(memory.total(), Dimension.DATA);
    Quantity largest = new Quantity(most.getValue(), Dimension.DATA);
    Text part = Text.of("train.memory." + most.getKey());
    throw nearest
        .get()
        .map(n ->
            new JobException(
                    "train.tooLarge", file, needed, limit(fleet), part, largest, n.toString())
                .withNearest(TrainingForm.with(fields.all(), n)))
        .orElseGet(
            () -> new JobException("train.neverFits", file, needed, limit(fleet), part, largest));
  }
}
