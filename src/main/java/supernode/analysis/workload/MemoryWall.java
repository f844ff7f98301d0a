package supernode.analysis.workload;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.BooleanSupplier;
import supernode.catalog.Part;
import supernode.catalog.Property;
import supernode.design.Workload;
import supernode.solve.Outcome;
import supernode.solve.network.collective.Mode;
import supernode.solve.workload.machine.Fleet;
import supernode.solve.workload.machine.GroupTimes;
import supernode.solve.workload.model.Transformer;
import supernode.solve.workload.roofline.Operators;
import supernode.solve.workload.roofline.Pass;
import supernode.solve.workload.roofline.Roofline;
import supernode.solve.workload.serve.InferenceStep;
import supernode.solve.workload.serve.QueueResult;
import supernode.solve.workload.train.Strategy;
import supernode.solve.workload.train.TrainingJob;
import supernode.solve.workload.train.TrainingResult;
import supernode.solve.workload.train.TrainingStep;

/** What a workload does to the memory of its chips, and what other memory would do for it. */
public final class MemoryWall {
  private MemoryWall() {}

  /** Rooflines by phase: "forward" of a training step, "prefill" and "decode" of a service. */
  public static SequencedMap<String, Roofline> rooflines(WorkloadAnswer answer) {
    SequencedMap<String, Roofline> phases = new LinkedHashMap<>();
    switch (answer) {
      case TrainingAnswer a -> phases.put("forward", forward(a));
      case ServingAnswer a -> {
        phases.put("prefill", prefill(a));
        if (a.model().perToken()) {
          phases.put("decode", decode(a));
        }
      }
      case ScheduleAnswer _ -> {}
    }
    return phases;
  }

  private static Roofline forward(TrainingAnswer a) {
    TrainingJob job = a.job();
    Strategy s = a.calibrated().strategy();
    Fleet fleet = a.machine().fleet();
    double rows = (double) s.microbatch() * job.sequence() / s.cp();
    double context = job.model().causal() ? job.sequence() / 2.0 : job.sequence();
    double outputs = job.model().perToken() ? rows : s.microbatch();
    Pass pass =
        new Pass(
            rows, context, 0, outputs, fleet.group(s.tp(), 1), fleet.group(s.ep() * s.tp(), 1));
    return Roofline.of(fleet, 0, Operators.of(job.model(), pass));
  }

  private static Roofline prefill(ServingAnswer a) {
    ServingAnswer.Served served = a.calibrated();
    InferenceStep step = served.service().prefill();
    double rows = served.promptTokens();
    double context = a.model().causal() ? rows / 2 : rows;
    return roofline(a, step, new double[] {rows, context, 0, 1});
  }

  private static Roofline decode(ServingAnswer a) {
    ServingAnswer.Served served = a.calibrated();
    double batch = served.batch();
    double context = served.context();
    return roofline(
        a, served.service().decode(), new double[] {batch, context, batch * context, batch});
  }

  private static Roofline roofline(ServingAnswer a, InferenceStep step, double[] pass) {
    Fleet fleet = a.machine().fleet();
    Transformer model = a.model();
    return Roofline.of(
        fleet,
        step.options().poolBytesPerS(),
        Operators.of(
            model,
            new Pass(
                pass[0],
                pass[1],
                pass[2],
                pass[3],
                fleet.group(step.on().tp(), 1),
                fleet.group(step.on().chips(), 1))));
  }

  /**
   * A workload with other memory at every chip.
   *
   * @param generation the stack
   * @param stacks at each chip; its interface is taken to carry them all
   * @param answer why there is none where the workload does not fit
   */
  public record Swapped(
      Part generation,
      int stacks,
      double bytes,
      double bytesPerS,
      Outcome<WorkloadAnswer> answer) {}

  /**
   * The workload with so many stacks of each generation, in the order given.
   *
   * @throws java.util.concurrent.CancellationException when cancelled
   */
  public static List<Swapped> swapped(
      Workload workload,
      Machine machine,
      List<Part> generations,
      List<Integer> stacks,
      BooleanSupplier cancelled) {
    List<Swapped> all = new ArrayList<>();
    for (Part generation : generations) {
      for (int n : stacks) {
        double bytes = n * generation.values().get(Property.MEMORY_BYTES, 0);
        double rate = n * generation.values().get(Property.MEMORY_BANDWIDTH, 0);
        if (bytes > 0 && rate > 0) {
          Machine with = machine.withMemory(bytes, rate);
          Outcome<WorkloadAnswer> answer =
              Workloads.answer(generation.id(), workload, with, cancelled);
          all.add(new Swapped(generation, n, bytes, rate, answer));
        }
      }
    }
    return all;
  }

  /**
   * Tokens of a training step, or those that a service answers with, per second. More memory lets a
   * full service take more requests at once: each token may then take longer.
   *
   * @throws IllegalArgumentException for a day of jobs
   */
  public static double tokensPerSecond(WorkloadAnswer answer, Mode mode) {
    return switch (answer) {
      case TrainingAnswer a -> step(a, mode).tokensPerSecond();
      case ServingAnswer a -> served(a, mode).queue().outputPerSecond();
      case ScheduleAnswer _ -> throw new IllegalArgumentException("a day has no tokens");
    };
  }

  /**
   * What memories are compared by: a training step; of a service the median time of a token, or of
   * the answer where there is only one.
   *
   * @throws IllegalArgumentException for a day of jobs
   */
  public static double seconds(WorkloadAnswer answer, Mode mode) {
    return switch (answer) {
      case TrainingAnswer a -> step(a, mode).stepSeconds();
      case ServingAnswer a -> {
        QueueResult queue = served(a, mode).queue();
        yield a.model().perToken() ? queue.tpot().p50() : queue.ttft().p50();
      }
      case ScheduleAnswer _ -> throw new IllegalArgumentException("a day has no step");
    };
  }

  private static TrainingResult step(TrainingAnswer a, Mode mode) {
    return mode == Mode.BOUND ? a.bound() : a.calibrated();
  }

  private static ServingAnswer.Served served(ServingAnswer a, Mode mode) {
    return mode == Mode.BOUND ? a.bound() : a.calibrated();
  }

  /**
   * What a chip keeps in a pool instead of in its own memory: the state of the optimiser, or keys
   * and values.
   *
   * @param what "optimizer" or "cache"
   * @param bytes of one chip that the pool holds
   * @param bytesPerS of a chip to the pool
   * @param movedBytes to and from the pool in a step
   * @param seconds that a step takes longer than with all in the chip's own memory
   * @param share of the step as it was
   */
  public record Pooled(
      String what,
      double bytes,
      double bytesPerS,
      double movedBytes,
      double seconds,
      double share) {}

  /**
   * The largest thing that can live in a pool, and what that costs; empty where there is none.
   *
   * @param bytesPerS of a chip to the pool
   */
  public static Optional<Pooled> pooled(WorkloadAnswer answer, double bytesPerS, Mode mode) {
    return switch (answer) {
      case TrainingAnswer a -> Optional.of(optimizer(a, bytesPerS, mode));
      case ServingAnswer a ->
          a.model().perToken() ? Optional.of(cache(a, bytesPerS, mode)) : Optional.empty();
      case ScheduleAnswer _ -> Optional.empty();
    };
  }

  private static Pooled optimizer(TrainingAnswer a, double bytesPerS, Mode mode) {
    TrainingJob job = a.job().offloadingAt(bytesPerS);
    TrainingStep step = new TrainingStep(job, new GroupTimes(a.machine().fleet(), mode));
    Strategy s = a.calibrated().strategy();
    TrainingResult here = step.evaluate(s.offloading(false));
    TrainingResult away = step.evaluate(s.offloading(true));
    double seconds = away.stepSeconds() - here.stepSeconds();
    return new Pooled(
        "optimizer",
        away.memory().offloaded(),
        bytesPerS,
        away.parts().optimizer() * bytesPerS,
        seconds,
        seconds / here.stepSeconds());
  }

  /** All of the cache: every token of a decode step reads it over. */
  private static Pooled cache(ServingAnswer a, double bytesPerS, Mode mode) {
    ServingAnswer.Served served = served(a, mode);
    InferenceStep step = served.service().decode();
    double bytes = served.batch() * served.context() * step.on().cacheBytes(a.model());
    double here = bytes / a.machine().fleet().chip().memoryBytesPerS();
    double seconds = Math.max(0, bytes / bytesPerS - here);
    return new Pooled(
        "cache", bytes, bytesPerS, bytes, seconds, seconds / served.decodeStep().total());
  }
}
