package supernode.solve.workload.machine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import supernode.solve.network.collective.Algorithm;
import supernode.solve.network.collective.Collective;
import supernode.solve.network.collective.Grid;
import supernode.solve.network.collective.LinkCalibration;
import supernode.solve.network.collective.Mode;
import supernode.solve.network.collective.Operation;
import supernode.solve.network.collective.RankNetwork;
import supernode.solve.network.collective.Tier;
import supernode.solve.network.latency.LatencyTerms;
import supernode.solve.network.route.EcmpRoutes;
import supernode.solve.workload.machine.Fleet.Group;
import supernode.topology.CsrGraph;
import supernode.topology.CsrGraphBuilder;
import supernode.topology.LinkSpec;

/**
 * One operation on one shape of group, on stars of the chips' rates. Beyond some hundred ranks a
 * ring only gains steps and a tree levels: times of larger groups follow from two smaller ones.
 */
final class GroupCollective {
  private static final int MOST_PLACED = 256;
  private static final double PACKET_BYTES = 4096;

  /** A transfer of this size takes its latency and nothing else. */
  private static final double NO_BYTES = 1e-3;

  private final Mode mode;
  private final GroupRates.Rates rates;
  private final int ranks;
  private final Collective placed;
  private final Collective half;
  private final Group largest;

  GroupCollective(
      GroupRates.Rates rates,
      Mode mode,
      Operation operation,
      Group group,
      Set<Algorithm> algorithms) {
    this.rates = rates;
    this.mode = mode;
    ranks = group.ranks();
    largest = ranks <= MOST_PLACED ? group : shrunk(group);
    placed = place(operation, largest, algorithms);
    half =
        largest.ranks() == ranks
            ? placed
            : place(operation, new Group(largest.ranks() / 2, halfDomain()), algorithms);
  }

  /** As many equal domains as may be placed, an even number of them. */
  private static Group shrunk(Group group) {
    if (group.inOneDomain()) {
      return new Group(MOST_PLACED, MOST_PLACED);
    }
    int domains = Math.max(4, MOST_PLACED / group.perDomain() / 2 * 2);
    return domains >= group.domains()
        ? group
        : new Group(domains * group.perDomain(), group.perDomain());
  }

  private int halfDomain() {
    return largest.inOneDomain() ? largest.perDomain() / 2 : largest.perDomain();
  }

  private Collective place(Operation operation, Group group, Set<Algorithm> algorithms) {
    List<Tier> tiers = new ArrayList<>();
    tiers.add(tier(Tier.Kind.SCALE_UP, group.domains(), group.perDomain(), rates.up()));
    if (!group.inOneDomain()) {
      tiers.add(tier(Tier.Kind.SCALE_OUT, 1, group.ranks(), rates.out()));
    }
    return Collective.of(
        operation,
        new RankNetwork(group.ranks(), tiers),
        Grid.of(group.perDomain(), group.domains()),
        algorithms,
        () -> false);
  }

  private static Tier tier(Tier.Kind kind, int stars, int perStar, Interconnect of) {
    CsrGraphBuilder b = new CsrGraphBuilder();
    for (int e = 0; e < stars * perStar; e++) {
      b.addEndpoint(0);
    }
    BitSet reducing = new BitSet();
    LinkSpec link = new LinkSpec(of.bytesPerS(), of.latencyS() / 2, 0, 0);
    for (int s = 0; s < stars && perStar > 1; s++) {
      int hub = b.addSwitch(0);
      reducing.set(hub, of.reducing());
      for (int e = 0; e < perStar; e++) {
        b.addLink(s * perStar + e, hub, link);
      }
    }
    CsrGraph graph = b.build();
    return new Tier(
        kind,
        EcmpRoutes.of(graph).asOptional().orElseThrow(),
        new LatencyTerms(0, 0, 0, PACKET_BYTES),
        IntStream.range(0, stars * perStar).toArray(),
        reducing,
        LinkCalibration.ofProtocol(of.protocol()));
  }

  double seconds(double bytes) {
    double best = Double.POSITIVE_INFINITY;
    for (Algorithm a : placed.algorithms()) {
      if (mode == Mode.BOUND || placed.inLibrary(a) || placed.algorithms().size() == 1) {
        best = Math.min(best, seconds(a, bytes));
      }
    }
    return best;
  }

  private double seconds(Algorithm algorithm, double bytes) {
    double seconds = placed.run(algorithm, bytes, mode).timeS();
    if (largest.ranks() == ranks || !half.algorithms().contains(algorithm)) {
      return seconds;
    }
    double step =
        placed.run(algorithm, NO_BYTES, mode).timeS() - half.run(algorithm, NO_BYTES, mode).timeS();
    double more = (double) ranks / largest.ranks();
    double steps =
        switch (algorithm) {
          case RING, PAIRWISE, HIERARCHICAL -> 2 * (more - 1);
          default -> Math.log(more) / Math.log(2);
        };
    return seconds + Math.max(0, step) * steps;
  }
}
