package supernode.solve.workload.train;

import java.util.Locale;
import java.util.Optional;

/** What the forward pass does not keep but works out again in the backward pass. */
public enum Recompute {
  NONE,
  /**
   * The attention between tokens (Korthikanti 2022); with fused attention, which keeps nothing of
   * that, norms, activations and what a narrow middle is widened to.
   */
  SELECTIVE,
  /** Whole layers: only their inputs are kept. */
  FULL;

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Recompute> ofKey(String key) {
    for (Recompute r : values()) {
      if (r.key().equals(key)) {
        return Optional.of(r);
      }
    }
    return Optional.empty();
  }
}
