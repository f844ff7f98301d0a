package supernode.analysis.reliability;

import java.util.ArrayList;
import java.util.List;
import supernode.analysis.workload.Machine;
import supernode.analysis.workload.TrainingAnswer;
import supernode.analysis.workload.Workloads;
import supernode.design.Fabric;
import supernode.solve.network.collective.Mode;

/**
 * A fabric of several planes that has lost one: it goes on with less bandwidth.
 *
 * @param planes that each of its domains has
 * @param sound what an endpoint sends to all others, byte/s
 * @param left share of it that is left
 * @param steps what the training jobs of the scenario make of it
 */
public record PlaneLoss(Fabric fabric, int planes, double sound, double left, List<Step> steps) {
  public PlaneLoss {
    steps = List.copyOf(steps);
  }

  /** With what the training jobs of a scenario make of it. */
  PlaneLoss with(List<Workloads.Answered> workloads) {
    boolean up = fabric == Fabric.SCALE_UP;
    List<Step> found = new ArrayList<>();
    for (Workloads.Answered w : workloads) {
      if (w.answer().asOptional().orElse(null) instanceof TrainingAnswer whole) {
        Machine then = whole.machine().withRates(up ? left : 1, up ? 1 : left);
        found.add(
            new Step(
                w.name(),
                whole.calibrated().stepSeconds(),
                whole.on(then, Mode.CALIBRATED).stepSeconds(),
                whole.bound().stepSeconds(),
                whole.on(then, Mode.BOUND).stepSeconds()));
      }
    }
    return new PlaneLoss(fabric, planes, sound, left, found);
  }

  /**
   * Time of a training step, calibrated and as a bound.
   *
   * @param workload name in the scenario
   */
  public record Step(
      String workload, double soundS, double degradedS, double boundSoundS, double boundDegradedS) {
    /** Share by which it is longer. */
    public double slowdown() {
      return degradedS / soundS - 1;
    }

    public double boundSlowdown() {
      return boundDegradedS / boundSoundS - 1;
    }
  }
}
