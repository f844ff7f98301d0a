package supernode.solve.workload.train;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import supernode.quantity.Text;
import supernode.solve.network.collective.Mode;
import supernode.solve.workload.machine.Chip;
import supernode.solve.workload.machine.Efficiency;
import supernode.solve.workload.machine.Fleet.Group;
import supernode.solve.workload.machine.GroupTimes;
import supernode.solve.workload.model.Transformer;
import supernode.solve.workload.train.LayerPasses.Pass;
import supernode.solve.workload.train.StepExchanges.Exchange;
import supernode.solve.workload.train.Strategy.Axis;

/**
 * Time of a training step: the slowest stage's microbatches, the bubble, and what of the
 * communication is not hidden. The strategy must have passed {@link StrategyCheck}.
 */
public final class TrainingStep {
  /** Gradients are zeroed, unscaled, measured, clipped, then used: seven times through memory. */
  private static final double GRADIENT_PASSES = 7;

  private final TrainingJob job;
  private final GroupTimes times;
  private final Efficiency efficiency;
  private final StepExchanges exchanges;
  private final Map<LayerKey, LayerTimes> layers = new ConcurrentHashMap<>();

  public TrainingStep(TrainingJob job, GroupTimes times) {
    this.job = job;
    this.times = times;
    efficiency = times.mode() == Mode.BOUND ? Efficiency.BOUND : Efficiency.CALIBRATED;
    exchanges = new StepExchanges(job, times, efficiency);
  }

  /** A pass of one microbatch through one stage, without its head. */
  private record Stage(double forward, double backward, double again) {
    double both() {
      return forward + backward;
    }
  }

  /** What a layer's time depends on: strategies that differ in other ways share it. */
  private record LayerKey(
      int tp, int cp, int ep, int microbatch, Recompute recompute, boolean sequenceParallel) {}

  /**
   * Seconds of a dense layer, of one with experts, of the head, and of joining a further token to
   * what the layers made of the one before; see {@link Stage}.
   */
  private record LayerTimes(
      Stage dense,
      Stage moe,
      double headForward,
      double headBackward,
      double joined,
      double coreForward,
      double coreBackward) {
    double head() {
      return headForward + headBackward;
    }
  }

  private LayerTimes layerTimes(Strategy s) {
    LayerKey key =
        new LayerKey(s.tp(), s.cp(), s.ep(), s.microbatch(), s.recompute(), s.sequenceParallel());
    return layers.computeIfAbsent(
        key,
        _ -> {
          LayerPasses p = new LayerPasses(job, s, times.fleet().chip(), efficiency);
          boolean moe = job.model().expertLayers() > 0;
          return new LayerTimes(
              layer(p, false),
              moe ? layer(p, true) : new Stage(0, 0, 0),
              p.head(Pass.FORWARD).seconds(),
              p.head(Pass.BACKWARD).seconds(),
              p.joinedSeconds(),
              p.attentionCoreSeconds(Pass.FORWARD),
              p.attentionCoreSeconds(Pass.BACKWARD));
        });
  }

  private static Stage layer(LayerPasses passes, boolean experts) {
    double backward = passes.backward(experts).seconds();
    double again = Math.max(0, backward - passes.plainBackwardSeconds(experts));
    return new Stage(passes.forward(experts).seconds(), backward, again);
  }

  public TrainingResult evaluate(Strategy s) {
    Transformer model = job.model();
    Chip chip = times.fleet().chip();
    LayerTimes layer = layerTimes(s);
    long microbatches = job.batch() / ((long) s.dp() * s.microbatch());
    double deep = job.deepestStage(s);
    double moe = Math.min(deep, model.expertLayers());
    if (s.pp() == 1) {
      moe = model.expertLayers();
    }
    Stage work = stage(layer, deep - moe, moe);
    double head = headSeconds(s, layer);
    Kernels k = job.kernels();
    Exchange tensor = exchanges.tensor(s).times(deep);
    Exchange expert = moe > 0 ? exchanges.expert(s).times(moe) : Exchange.NONE;
    Exchange context = exchanges.context(s, layer.coreForward(), layer.coreBackward()).times(deep);
    Exchange pipeline = exchanges.pipeline(s);
    double exchange = tensor.exposed() + expert.exposed() + context.exposed() + pipeline.exposed();
    double perMicrobatch = work.both() + exchange;
    double fill = (s.pp() - 1.0) / s.interleave() * perMicrobatch;
    if (s.interleave() > 1 && microbatches % s.pp() != 0) {
      // The last round is not full, and every chunk waits for it (as Calculon has it).
      fill +=
          (s.interleave() - 1.0)
              * (s.pp() - microbatches % s.pp())
              * perMicrobatch
              / s.interleave();
    }
    double m = microbatches;
    Exchange replicas = exchanges.data(s, work.forward(), work.backward(), microbatches);
    double data = replicas.exposed();
    StepParts parts =
        new StepParts(
            m * (work.both() + head),
            m * work.again(),
            m * tensor.exposed(),
            m * expert.exposed(),
            m * context.exposed(),
            m * pipeline.exposed(),
            fill * k.bubbleShare(),
            data,
            optimizerSeconds(s, chip));
    double step = parts.total();
    // The exchange of a pass repeats in the backward one, and once more where all is repeated.
    double forwards = s.recompute() == Recompute.FULL ? 1.0 / 3 : 1.0 / 2;
    StepWork each =
        new StepWork(
            microbatches,
            work.forward(),
            work.backward(),
            layer.headForward() * head / layer.head(),
            layer.headBackward() * head / layer.head(),
            exchange * forwards,
            exchange * (1 - forwards),
            tensor.hidden() + expert.hidden() + context.hidden() + pipeline.hidden(),
            replicas.hidden());
    return new TrainingResult(
        s,
        step,
        parts,
        Utilisation.of(job, s.recompute(), step, (double) s.chips(), chip.fp16FlopsPerS()),
        MemoryParts.of(job, s, microbatches),
        job.tokensPerStep() / step,
        bottleneck(s, parts),
        each);
  }

  /**
   * What the head, and what predicts further tokens, add to the slowest stage: where stages are
   * uneven they stand in for layers that the last one lacks.
   */
  private double headSeconds(Strategy s, LayerTimes layer) {
    Stage last = job.model().expertLayers() > 0 ? layer.moe() : layer.dense();
    double further = job.mtpLayers() * (last.both() + layer.head() + layer.joined());
    double lacking = s.pp() > 1 ? job.lackingOfLast(s) * last.both() : 0;
    return Math.max(0, layer.head() + further - lacking);
  }

  private static Stage stage(LayerTimes of, double dense, double moe) {
    return new Stage(
        dense * of.dense.forward + moe * of.moe.forward,
        dense * of.dense.backward + moe * of.moe.backward,
        dense * of.dense.again + moe * of.moe.again);
  }

  private Group group(Strategy s, Axis axis) {
    return exchanges.group(s, axis);
  }

  /** Reads gradients and state, writes state, copies it to the weights, where they are kept. */
  private double optimizerSeconds(Strategy s, Chip chip) {
    var b = job.model().precision();
    double all = s.dp() * (double) s.cp();
    double dense = MemoryParts.denseParameters(job, s, false);
    double expert = MemoryParts.expertParameters(job, s);
    double own = s.zero() > 0 ? dense / all + expert / Math.max(1, all / s.ep()) : dense + expert;
    double passes = new ElementKernels(job.model(), job.kernels().unfused()).optimizerPasses();
    double state = own * passes * b.optimizer();
    double rest = own * (GRADIENT_PASSES * b.gradient() + b.gradient() + b.weight());
    return job.offloads(s)
        ? (state / passes + rest) / job.kernels().offloadBytesPerS()
        : efficiency.seconds(chip, 0, 2, 0, state + rest);
  }

  private Text bottleneck(Strategy s, StepParts parts) {
    String longest = parts.longest();
    Axis axis =
        switch (longest) {
          case "tensorParallel" -> Axis.TENSOR;
          case "expertParallel" -> Axis.EXPERT;
          case "contextParallel" -> Axis.CONTEXT;
          case "dataParallel" -> Axis.DATA;
          case "pipelineParallel" -> Axis.PIPELINE;
          default -> null;
        };
    double share = parts.byKey().get(longest) / parts.total();
    if (axis == null) {
      return Text.of("workload.bottleneck." + longest, share * 100);
    }
    boolean inside = group(s, axis).inOneDomain();
    return Text.of(
        "workload.bottleneck.exchange",
        Text.of("workload.part." + longest),
        Text.of(inside ? "fabric.scale-up" : "fabric.scale-out"),
        share * 100);
  }
}
