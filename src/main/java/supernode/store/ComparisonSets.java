package supernode.store;

import java.util.List;
import java.util.Optional;

/** Samples that are worth seeing side by side. */
public final class ComparisonSets {
  /**
   * Two to four samples and the question that they answer.
   *
   * @param key of the set, for its title
   */
  public record Set(String key, List<String> samples) {
    public Set {
      samples = List.copyOf(samples);
    }
  }

  public static final List<Set> ALL =
      List.of(
          new Set(
              "supernodes", List.of("gb200-nvl72", "cloudmatrix384", "scalex640", "ub-mesh-rack")),
          new Set("mesh-switch-8", List.of("mi300x-mesh", "hgx-h100")),
          new Set("mesh-switch-64", List.of("ub-mesh-rack", "npu-switch-64")),
          new Set("copper-optics", List.of("gb200-nvl72", "nvl72-optics")),
          new Set("air-liquid", List.of("hgx-h100", "h100-cold-plate", "immersion-tank")));

  private ComparisonSets() {}

  public static Optional<Set> of(String key) {
    return ALL.stream().filter(s -> s.key().equals(key)).findFirst();
  }
}
