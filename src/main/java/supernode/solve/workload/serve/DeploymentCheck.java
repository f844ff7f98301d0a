package supernode.solve.workload.serve;

import java.util.Optional;
import supernode.quantity.Dimension;
import supernode.quantity.Divisors;
import supernode.quantity.Quantity;
import supernode.quantity.Text;
import supernode.solve.workload.machine.Fleet;
import supernode.solve.workload.model.Transformer;

/** Whether an instance can be set up: what fails first, and the nearest that holds. */
public final class DeploymentCheck {
  private DeploymentCheck() {}

  /**
   * What fails.
   *
   * @param longest tokens of the longest request
   */
  public static Optional<Text> of(InferenceStep step, Fleet fleet, long longest) {
    Transformer m = step.model();
    Deployment d = step.on();
    int heads = m.attention().heads();
    if (heads % d.tp() != 0) {
      return Optional.of(Text.of("serve.heads", d.tp(), heads, Divisors.nearest(d.tp(), heads)));
    }
    if (d.chips() > fleet.count()) {
      return Optional.of(Text.of("serve.chips", d.tp(), d.replicas(), d.chips(), fleet.count()));
    }
    double memory = fleet.chip().memoryBytes() * (1 - step.options().reserve());
    double weights = d.weightBytes(m);
    if (weights >= memory) {
      Optional<Deployment> near = smallest(m, step.options(), fleet);
      Quantity needed = new Quantity(weights, Dimension.DATA);
      Quantity there = new Quantity(memory, Dimension.DATA);
      return Optional.of(
          near.map(n -> Text.of("serve.weights", needed, there, n.tp(), n.replicas()))
              .orElseGet(() -> Text.of("serve.weightsNever", needed, there, fleet.count())));
    }
    if (longest > step.cacheTokens()) {
      return Optional.of(Text.of("serve.cache", longest, Math.floor(step.cacheTokens())));
    }
    return Optional.empty();
  }

  /**
   * The fewest chips that hold the weights with a fifth of the memory left for the cache: experts
   * are spread over replicas, matrices are shared.
   */
  public static Optional<Deployment> smallest(Transformer m, ServingOptions o, Fleet fleet) {
    double room = fleet.chip().memoryBytes() * (1 - o.reserve()) * 0.8;
    for (int chips = 1; chips <= fleet.count(); chips++) {
      if (fleet.count() % chips != 0) {
        continue;
      }
      Deployment d = m.experts().isPresent() ? new Deployment(1, chips) : new Deployment(chips, 1);
      if (m.attention().heads() % d.tp() == 0 && d.weightBytes(m) <= room) {
        return Optional.of(d);
      }
    }
    return Optional.empty();
  }
}
