package supernode.solve.workload.train;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import supernode.quantity.Text;
import supernode.solve.network.collective.ExpertTraffic;
import supernode.solve.network.collective.Mode;
import supernode.solve.network.collective.Operation;
import supernode.solve.workload.machine.Chip;
import supernode.solve.workload.machine.Efficiency;
import supernode.solve.workload.machine.ExpertExchange;
import supernode.solve.workload.machine.Fleet.Group;
import supernode.solve.workload.machine.GroupTimes;
import supernode.solve.workload.model.Transformer;
import supernode.solve.workload.train.LayerPasses.Pass;
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
  private final Map<LayerKey, LayerTimes> layers = new ConcurrentHashMap<>();

  public TrainingStep(TrainingJob job, GroupTimes times) {
    this.job = job;
    this.times = times;
    efficiency = times.mode() == Mode.BOUND ? Efficiency.BOUND : Efficiency.CALIBRATED;
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

  /** Seconds of a dense layer, of one with experts, and of the head; see {@link Stage}. */
  private record LayerTimes(
      Stage dense,
      Stage moe,
      double headForward,
      double headBackward,
      double coreForward,
      double coreBackward) {
    double head() {
      return headForward + headBackward;
    }
  }

  /** Communication that is waited for, and that behind the work. */
  private record Exchange(double exposed, double hidden) {
    private static final Exchange NONE = new Exchange(0, 0);
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
    double allTensor = tensorSeconds(s) * deep;
    double tensor = allTensor * (1 - k.tensorOverlap());
    double allExpert = moe > 0 ? expertSeconds(s) * moe : 0;
    double expert = allExpert * (1 - k.expertOverlap());
    Exchange ring = s.cp() > 1 ? contextSeconds(s, layer) : Exchange.NONE;
    double context = ring.exposed() * deep;
    double allPipeline = s.pp() > 1 ? sendSeconds(s) : 0;
    double pipeline = allPipeline * (1 - k.pipelineOverlap());
    double perMicrobatch = work.both() + tensor + expert + context + pipeline;
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
    Exchange replicas = dataSeconds(s, work, microbatches);
    double data = replicas.exposed();
    StepParts parts =
        new StepParts(
            m * (work.both() + head),
            m * work.again(),
            m * tensor,
            m * expert,
            m * context,
            m * pipeline,
            fill * k.bubbleShare(),
            data,
            optimizerSeconds(s, chip));
    double step = parts.total();
    // The exchange of a pass repeats in the backward one, and once more where all is repeated.
    double exchange = tensor + expert + context + pipeline;
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
            allTensor + allExpert + allPipeline - tensor - expert - pipeline + ring.hidden() * deep,
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
   * What the head adds to the slowest stage. Where stages are uneven the last is one of those with
   * a layer less.
   */
  private double headSeconds(Strategy s, LayerTimes layer) {
    Transformer m = job.model();
    boolean lacking = s.pp() > 1 && job.deepestStage(s) * s.pp() > m.layers();
    Stage last = m.expertLayers() > 0 ? layer.moe() : layer.dense();
    return lacking ? Math.max(0, layer.head() - last.both()) : layer.head();
  }

  private static Stage stage(LayerTimes of, double dense, double moe) {
    return new Stage(
        dense * of.dense.forward + moe * of.moe.forward,
        dense * of.dense.backward + moe * of.moe.backward,
        dense * of.dense.again + moe * of.moe.again);
  }

  private double microbatchBytes(Strategy s) {
    double tokens = (double) s.microbatch() * job.sequence() / s.cp();
    return tokens * job.model().hidden() * job.model().precision().activation();
  }

  private Group group(Strategy s, Axis axis) {
    return times.fleet().group(job.order().spans(s, axis));
  }

  /** Per layer and microbatch. */
  private double tensorSeconds(Strategy s) {
    if (s.tp() == 1) {
      return 0;
    }
    Group group = group(s, Axis.TENSOR);
    double bytes = microbatchBytes(s);
    int passes = s.recompute() == Recompute.FULL ? 3 : 2;
    if (!s.sequenceParallel()) {
      return 2 * passes * times.seconds(Operation.ALL_REDUCE, group, bytes);
    }
    // Inputs that are kept in parts are gathered once more for the gradients of the weights.
    double gather = times.seconds(Operation.ALL_GATHER, group, bytes);
    double scatter = times.seconds(Operation.REDUCE_SCATTER, group, bytes);
    return 2 * passes * (gather + scatter) + 2 * gather;
  }

  /** Per layer with experts and microbatch: there and back, forward and backward. */
  private double expertSeconds(Strategy s) {
    if (s.ep() == 1) {
      return 0;
    }
    Transformer m = job.model();
    var e = m.experts().orElseThrow();
    double tokens = (double) s.microbatch() * job.sequence() / s.cp();
    double split = s.sequenceParallel() ? s.tp() : 1;
    ExpertTraffic traffic =
        new ExpertTraffic(
            (int) Math.ceil(tokens / split),
            Math.toIntExact(m.hidden()),
            e.routed(),
            e.active(),
            0,
            m.precision().dispatch(),
            m.precision().combine());
    double once =
        ExpertExchange.seconds(times, group(s, Axis.EXPERT), traffic, e.groups(), e.activeGroups());
    return once * (s.recompute() == Recompute.FULL ? 3 : 2);
  }

  /** Keys and values travel round the ring while the attention works; per layer and microbatch. */
  private Exchange contextSeconds(Strategy s, LayerTimes layer) {
    var a = job.model().attention();
    double tokens = (double) s.microbatch() * job.sequence() / s.cp();
    double bytes =
        tokens * (a.keyWidth() + a.valueWidth()) / s.tp() * job.model().precision().activation();
    double hop = times.sendSeconds(group(s, Axis.CONTEXT), bytes);
    double once = (s.cp() - 1) * hop;
    double forward = Math.max(0, once - layer.coreForward());
    double backward = Math.max(0, 2 * once - layer.coreBackward());
    return new Exchange(forward + backward, 3 * once - forward - backward);
  }

  /** What a stage sends on, forward and back, for all its chunks; per microbatch. */
  private double sendSeconds(Strategy s) {
    double bytes = microbatchBytes(s) / s.tp();
    double once = times.sendSeconds(group(s, Axis.PIPELINE), bytes);
    double gather =
        s.tp() > 1 && !s.sequenceParallel()
            ? times.seconds(Operation.ALL_GATHER, group(s, Axis.TENSOR), microbatchBytes(s))
            : 0;
    return 2.0 * s.interleave() * (once + gather);
  }

  private Exchange dataSeconds(Strategy s, Stage work, long microbatches) {
    double reduce = 0;
    double gather = 0;
    var b = job.model().precision();
    double dense = MemoryParts.denseParameters(job, s, false);
    double expert = MemoryParts.expertParameters(job, s);
    Group group = group(s, Axis.DATA);
    Group expertGroup = group(s, Axis.EXPERT_DATA);
    if (s.zero() == 0) {
      reduce += times.seconds(Operation.ALL_REDUCE, group, dense * b.gradient());
      reduce += times.seconds(Operation.ALL_REDUCE, expertGroup, expert * b.gradient());
    } else {
      reduce += times.seconds(Operation.REDUCE_SCATTER, group, dense * b.gradient());
      reduce += times.seconds(Operation.REDUCE_SCATTER, expertGroup, expert * b.gradient());
      gather += times.seconds(Operation.ALL_GATHER, group, dense * b.weight());
      gather += times.seconds(Operation.ALL_GATHER, expertGroup, expert * b.weight());
    }
    double overlap = job.kernels().dataOverlap();
    // What is not kept is reduced, or gathered anew, in every pass of every microbatch.
    double reductions = s.zero() >= 2 ? microbatches : 1;
    double gathers = s.zero() == 3 ? microbatches : 1;
    double backward = reductions * reduce + (s.zero() == 3 ? gathers * gather : 0);
    double exposed =
        Math.max(0, backward - overlap * reductions * work.backward())
            + Math.max(0, gathers * (gather - overlap * work.forward()));
    return new Exchange(exposed, backward + gathers * gather - exposed);
  }

  /** Reads gradients and state, writes state, copies it to the weights, where they are kept. */
  private double optimizerSeconds(Strategy s, Chip chip) {
    var b = job.model().precision();
    double all = s.dp() * (double) s.cp();
    double dense = MemoryParts.denseParameters(job, s, false);
    double expert = MemoryParts.expertParameters(job, s);
    double own = s.zero() > 0 ? dense / all + expert / Math.max(1, all / s.ep()) : dense + expert;
    double state = own * 2 * b.optimizer();
    double rest = own * (GRADIENT_PASSES * b.gradient() + b.gradient() + b.weight());
    return job.offloads(s)
        ? (state / 2 + rest) / job.kernels().offloadBytesPerS()
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
