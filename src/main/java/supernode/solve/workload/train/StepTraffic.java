package supernode.solve.workload.train;

import java.util.ArrayList;
import java.util.List;
import supernode.solve.workload.machine.Span;
import supernode.solve.workload.model.Precision;
import supernode.solve.workload.model.Transformer;
import supernode.solve.workload.train.Strategy.Axis;

/**
 * What the chips of a training job send each other in one step, by ring algorithms within the
 * groups of its strategy, pairwise between experts and from stage to stage; hidden or not. Ranks
 * lie on chips as the job says.
 */
public final class StepTraffic {
  private final TrainingJob job;
  private final Strategy s;
  private final List<Flow> flows = new ArrayList<>();

  private StepTraffic(TrainingJob job, Strategy strategy) {
    this.job = job;
    this.s = strategy;
  }

  /** What one chip sends to another in a step. */
  public record Flow(int from, int to, double bytes) {}

  /** All flows of a job, those of several kinds between two chips one by one. */
  public static List<Flow> of(TrainingJob job, Strategy strategy) {
    StepTraffic traffic = new StepTraffic(job, strategy);
    traffic.rings(Axis.TENSOR, strategy.tp(), traffic.tensorBytes());
    traffic.rings(Axis.CONTEXT, strategy.cp(), traffic.contextBytes());
    int all = strategy.dp() * strategy.cp();
    traffic.rings(Axis.DATA, all, traffic.dataBytes(all, traffic.dense()));
    int replicas = Math.max(1, all / strategy.ep());
    traffic.rings(Axis.EXPERT_DATA, replicas, traffic.dataBytes(replicas, traffic.expert()));
    traffic.experts();
    traffic.stages();
    return traffic.flows;
  }

  private long microbatches() {
    return job.batch() / ((long) s.dp() * s.microbatch());
  }

  private double layers() {
    return Math.ceil((double) job.model().layers() / s.pp());
  }

  private double microbatchTokens() {
    return (double) s.microbatch() * job.sequence() / s.cp();
  }

  private double microbatchBytes() {
    return microbatchTokens() * job.model().hidden() * job.model().precision().activation();
  }

  /** Two all-reduces a layer forward and back; in parts of a sequence inputs are gathered again. */
  private double tensorBytes() {
    int passes = s.recompute() == Recompute.FULL ? 3 : 2;
    double part = (s.tp() - 1.0) / s.tp();
    double each = 4.0 * passes + (s.sequenceParallel() ? 2 : 0);
    return each * part * microbatchBytes() * layers() * microbatches();
  }

  /** Keys and values go round once forward and twice back. */
  private double contextBytes() {
    var a = job.model().attention();
    double once =
        microbatchTokens()
            * (a.keyWidth() + a.valueWidth())
            / s.tp()
            * job.model().precision().activation();
    return 3 * (s.cp() - 1) * once * layers() * microbatches();
  }

  private double dense() {
    return MemoryParts.denseParameters(job, s, false);
  }

  private double expert() {
    return MemoryParts.expertParameters(job, s);
  }

  /** Gradients reduced and scattered, weights or gradients gathered. */
  private double dataBytes(int ranks, double parameters) {
    Precision b = job.model().precision();
    double part = (ranks - 1.0) / ranks * parameters;
    double gathered = s.zero() == 0 ? b.gradient() : b.weight();
    // Weights that are not kept are gathered in both passes of every microbatch.
    double times = s.zero() == 3 ? 2.0 * microbatches() : 1;
    return part * (b.gradient() + times * gathered);
  }

  /** Each chip to the next of its group. */
  private void rings(Axis axis, int ranks, double bytes) {
    if (ranks < 2 || !(bytes > 0)) {
      return;
    }
    List<Span> group = job.order().spans(s, axis);
    for (int chip = 0; chip < s.chips(); chip++) {
      int next = (place(group, chip) + 1) % ranks;
      flows.add(new Flow(chip, member(group, chip, next), bytes));
    }
  }

  /** Number of a chip within its group. */
  private static int place(List<Span> group, int chip) {
    int place = 0;
    int inner = 1;
    for (Span span : group) {
      place += chip / span.stride() % span.ranks() * inner;
      inner *= span.ranks();
    }
    return place;
  }

  /** The chip with a number in the group of another. */
  private static int member(List<Span> group, int chip, int place) {
    int found = chip;
    int left = place;
    for (Span span : group) {
      found += (left % span.ranks() - chip / span.stride() % span.ranks()) * span.stride();
      left /= span.ranks();
    }
    return found;
  }

  /** Tokens to those that have any of their experts and back, forward and backward. */
  private void experts() {
    Transformer m = job.model();
    if (s.ep() < 2 || m.experts().isEmpty()) {
      return;
    }
    var e = m.experts().get();
    double none = 1;
    double held = (double) e.routed() / s.ep();
    for (int i = 0; i < e.active(); i++) {
      none *= Math.max(0, e.routed() - held - i) / (e.routed() - i);
    }
    double tokens = microbatchTokens() / (s.sequenceParallel() ? s.tp() : 1);
    double layers = Math.min(layers(), m.expertLayers());
    int passes = s.recompute() == Recompute.FULL ? 3 : 2;
    double bytes =
        (1 - none)
            * tokens
            * m.hidden()
            * (m.precision().dispatch() + m.precision().combine())
            * passes
            * layers
            * microbatches();
    List<Span> group = job.order().spans(s, Axis.EXPERT);
    for (int chip = 0; chip < s.chips(); chip++) {
      int place = place(group, chip);
      for (int to = 0; to < s.ep(); to++) {
        if (to != place) {
          flows.add(new Flow(chip, member(group, chip, to), bytes));
        }
      }
    }
  }

  /** Activations to the next stage and their gradients back; with chunks the last wraps round. */
  private void stages() {
    if (s.pp() < 2) {
      return;
    }
    double once = microbatchBytes() / s.tp() * microbatches();
    List<Span> group = job.order().spans(s, Axis.PIPELINE);
    for (int chip = 0; chip < s.chips(); chip++) {
      int next = (place(group, chip) + 1) % s.pp();
      double times = next > 0 ? s.interleave() : s.interleave() - 1.0;
      if (times > 0) {
        int to = member(group, chip, next);
        flows.add(new Flow(chip, to, times * once));
        flows.add(new Flow(to, chip, times * once));
      }
    }
  }
}
