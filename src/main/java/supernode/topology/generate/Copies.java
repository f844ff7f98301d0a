package supernode.topology.generate;

import java.util.ArrayList;
import java.util.List;

/** Vertex numbers of several copies of a fabric, kept tier by tier. */
final class Copies {
  private final long[] endOfTier;
  private final int[] first;
  private final int[] size;
  private final int copies;

  /**
   * @param hosts endpoints of the whole
   */
  Copies(Counts inner, int copies, long hosts) {
    this.copies = copies;
    int tiers = inner.tiers().size();
    endOfTier = new long[tiers + 1];
    first = new int[tiers + 1];
    size = new int[tiers + 1];
    endOfTier[0] = inner.hosts();
    long at = hosts;
    for (int t = 1; t <= tiers; t++) {
      size[t] = Math.toIntExact(inner.tiers().get(t - 1).switches());
      endOfTier[t] = endOfTier[t - 1] + size[t];
      first[t] = Math.toIntExact(at);
      at += (long) copies * size[t];
    }
  }

  /** Tiers of all copies together. */
  static List<Counts.Tier> tiers(Counts inner, long copies) {
    List<Counts.Tier> all = new ArrayList<>();
    inner
        .tiers()
        .forEach(t -> all.add(new Counts.Tier(t.name(), Math.multiplyExact(t.switches(), copies))));
    return all;
  }

  /** A switch of a copy, by its number in the inner fabric. */
  int switchOf(int copy, int vertex) {
    int tier = 1;
    while (vertex >= endOfTier[tier]) {
      tier++;
    }
    return first[tier] + copy * size[tier] + vertex - (int) endOfTier[tier - 1];
  }

  /** The number in the inner fabric of a switch of any copy. */
  int inner(int vertex) {
    int tier = size.length - 1;
    while (vertex < first[tier]) {
      tier--;
    }
    return (int) endOfTier[tier - 1] + (vertex - first[tier]) % size[tier];
  }

  boolean isEndpoint(int vertex) {
    return vertex < endOfTier[0];
  }

  int count() {
    return copies;
  }
}
