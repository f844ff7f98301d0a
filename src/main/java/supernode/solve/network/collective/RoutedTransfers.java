package supernode.solve.network.collective;

import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import supernode.quantity.Text;
import supernode.solve.Outcome;
import supernode.solve.network.rate.FlowIncidence;
import supernode.solve.network.route.FlowPairs;

/**
 * Transfers on a tier whose ways are not those of even splitting, gathered to be routed at once.
 */
final class RoutedTransfers {
  /** Crossings of transfers and links that are written down at most (about 100 MB). */
  private static final int MOST_CROSSINGS = 8_000_000;

  private final Tier tier;
  private final IntStream.Builder from = IntStream.builder();
  private final IntStream.Builder to = IntStream.builder();
  private final DoubleStream.Builder share = DoubleStream.builder();

  RoutedTransfers(Tier tier) {
    this.tier = tier;
  }

  void add(int fromRank, int toRank, double part) {
    from.add(fromRank);
    to.add(toRank);
    share.add(part);
  }

  /** What came of routing them. */
  record Routed(Optional<Text> refused, int apartFrom, int apartTo) {}

  /**
   * Adds what crosses each channel.
   *
   * @param first number of the tier's first channel among those of all
   */
  Routed addTo(double[] load, int first) {
    int[] source = from.build().toArray();
    int[] destination = to.build().toArray();
    double[] part = share.build().toArray();
    FlowPairs pairs =
        FlowPairs.of(
            IntStream.of(source).map(tier::endpoint).toArray(),
            IntStream.of(destination).map(tier::endpoint).toArray());
    Outcome<FlowIncidence> ways =
        tier.routing().incidence(tier.graph(), pairs, MOST_CROSSINGS, () -> false);
    if (ways.asOptional().isEmpty()) {
      return new Routed(ways.whyNot(), -1, -1);
    }
    FlowIncidence found = ways.asOptional().get();
    for (int f = 0; f < found.flows(); f++) {
      if (found.start(f) == found.start(f + 1)) {
        return new Routed(Optional.empty(), source[f], destination[f]);
      }
      for (int e = found.start(f); e < found.start(f + 1); e++) {
        load[first + found.link(e)] += part[f] * found.share(e);
      }
    }
    return new Routed(Optional.empty(), -1, -1);
  }
}
