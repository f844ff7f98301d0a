package supernode.solve.workload.train;

import supernode.solve.network.collective.ExpertTraffic;
import supernode.solve.network.collective.Operation;
import supernode.solve.workload.machine.Efficiency;
import supernode.solve.workload.machine.ExpertExchange;
import supernode.solve.workload.machine.Fleet.Group;
import supernode.solve.workload.machine.GroupTimes;
import supernode.solve.workload.model.Transformer;
import supernode.solve.workload.train.Strategy.Axis;

/**
 * What a step waits for others. What goes on behind the work is not free: it takes units of the
 * chip from the work.
 */
final class StepExchanges {
  private final TrainingJob job;
  private final GroupTimes times;
  private final Efficiency efficiency;

  StepExchanges(TrainingJob job, GroupTimes times, Efficiency efficiency) {
    this.job = job;
    this.times = times;
    this.efficiency = efficiency;
  }

  /**
   * Communication, second.
   *
   * @param exposed what is waited for, and what the rest takes from the work
   * @param hidden behind the work
   */
  record Exchange(double exposed, double hidden) {
    static final Exchange NONE = new Exchange(0, 0);

    Exchange times(double factor) {
      return new Exchange(factor * exposed, factor * hidden);
    }
  }

  private Exchange behind(double waited, double hidden, boolean inside) {
    return new Exchange(waited + hidden * efficiency.takenBehind(inside), hidden);
  }

  private double microbatchBytes(Strategy s) {
    double tokens = (double) s.microbatch() * job.sequence() / s.cp();
    return tokens * job.model().hidden() * job.model().precision().activation();
  }

  Group group(Strategy s, Axis axis) {
    return times.fleet().group(job.order().spans(s, axis));
  }

  /** Per layer and microbatch. */
  Exchange tensor(Strategy s) {
    if (s.tp() == 1) {
      return Exchange.NONE;
    }
    Group group = group(s, Axis.TENSOR);
    double all = tensorSeconds(s, group);
    double overlap = job.kernels().tensorOverlap();
    return behind(all * (1 - overlap), all * overlap, group.inOneDomain());
  }

  private double tensorSeconds(Strategy s, Group group) {
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
  Exchange expert(Strategy s) {
    if (s.ep() == 1) {
      return Exchange.NONE;
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
    double all = once * (s.recompute() == Recompute.FULL ? 3 : 2);
    double overlap = job.kernels().expertOverlap();
    // Kernels on the chip sort tokens and pass them on, whichever way they go.
    return behind(all * (1 - overlap), all * overlap, true);
  }

  /** Keys and values travel round the ring while the attention works; per layer and microbatch. */
  Exchange context(Strategy s, double coreForward, double coreBackward) {
    if (s.cp() == 1) {
      return Exchange.NONE;
    }
    Group group = group(s, Axis.CONTEXT);
    var a = job.model().attention();
    double tokens = (double) s.microbatch() * job.sequence() / s.cp();
    double bytes =
        tokens * (a.keyWidth() + a.valueWidth()) / s.tp() * job.model().precision().activation();
    double hop = times.sendSeconds(group, bytes);
    double once = (s.cp() - 1) * hop;
    double forward = Math.max(0, once - coreForward);
    double backward = Math.max(0, 2 * once - coreBackward);
    double waited = forward + backward;
    return behind(waited, 3 * once - waited, group.inOneDomain());
  }

  /** What a stage sends on, forward and back, for all its chunks; per microbatch. */
  Exchange pipeline(Strategy s) {
    if (s.pp() == 1) {
      return Exchange.NONE;
    }
    Group group = group(s, Axis.PIPELINE);
    double bytes = microbatchBytes(s) / s.tp();
    double once = times.sendSeconds(group, bytes);
    double gather =
        s.tp() > 1 && !s.sequenceParallel()
            ? times.seconds(Operation.ALL_GATHER, group(s, Axis.TENSOR), microbatchBytes(s))
            : 0;
    double all = 2.0 * s.interleave() * (once + gather);
    double overlap = job.kernels().pipelineOverlap();
    return behind(all * (1 - overlap), all * overlap, group.inOneDomain());
  }

  /** Gradients and weights among replicas, of the whole step. */
  Exchange data(Strategy s, double forward, double backwardWork, long microbatches) {
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
        Math.max(0, backward - overlap * reductions * backwardWork)
            + Math.max(0, gathers * (gather - overlap * forward));
    return behind(exposed, backward + gathers * gather - exposed, group.inOneDomain());
  }
}
