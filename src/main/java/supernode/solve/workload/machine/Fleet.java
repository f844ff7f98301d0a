package supernode.solve.workload.machine;

/**
 * Equal chips in equal domains of high bandwidth, the domains joined by a network.
 *
 * @param count chips in all
 * @param domainSize chips of a domain
 * @param scaleOut not used where there is one domain only
 */
public record Fleet(
    Chip chip, int count, int domainSize, Interconnect scaleUp, Interconnect scaleOut) {
  /**
   * The ranks of a group that are so many chips apart, as they lie in domains.
   *
   * @param ranks of the group
   * @param stride chips from one rank to the next
   */
  public Group group(int ranks, int stride) {
    int inside = Math.max(1, domainSize / Math.max(1, stride));
    int perDomain = Math.min(ranks, inside);
    // A group that a domain cuts unevenly is as fast as its worst cut.
    while (ranks % perDomain != 0) {
      perDomain--;
    }
    return new Group(ranks, perDomain);
  }

  /**
   * A group of equal chips.
   *
   * @param perDomain of them that share a domain
   */
  public record Group(int ranks, int perDomain) {
    public int domains() {
      return ranks / perDomain;
    }

    public boolean inOneDomain() {
      return perDomain == ranks;
    }
  }
}
