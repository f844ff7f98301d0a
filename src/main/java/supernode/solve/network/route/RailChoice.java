package supernode.solve.network.route;

import java.util.Arrays;
import java.util.stream.IntStream;
import supernode.topology.CsrGraph;

/**
 * Where a flow leaves its server: at the accelerator on the destination's rail (PXN of NCCL). Where
 * that one is down or cut off, at those that are nearest to the destination, in equal parts; its
 * own accelerator goes before others that are as near.
 */
final class RailChoice {
  private final CsrGraph graph;
  private final Servers servers;

  /** The two legs of the way to one destination. */
  interface Legs {
    /** Hops from where a flow leaves its server; 0 or less where there is no way. */
    int hopsOut(int via);

    /** Whether there is a way inside the server. */
    boolean reaches(int from, int via);
  }

  RailChoice(CsrGraph graph, Servers servers) {
    this.graph = graph;
    this.servers = servers;
  }

  /** The endpoints that a flow leaves its server by, in equal parts; none where it is cut off. */
  int[] vias(int from, int to, Legs legs) {
    int server = servers.server(from);
    int rail = servers.at(server, servers.rail(to));
    if (leads(from, rail, legs)) {
      return new int[] {rail};
    }
    int[] possible =
        IntStream.range(0, servers.perServer())
            .map(r -> servers.at(server, r))
            .filter(via -> leads(from, via, legs))
            .toArray();
    int nearest = Arrays.stream(possible).map(legs::hopsOut).min().orElse(0);
    int[] vias = Arrays.stream(possible).filter(v -> legs.hopsOut(v) == nearest).toArray();
    return Arrays.stream(vias).anyMatch(v -> v == from) ? new int[] {from} : vias;
  }

  private boolean leads(int from, int via, Legs legs) {
    return via >= 0
        && graph.isUp(via)
        && legs.hopsOut(via) > 0
        && (via == from || legs.reaches(from, via));
  }
}
