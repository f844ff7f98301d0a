package supernode.analysis.reliability;

import java.util.List;
import supernode.design.Fabric;

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

  /**
   * Time of a training step.
   *
   * @param workload name in the scenario
   */
  public record Step(String workload, double soundS, double degradedS) {
    /** Share by which it is longer. */
    public double slowdown() {
      return degradedS / soundS - 1;
    }
  }
}
