package supernode.solve.workload.machine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import supernode.solve.network.rate.FlowIncidence;
import supernode.solve.network.route.FlowPairs;
import supernode.solve.network.route.Routing;

/**
 * Flows between chips on one fabric, and what of each goes over which link. After the channels of
 * the fabric come what each chip can send to its endpoints, and what it can get from them.
 */
final class FabricCrossings {
  private static final int MOST_CROSSINGS = 8_000_000;

  private final DrawnFabric on;
  private final int channels;
  private final int chips;
  private final int[] from;
  private final int[] to;
  private final int[] firstPart;
  private final FlowIncidence parts;

  /**
   * @param chips of the machine
   */
  FabricCrossings(DrawnFabric on, int chips, int[] from, int[] to) {
    this.on = on;
    this.chips = chips;
    this.from = from;
    this.to = to;
    channels = on.graph().channelCount();
    firstPart = new int[from.length + 1];
    List<int[]> pairs = new ArrayList<>();
    for (int f = 0; f < from.length; f++) {
      int[] here = on.endpointsOf(from[f]);
      int[] there = on.endpointsOf(to[f]);
      int ways = here.length == 0 || there.length == 0 ? 0 : Math.max(here.length, there.length);
      for (int i = 0; i < ways; i++) {
        pairs.add(new int[] {here[i % here.length], there[i % there.length]});
      }
      firstPart[f + 1] = pairs.size();
    }
    FlowPairs all =
        FlowPairs.of(
            pairs.stream().mapToInt(p -> p[0]).toArray(),
            pairs.stream().mapToInt(p -> p[1]).toArray());
    parts =
        on.routing()
            .incidence(on.graph(), all, MOST_CROSSINGS, () -> false)
            .asOptional()
            .or(() ->
                new Routing.EqualCost()
                    .incidence(on.graph(), all, MOST_CROSSINGS, () -> false)
                    .asOptional())
            .orElseGet(() -> none(all.count(), channels));
  }

  private static FlowIncidence none(int flows, int links) {
    FlowIncidence.Builder b = new FlowIncidence.Builder(links);
    for (int f = 0; f < flows; f++) {
      b.endFlow();
    }
    return b.build();
  }

  int links() {
    return channels + 2 * chips;
  }

  double[] capacities(double share) {
    double[] all = new double[links()];
    Arrays.fill(all, Double.POSITIVE_INFINITY);
    for (int c = 0; c < channels; c++) {
      all[c] = on.graph().capacityBytesPerS(c >> 1) * share;
    }
    for (int c = 0; c < chips; c++) {
      all[channels + c] = on.mostBytesPerS(c) * share;
      all[channels + chips + c] = on.mostBytesPerS(c) * share;
    }
    return all;
  }

  /** Whether every part of a flow has a way. */
  boolean joined(int flow) {
    for (int p = firstPart[flow]; p < firstPart[flow + 1]; p++) {
      if (parts.start(p) == parts.start(p + 1)) {
        return false;
      }
    }
    return firstPart[flow] < firstPart[flow + 1];
  }

  /** Writes down what a flow crosses, its links numbered from the given one. */
  void write(int flow, int firstLink, FlowIncidence.Builder to) {
    double each = 1.0 / (firstPart[flow + 1] - firstPart[flow]);
    for (int p = firstPart[flow]; p < firstPart[flow + 1]; p++) {
      for (int e = parts.start(p); e < parts.start(p + 1); e++) {
        to.cross(firstLink + parts.link(e), parts.share(e) * each);
      }
    }
    if (Double.isFinite(on.mostBytesPerS(from[flow]))) {
      to.cross(firstLink + channels + from[flow], 1);
    }
    if (Double.isFinite(on.mostBytesPerS(this.to[flow]))) {
      to.cross(firstLink + channels + chips + this.to[flow], 1);
    }
  }

  double latencyS(int flow) {
    return on.latencyS(from[flow], to[flow]);
  }

  /** Where a link begins and ends. */
  String[] ends(int link) {
    if (link < channels) {
      return new String[] {
        on.names().vertex().apply(on.graph().channelFrom(link)),
        on.names().vertex().apply(on.graph().channelTo(link))
      };
    }
    boolean sends = link < channels + chips;
    int chip = (link - channels) % chips;
    String own = on.names().chip().apply(chip);
    String end = on.names().vertex().apply(on.graph().endpoint(on.endpointsOf(chip)[0]));
    return sends ? new String[] {own, end} : new String[] {end, own};
  }
}
