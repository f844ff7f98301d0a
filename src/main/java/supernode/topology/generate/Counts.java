package supernode.topology.generate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How much of what a generator makes, by formula; no graph is built for it.
 *
 * @param hosts endpoints
 * @param tiers switches, nearest to the endpoints first
 * @param links all links, those of endpoints too
 * @param interSwitchLinks links between two switches
 * @param further what else is counted, by name
 */
public record Counts(
    long hosts, List<Tier> tiers, long links, long interSwitchLinks, Map<String, Long> further) {
  /** Switches of one kind. */
  public record Tier(String name, long switches) {}

  public Counts {
    tiers = List.copyOf(tiers);
    further = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(further));
  }

  static Counts of(long hosts, List<Tier> tiers, long hostLinks, long interSwitchLinks) {
    return new Counts(
        hosts, tiers, Math.addExact(hostLinks, interSwitchLinks), interSwitchLinks, Map.of());
  }

  /** A fabric without switches. */
  static Counts direct(long hosts, long links) {
    return new Counts(hosts, List.of(), links, 0, Map.of());
  }

  Counts with(String name, long count) {
    Map<String, Long> more = new LinkedHashMap<>(further);
    more.put(name, count);
    return new Counts(hosts, tiers, links, interSwitchLinks, more);
  }

  public long switches() {
    return tiers.stream().mapToLong(Tier::switches).sum();
  }

  public long vertices() {
    return Math.addExact(hosts, switches());
  }

  /** Number of the first switch of a tier. */
  int firstOf(int tier) {
    long first = hosts;
    for (int t = 0; t < tier; t++) {
      first += tiers.get(t).switches();
    }
    return Math.toIntExact(first);
  }

  /** Tier of a vertex: 0 for an endpoint, then from 1. */
  public int tierOf(int vertex) {
    long end = hosts;
    int tier = 0;
    while (vertex >= end && tier < tiers.size()) {
      end += tiers.get(tier++).switches();
    }
    return tier;
  }
}
