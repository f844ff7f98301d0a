package supernode.solve.network;

import java.util.Arrays;
import supernode.topology.CsrGraph;

/**
 * All shortest paths to one endpoint: the vertices that reach it, nearest first, each with the
 * channels that lead one hop nearer. Vertices that do not forward appear as sources only.
 */
final class RouteDag {
  /** Vertices by position, nearest first; position 0 is the destination. */
  final int[] vertex;

  /** Hops in links, by position. */
  final int[] hops;

  /** Position of each vertex; -1 where the destination cannot be reached. */
  final int[] position;

  /** First next hop of each position. */
  final int[] start;

  /** Channel of each next hop. */
  final int[] channel;

  /** Position where each next hop arrives. */
  final int[] next;

  private RouteDag(
      int[] vertex, int[] hops, int[] position, int[] start, int[] channel, int[] next) {
    this.vertex = vertex;
    this.hops = hops;
    this.position = position;
    this.start = start;
    this.channel = channel;
    this.next = next;
  }

  /** Room for building, used for one destination after the other. */
  static final class Scratch {
    private final int[] vertex;
    private final int[] hops;
    private final int[] channel;
    private final int[] next;

    Scratch(CsrGraph graph) {
      vertex = new int[graph.vertexCount()];
      hops = new int[graph.vertexCount()];
      channel = new int[graph.arcCount()];
      next = new int[graph.arcCount()];
    }
  }

  static RouteDag to(CsrGraph graph, int destination, Scratch scratch) {
    int n = graph.vertexCount();
    int[] vertex = scratch.vertex;
    int[] hops = scratch.hops;
    int[] position = new int[n];
    Arrays.fill(position, -1);
    vertex[0] = destination;
    hops[0] = 0;
    position[destination] = 0;
    int count = 1;
    for (int p = 0; p < count; p++) {
      int v = vertex[p];
      if (p > 0 && !graph.forwards(v)) {
        continue;
      }
      for (int arc = graph.arcStart(v); arc < graph.arcStart(v + 1); arc++) {
        int w = graph.arcHead(arc);
        if (position[w] < 0) {
          position[w] = count;
          hops[count] = hops[p] + 1;
          vertex[count++] = w;
        }
      }
    }
    return link(graph, Arrays.copyOf(vertex, count), position, scratch);
  }

  private static RouteDag link(CsrGraph graph, int[] vertex, int[] position, Scratch scratch) {
    int[] start = new int[vertex.length + 1];
    int[] hops = scratch.hops;
    int[] channel = scratch.channel;
    int[] next = scratch.next;
    int entries = 0;
    for (int p = 1; p < vertex.length; p++) {
      int v = vertex[p];
      start[p] = entries;
      for (int arc = graph.arcStart(v); arc < graph.arcStart(v + 1); arc++) {
        int w = graph.arcHead(arc);
        int q = position[w];
        if (q >= 0 && hops[q] < hops[p] && (q == 0 || graph.forwards(w))) {
          channel[entries] = graph.arcChannel(arc);
          next[entries++] = q;
        }
      }
    }
    start[vertex.length] = entries;
    return new RouteDag(
        vertex,
        Arrays.copyOf(hops, vertex.length),
        position,
        start,
        Arrays.copyOf(channel, entries),
        Arrays.copyOf(next, entries));
  }

  int size() {
    return vertex.length;
  }

  int nextHops() {
    return next.length;
  }
}
