package supernode.design;

import java.util.HashMap;
import java.util.Map;

/** How many of what a design holds, multiplied out without unrolling it. */
public final class Instances {
  private Instances() {}

  /** Part instances below an assembly, saturating at {@link Long#MAX_VALUE}. */
  public static long count(Design design, String assembly) {
    return count(design, assembly, new HashMap<>());
  }

  private static long count(Design design, String id, Map<String, Long> known) {
    Long cached = known.get(id);
    if (cached != null) {
      return cached;
    }
    long sum = 0;
    for (Placement p : design.assemblies().get(id).placements().values()) {
      boolean assembly = design.assemblies().containsKey(p.of());
      sum = plus(sum, assembly ? times(count(design, p.of(), known), p.count()) : p.count());
    }
    known.put(id, sum);
    return sum;
  }

  /** Instances of every part below an assembly, by part id. */
  public static Map<String, Long> parts(Design design, String assembly) {
    return parts(design, assembly, new HashMap<>());
  }

  private static Map<String, Long> parts(
      Design design, String id, Map<String, Map<String, Long>> known) {
    Map<String, Long> cached = known.get(id);
    if (cached != null) {
      return cached;
    }
    Map<String, Long> counts = new HashMap<>();
    for (Placement p : design.assemblies().get(id).placements().values()) {
      if (design.assemblies().containsKey(p.of())) {
        parts(design, p.of(), known)
            .forEach((part, n) -> counts.merge(part, times(n, p.count()), Instances::plus));
      } else {
        counts.merge(p.of(), (long) p.count(), Instances::plus);
      }
    }
    known.put(id, counts);
    return counts;
  }

  private static long plus(long a, long b) {
    return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
  }

  private static long times(long a, long b) {
    return a > Long.MAX_VALUE / Math.max(1, b) ? Long.MAX_VALUE : a * b;
  }
}
