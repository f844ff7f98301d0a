package supernode.solve.workload.machine;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What a rank sends while all groups of its kind are busy, by what they do; per direction. Found
 * when first asked for. For several threads.
 */
final class GroupRates {
  private final boolean switched;
  private final Function<Manner, Rates> solved;
  private final Map<Manner, Rates> known = new ConcurrentHashMap<>();

  /** What the ranks do. */
  enum Manner {
    /** Send to neighbours, both ways round. */
    RING,
    /** Send to those above and below in a tree. */
    TREE,
    /** Send to switches that add up. */
    REDUCED,
    /** Send to all others of the group. */
    PAIRS,
    /** Send to the next one alone. */
    NEXT
  }

  /**
   * Inside a domain, and between domains.
   *
   * @param sampled whether evenly spaced distances stand for all pairs
   */
  record Rates(Interconnect up, Interconnect out, boolean sampled) {
    Rates(Interconnect up, Interconnect out) {
      this(up, out, false);
    }
  }

  GroupRates(boolean switched, Function<Manner, Rates> solved) {
    this.switched = switched;
    this.solved = solved;
  }

  Rates of(Manner manner) {
    Rates rates = known.get(manner);
    if (rates == null) {
      rates = solved.apply(manner);
      known.put(manner, rates);
    }
    return rates;
  }

  /** Whether no chip is joined to another but by switches. */
  boolean switched() {
    return switched;
  }

  /** Where a star stands for each fabric it is all the same. */
  static GroupRates flat(Interconnect up, Interconnect out) {
    Rates all = new Rates(up, out);
    return new GroupRates(true, _ -> all);
  }
}
