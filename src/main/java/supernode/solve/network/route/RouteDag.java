package supernode.solve.network.route;

import java.util.Arrays;
import supernode.topology.CsrGraph;

/**
 * All shortest paths to one endpoint: the vertices that reach it, nearest first, each with the
 * channels that lead one hop nearer. Vertices that do not forward appear as sources only.
 */
public final class RouteDag {
  /** A table pays from one vertex reached in so many. */
  private static final int MANY = 16;

  private final int[] vertex;
  private final int[] hops;
  private final Places places;
  private final int[] start;
  private final int[] channel;
  private final int[] next;

  private RouteDag(
      int[] vertex, int[] hops, Places places, int[] start, int[] channel, int[] next) {
    this.vertex = vertex;
    this.hops = hops;
    this.places = places;
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

    /** Where each vertex stands; -1 everywhere between two uses. */
    private final int[] position;

    Scratch(CsrGraph graph) {
      position = new int[graph.vertexCount()];
      Arrays.fill(position, -1);
      vertex = new int[graph.vertexCount()];
      hops = new int[graph.vertexCount()];
      channel = new int[graph.arcCount()];
      next = new int[graph.arcCount()];
    }
  }

  static RouteDag to(CsrGraph graph, int destination, Scratch scratch) {
    int[] vertex = scratch.vertex;
    int[] hops = scratch.hops;
    int[] position = scratch.position;
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
    RouteDag dag = link(graph, Arrays.copyOf(vertex, count), position, scratch);
    for (int p = 0; p < count; p++) {
      position[vertex[p]] = -1;
    }
    return dag;
  }

  /** Where vertices stand: a table of all of them, or of few a list to search. */
  private record Places(int[] vertex, int[] position) {
    static Places of(int[] reached, int[] position) {
      if (reached.length > position.length / MANY) {
        return new Places(new int[0], position.clone());
      }
      int[] ascending = reached.clone();
      Arrays.sort(ascending);
      int[] at = new int[ascending.length];
      Arrays.setAll(at, i -> position[ascending[i]]);
      return new Places(ascending, at);
    }

    int of(int v) {
      if (vertex.length == 0) {
        return position[v];
      }
      int i = Arrays.binarySearch(vertex, v);
      return i < 0 ? -1 : position[i];
    }
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
        Places.of(vertex, position),
        start,
        Arrays.copyOf(channel, entries),
        Arrays.copyOf(next, entries));
  }

  /** Vertices that reach the destination, itself among them. */
  public int size() {
    return vertex.length;
  }

  /** Next hops over all positions. */
  public int nextHops() {
    return next.length;
  }

  /** The vertex at a position, nearest first; position 0 is the destination. */
  public int vertex(int p) {
    return vertex[p];
  }

  /** Hops in links from a position. */
  public int hops(int p) {
    return hops[p];
  }

  /** Position of a vertex; -1 where the destination cannot be reached. */
  public int position(int v) {
    return places.of(v);
  }

  /** First next hop of a position; they end before {@code start(p + 1)}. */
  public int start(int p) {
    return start[p];
  }

  /** Channel of a next hop. */
  public int channel(int entry) {
    return channel[entry];
  }

  /** Position where a next hop arrives. */
  public int next(int entry) {
    return next[entry];
  }
}
