package supernode.solve.network.collective;

import java.util.Optional;
import supernode.quantity.Text;
import supernode.solve.network.route.PairWays;
import supernode.solve.network.route.RouteDag;

/**
 * What crosses every channel while some transfers are under way, split evenly over shortest paths
 * or as the fabric's routing has it. Along rails, what leaves a node goes inside it to the rail of
 * its destination first.
 *
 * <p>When the transfers of a step start together and share links max-min fairly in proportion to
 * their sizes, the lowest rate over size is that of the channel with the longest time to carry all
 * that crosses it: the step takes just that time. So the loads are all that is needed.
 */
final class ChannelLoads {
  private final RankNetwork network;
  private final double[] load;
  private final Pending[] pending;
  private final RoutedTransfers[] routed;
  private Optional<Text> refused = Optional.empty();
  private int unreachableFrom = -1;
  private int unreachableTo = -1;
  private double longestS;
  private double[] latencyS = new double[0];
  private int count;
  private boolean across;

  ChannelLoads(RankNetwork network) {
    this.network = network;
    load = new double[network.channelCount()];
    pending = new Pending[network.tiers().size()];
    routed = new RoutedTransfers[network.tiers().size()];
  }

  /** Adds transfers; once. */
  ChannelLoads add(Transfers transfers) {
    latencyS = new double[transfers.count()];
    for (int i = 0; i < transfers.count(); i++) {
      int to = transfers.to(i);
      boolean several =
          (i > 0 && transfers.to(i - 1) == to)
              || (i + 1 < transfers.count() && transfers.to(i + 1) == to);
      add(transfers.from(i), to, transfers.share(i), several);
    }
    flush();
    return this;
  }

  /**
   * @param several whether the next transfer or the one before has the same destination
   */
  private void add(int from, int to, double share, boolean several) {
    int via = network.relay(from, to);
    double latency =
        via < 0
            ? leg(from, to, share, several)
            : leg(from, via, share, false) + leg(via, to, share, several);
    longestS = Math.max(longestS, latency);
    latencyS[count++] = latency;
  }

  /** What one fabric does of a transfer, and its latency there. */
  private double leg(int from, int to, double share, boolean several) {
    int t = network.tierOf(from, to);
    if (t < 0) {
      unreachableFrom = from;
      unreachableTo = to;
      return 0;
    }
    Tier tier = network.tiers().get(t);
    across |= tier.kind() == Tier.Kind.SCALE_OUT;
    if (!tier.splitsEvenly()) {
      if (routed[t] == null) {
        routed[t] = new RoutedTransfers(tier);
      }
      routed[t].add(from, to, share);
      return tier.latencyS(from, to);
    }
    Optional<PairLoads> alike = tier.pairs();
    if (alike.isPresent()) {
      return from == to ? 0 : alike.get().add(tier.endpoint(from), tier.endpoint(to), share);
    }
    return several ? together(t, from, to, share) : alone(t, from, to, share);
  }

  private double together(int t, int from, int to, double share) {
    Tier tier = network.tiers().get(t);
    if (pending[t] == null) {
      pending[t] = new Pending(t, tier.graph().vertexCount());
    }
    pending[t].add(tier, tier.endpoint(from), tier.endpoint(to), share);
    return tier.latencyS(from, to);
  }

  private double alone(int t, int from, int to, double share) {
    if (from == to) {
      return 0;
    }
    Tier tier = network.tiers().get(t);
    PairWays ways = tier.ways(from, to).orElseThrow();
    ways.follow((channel, part) -> load[network.channel(t, channel)] += share * part);
    return tier.latencyS(ways);
  }

  private void flush() {
    for (Pending p : pending) {
      if (p != null) {
        p.flush();
      }
    }
    for (int t = 0; t < routed.length; t++) {
      int first = network.channel(t, 0);
      network.tiers().get(t).pairs().ifPresent(alike -> alike.flush(load, first));
      if (routed[t] != null) {
        RoutedTransfers.Routed done = routed[t].addTo(load, first);
        refused = refused.or(done::refused);
        if (done.apartFrom() >= 0) {
          unreachableFrom = done.apartFrom();
          unreachableTo = done.apartTo();
        }
      }
    }
  }

  /** Why a fabric's routing cannot do it. */
  Optional<Text> refused() {
    return refused;
  }

  /** By channel, share of the operation's size. */
  double[] load() {
    return load;
  }

  /** The slowest of the transfers without load. */
  double longestS() {
    return longestS;
  }

  /** Of each transfer, without load. */
  double[] latencyS() {
    return latencyS;
  }

  /** Whether any leaves its node. */
  boolean across() {
    return across;
  }

  /** Two ranks without a path, or null. */
  int[] unreachable() {
    return unreachableFrom < 0 ? null : new int[] {unreachableFrom, unreachableTo};
  }

  /** Amounts on their way to one destination. */
  private final class Pending {
    private final int tier;
    private final double[] amount;
    private RouteDag dag;
    private int destination = -1;
    private int farthest;

    Pending(int tier, int vertices) {
      this.tier = tier;
      amount = new double[vertices];
    }

    void add(Tier of, int from, int to, double share) {
      if (to != destination) {
        flush();
        destination = to;
        dag = of.routesTo(to);
      }
      int p = dag.position(of.graph().endpoint(from));
      amount[p] += share;
      farthest = Math.max(farthest, p);
    }

    void flush() {
      for (int p = farthest; p > 0; p--) {
        double here = amount[p];
        if (here > 0) {
          amount[p] = 0;
          double each = here / (dag.start(p + 1) - dag.start(p));
          for (int e = dag.start(p); e < dag.start(p + 1); e++) {
            load[network.channel(tier, dag.channel(e))] += each;
            amount[dag.next(e)] += each;
          }
        }
      }
      amount[0] = 0;
      farthest = 0;
    }
  }
}
