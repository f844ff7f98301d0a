package supernode.topology.generate;

import java.util.EnumMap;
import java.util.Map;
import supernode.topology.LinkSpec;

/** What each kind of cable does to data. */
public final class LinkPlan {
  private final Map<Cable, LinkSpec> specs = new EnumMap<>(Cable.class);
  private final boolean rated;

  /**
   * @param rated whether the capacities are rates; if not, they are 1 and stand for one another
   */
  LinkPlan(Map<Cable, LinkSpec> specs, boolean rated) {
    this.specs.putAll(specs);
    this.rated = rated;
  }

  /** All links alike. */
  public static LinkPlan of(LinkSpec same) {
    return per(_ -> same, true);
  }

  /** Links whose rate is not given: each has the capacity 1. */
  public static LinkPlan unrated() {
    return per(_ -> LinkSpec.of(1), false);
  }

  static LinkPlan per(java.util.function.Function<Cable, LinkSpec> spec, boolean rated) {
    Map<Cable, LinkSpec> all = new EnumMap<>(Cable.class);
    for (Cable cable : Cable.values()) {
      all.put(cable, spec.apply(cable));
    }
    return new LinkPlan(all, rated);
  }

  public LinkSpec of(Cable cable) {
    return specs.get(cable);
  }

  public double rateBytesPerS(Cable cable) {
    return of(cable).capacityBytesPerS();
  }

  public boolean isRated() {
    return rated;
  }

  boolean sameRate(Cable... cables) {
    for (Cable cable : cables) {
      if (rateBytesPerS(cable) != rateBytesPerS(cables[0])) {
        return false;
      }
    }
    return true;
  }
}
