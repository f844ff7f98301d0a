package supernode.solve.workload.machine;

import supernode.solve.network.collective.ExpertParallel;
import supernode.solve.network.collective.ExpertTraffic;
import supernode.solve.network.collective.Mode;
import supernode.solve.workload.machine.Fleet.Group;

/**
 * Tokens to their experts and the answers back. Across domains a token crosses the network once per
 * domain that has any of its experts.
 */
public final class ExpertExchange {
  private ExpertExchange() {}

  /**
   * Dispatch and combine of one layer.
   *
   * @param groups that the experts lie in
   * @param activeGroups that the experts of one token may lie in
   */
  public static double seconds(
      GroupTimes times, Group group, ExpertTraffic traffic, int groups, int activeGroups) {
    GroupRates.Rates rates = times.pairs(group);
    boolean bound = times.mode() == Mode.BOUND;
    // Of H800 kernels: 160 of 200 GB/s inside a node, 40 of 50 GB/s between nodes.
    double inside =
        rates.up().bytesPerS() * (bound ? 1 : ExpertParallel.H800_NVLINK.value() / 200e9);
    double between =
        group.inOneDomain()
            ? inside
            : rates.out().bytesPerS() * (bound ? 1 : ExpertParallel.H800_NETWORK.value() / 50e9);
    ExpertParallel exchange = exchange(group, traffic, groups, activeGroups, inside, between);
    return exchange.dispatchS() + exchange.combineS() + latency(times, group);
  }

  private static ExpertParallel exchange(
      Group group,
      ExpertTraffic traffic,
      int groups,
      int activeGroups,
      double inside,
      double between) {
    // Groups are laid on domains evenly; a token then reaches so many domains at most.
    int domains = group.domains();
    int mostDomains =
        Math.max(1, Math.min(domains, (int) Math.ceil((double) activeGroups * domains / groups)));
    return new ExpertParallel(
        traffic, group.ranks(), group.perDomain(), mostDomains, inside, between);
  }

  /**
   * Copies of a token that leave a chip for others.
   *
   * @param inside of its domain
   * @param between domains, one for each that it reaches
   */
  public record Copies(double inside, double between) {}

  /** Of one token of a layer, dispatched; as many answers come back. */
  public static Copies copies(Group group, ExpertTraffic traffic, int groups, int activeGroups) {
    ExpertParallel e = exchange(group, traffic, groups, activeGroups, 1, 1);
    double own = (group.perDomain() - 1.0) / group.perDomain();
    double away = (group.domains() - 1.0) / group.domains();
    return new Copies(e.ranksPerToken() * own, e.nodesPerToken() * away);
  }

  /** Of dispatch and combine, without any token: to the farthest and back. */
  public static double latency(GroupTimes times, Group group) {
    GroupRates.Rates rates = times.pairs(group);
    double up = rates.up().latencyS();
    return 2 * (group.inOneDomain() ? up : up + rates.out().latencyS());
  }
}
