package supernode.solve.network.collective;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import supernode.solve.network.collective.PlacedStage.Manner;
import supernode.solve.network.route.EcmpRoutes;
import supernode.solve.network.route.FlowPairs;
import supernode.solve.network.route.RouteDag;
import supernode.solve.network.route.Translations;
import supernode.solve.network.traffic.AllPairsLoad;

/**
 * Every rank with every other one, from what is alike on the fabric and not pair by pair: for so
 * many ranks that their pairs cannot be gone through. Ranks of a node reach each other inside it,
 * those of different nodes on the second fabric.
 */
final class AllPairsPlacement {
  /** Routes looked up times the size of a fabric: some seconds. */
  private static final long MOST_WORK = 1_000_000_000L;

  /** Of flows and links, along a routing. */
  private static final int MOST_CROSSINGS = 8_000_000;

  private final RankNetwork network;
  private final int[][] nodes;
  private final BooleanSupplier cancelled;

  AllPairsPlacement(RankNetwork network, int[][] nodes, BooleanSupplier cancelled) {
    this.network = network;
    this.nodes = nodes;
    this.cancelled = cancelled;
  }

  /**
   * So many equal steps, each with a share of the size between every two ranks.
   *
   * @return empty where the fabrics have other endpoints, too, or too little is alike
   */
  Optional<PlacedStage> place(double share, int steps) {
    if (nodes.length == 1 && !network.tiers().getFirst().splitsEvenly()) {
      return moved(share, steps);
    }
    boolean across = nodes.length > 1;
    int last = across ? 1 : 0;
    if (network.tiers().size() <= last
        || !isWhole(last)
        || network.isAlongRails()
        || !network.tiers().stream().allMatch(Tier::splitsEvenly)) {
      return Optional.empty();
    }
    double[] load = new double[network.channelCount()];
    double latency = 0;
    boolean inside = !across || nodes.length < network.ranks();
    for (int t = inside ? 0 : 1; t <= last; t++) {
      Tier tier = network.tiers().get(t);
      Optional<double[]> pairs = AllPairsLoad.of(tier.routes(), cancelled);
      if (pairs.isEmpty() || !isWholeOrApart(t)) {
        return Optional.empty();
      }
      double[] own = pairs.get();
      if (t == 1 && inside && !takeOut(tier, own)) {
        return Optional.empty();
      }
      for (int c = 0; c < own.length; c++) {
        load[network.channel(t, c)] = Math.max(0, own[c]) * share * steps;
      }
      latency = Math.max(latency, tier.longestS(cancelled));
    }
    boolean away = network.tiers().get(last).kind() == Tier.Kind.SCALE_OUT;
    return Optional.of(new PlacedStage(load, steps, steps * latency, Manner.STEPS, away));
  }

  /** What all send to one chip of a torus, along its routing, stands for what they send to each. */
  private Optional<PlacedStage> moved(double share, int steps) {
    Tier tier = network.tiers().getFirst();
    int n = network.ranks();
    Optional<Translations> torus = tier.translations();
    if (torus.isEmpty() || !tier.routing().isMovedWith(torus.get()) || !isWhole(0)) {
      return Optional.empty();
    }
    FlowPairs toFirst = FlowPairs.of(IntStream.range(1, n).toArray(), new int[n - 1]);
    return tier.routing()
        .incidence(tier.graph(), toFirst, MOST_CROSSINGS, cancelled)
        .asOptional()
        .map(ways -> {
          double[] one = new double[network.channelCount()];
          for (int f = 0; f < ways.flows(); f++) {
            for (int e = ways.start(f); e < ways.start(f + 1); e++) {
              one[ways.link(e)] += ways.share(e) * share * steps;
            }
          }
          double latency = steps * tier.longestS(cancelled);
          return new PlacedStage(torus.get().ofAll(one), steps, latency, Manner.STEPS, false);
        });
  }

  /** Whether the endpoints of a fabric are just the ranks, all joined. */
  private boolean isWhole(int t) {
    Tier tier = network.tiers().get(t);
    boolean all = tier.graph().endpointCount() == network.ranks();
    for (int r = 1; r < network.ranks() && all; r++) {
      all = tier.joins(0, r);
    }
    return all;
  }

  /** A fabric of nodes may leave ranks out, but has no others. */
  private boolean isWholeOrApart(int t) {
    Tier tier = network.tiers().get(t);
    int there = 0;
    for (int r = 0; r < network.ranks(); r++) {
      there += tier.endpoint(r) >= 0 ? 1 : 0;
    }
    return tier.graph().endpointCount() == there;
  }

  /** Pairs of a node do not use the network. */
  private boolean takeOut(Tier tier, double[] load) {
    long size = (long) tier.graph().vertexCount() + tier.graph().arcCount();
    if (size * network.ranks() > MOST_WORK) {
      return false;
    }
    double[] amount = new double[tier.graph().vertexCount()];
    double[] inside = new double[load.length];
    for (int[] node : nodes) {
      for (int to : node) {
        if (cancelled.getAsBoolean()) {
          throw new java.util.concurrent.CancellationException();
        }
        RouteDag dag = tier.routesTo(tier.endpoint(to));
        java.util.Arrays.fill(amount, 0);
        for (int from : node) {
          int p = dag.position(tier.graph().endpoint(tier.endpoint(from)));
          amount[Math.max(0, p)] = p > 0 ? 1 : 0;
        }
        EcmpRoutes.spread(dag, amount, inside);
      }
    }
    for (int c = 0; c < load.length; c++) {
      load[c] -= inside[c];
    }
    return true;
  }
}
