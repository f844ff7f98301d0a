package supernode.solve.network.route;

import java.util.Arrays;
import supernode.topology.CsrGraph;

/**
 * Shortest paths of single pairs on a torus or HyperX: those of a pair with the first endpoint for
 * destination, moved. Of parallel links each takes the place of one. Not for use by several
 * threads.
 */
final class TranslatedWays {
  private final CsrGraph graph;
  private final Translations moves;
  private final RouteDag dag;
  private final double[] amount;
  private final int[] queue;

  /** Channels that leave a vertex, the same kinds in the same order at each. */
  private final int[] channels;

  /** Place of each channel among those that leave its vertex. */
  private final int[] slot;

  TranslatedWays(CsrGraph graph, Translations moves, RouteDag toFirst) {
    this.graph = graph;
    this.moves = moves;
    dag = toFirst;
    int n = graph.vertexCount();
    amount = new double[n];
    queue = new int[n];
    channels = new int[graph.arcCount()];
    slot = new int[graph.channelCount()];
    int[] kindOf = moves.orbitOfChannel();
    for (int v = 0; v < n; v++) {
      int from = graph.arcStart(v);
      int to = graph.arcStart(v + 1);
      long[] byKind = new long[to - from];
      for (int arc = from; arc < to; arc++) {
        int channel = graph.arcChannel(arc);
        byKind[arc - from] = (long) kindOf[channel] << 32 | channel;
      }
      Arrays.sort(byKind);
      for (int i = 0; i < byKind.length; i++) {
        channels[from + i] = (int) byKind[i];
        slot[(int) byKind[i]] = i;
      }
    }
  }

  /** Follows the flow of a pair, split evenly at each vertex. */
  void follow(int source, int destination, PairWays.Crossing out) {
    int first = dag.position(moves.moved(source, destination, 0));
    queue[0] = first;
    amount[first] = 1;
    int length = first > 0 ? 1 : 0;
    for (int i = 0; i < length; i++) {
      int p = queue[i];
      int arcs = graph.arcStart(moves.moved(dag.vertex(p), 0, destination));
      double each = amount[p] / (dag.start(p + 1) - dag.start(p));
      amount[p] = 0;
      for (int e = dag.start(p); e < dag.start(p + 1); e++) {
        out.cross(channels[arcs + slot[dag.channel(e)]], each);
        int next = dag.next(e);
        if (amount[next] == 0 && next > 0) {
          queue[length++] = next;
        }
        amount[next] += each;
      }
    }
    amount[0] = 0;
  }
}
