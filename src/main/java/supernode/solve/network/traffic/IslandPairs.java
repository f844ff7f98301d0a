package supernode.solve.network.traffic;

import java.util.Optional;
import supernode.solve.network.route.FlowPairs;
import supernode.topology.CsrGraph;
import supernode.topology.Islands;

/** The ordered pairs of endpoints that have a way at all. */
final class IslandPairs {
  private IslandPairs() {}

  /** Those of every island, by destination; empty where they are none or more than a bound. */
  static Optional<FlowPairs> of(CsrGraph graph, int most) {
    Islands islands = Islands.of(graph);
    int n = graph.endpointCount();
    int[] size = new int[islands.count()];
    for (int e = 0; e < n; e++) {
      size[islands.islandOf(graph.endpoint(e))]++;
    }
    long count = 0;
    int[][] members = new int[islands.count()][];
    for (int i = 0; i < size.length; i++) {
      count += (long) size[i] * (size[i] - 1);
      members[i] = new int[size[i]];
    }
    if (count == 0 || count > most) {
      return Optional.empty();
    }
    int[] filled = new int[islands.count()];
    for (int e = 0; e < n; e++) {
      int island = islands.islandOf(graph.endpoint(e));
      members[island][filled[island]++] = e;
    }
    int[] source = new int[(int) count];
    int[] destination = new int[(int) count];
    int f = 0;
    for (int e = 0; e < n; e++) {
      for (int from : members[islands.islandOf(graph.endpoint(e))]) {
        if (from != e) {
          source[f] = from;
          destination[f++] = e;
        }
      }
    }
    return Optional.of(FlowPairs.of(source, destination));
  }
}
