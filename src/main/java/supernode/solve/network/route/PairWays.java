package supernode.solve.network.route;

import java.util.Arrays;
import supernode.topology.CsrGraph;

/**
 * All shortest paths of one pair after the other, each found without looking at what lies farther
 * away: for patterns in which an endpoint hears from few others. Not for use by several threads.
 */
public final class PairWays {
  private static final int FAR = Integer.MAX_VALUE;

  private final CsrGraph graph;
  private final int[] hops;
  private final int[] queue;
  private int reached;

  /** Vertices on the ways, the source first, each before those that are nearer. */
  private final int[] on;

  private final double[] amount;
  private int length;

  /** Takes a channel and the share of the flow that crosses it. */
  public interface Crossing {
    void cross(int channel, double share);
  }

  /** Takes a channel that leads nearer. */
  public interface Step {
    void take(int channel);
  }

  public PairWays(CsrGraph graph) {
    this.graph = graph;
    int n = graph.vertexCount();
    hops = new int[n];
    Arrays.fill(hops, FAR);
    queue = new int[n];
    on = new int[n];
    amount = new double[n];
  }

  /** Finds the ways from one vertex to another; false where there is none. */
  public boolean find(int source, int destination) {
    for (int i = 0; i < reached; i++) {
      hops[queue[i]] = FAR;
    }
    hops[on[0]] = FAR;
    reached = 1;
    queue[0] = destination;
    hops[destination] = 0;
    length = 0;
    if (source == destination) {
      return false;
    }
    int nearest = nextTo(source);
    int level = 0;
    for (int i = 0; i < reached && hops[queue[i]] < nearest; i++) {
      int v = queue[i];
      if (hops[v] > level) {
        level = hops[v];
        nearest = nextTo(source);
        if (nearest == level) {
          break;
        }
      }
      if (i == 0 || graph.forwards(v)) {
        expand(v, source);
      }
    }
    nearest = nextTo(source);
    if (nearest == FAR) {
      return false;
    }
    hops[source] = nearest + 1;
    walk(source);
    return true;
  }

  private void expand(int v, int source) {
    for (int arc = graph.arcStart(v); arc < graph.arcStart(v + 1); arc++) {
      int w = graph.arcHead(arc);
      if (hops[w] == FAR && w != source) {
        hops[w] = hops[v] + 1;
        queue[reached++] = w;
      }
    }
  }

  /** Fewest hops to the destination from a neighbour of the source, of those found so far. */
  private int nextTo(int source) {
    int nearest = FAR;
    for (int arc = graph.arcStart(source); arc < graph.arcStart(source + 1); arc++) {
      int w = graph.arcHead(arc);
      if (hops[w] == 0 || graph.forwards(w)) {
        nearest = Math.min(nearest, hops[w]);
      }
    }
    return nearest;
  }

  private void walk(int source) {
    on[0] = source;
    length = 1;
    amount[source] = 1;
    for (int i = 0; i < length && hops[on[i]] > 1; i++) {
      for (int arc = graph.arcStart(on[i]); arc < graph.arcStart(on[i] + 1); arc++) {
        int w = graph.arcHead(arc);
        if (leads(on[i], w) && amount[w] == 0) {
          amount[w] = 1;
          on[length++] = w;
        }
      }
    }
    for (int i = 0; i < length; i++) {
      amount[on[i]] = 0;
    }
  }

  private boolean leads(int from, int to) {
    return hops[to] == hops[from] - 1 && (hops[to] == 0 || graph.forwards(to));
  }

  /** Links from a vertex on the ways to the destination. */
  public int hops(int vertex) {
    return hops[vertex];
  }

  /** Vertices on the ways, without the destination. */
  public int length() {
    return length;
  }

  /** A vertex on the ways: the source first, each before those that are nearer. */
  public int vertex(int i) {
    return on[i];
  }

  /** Hands out the channels that lead nearer from a vertex on the ways. */
  public void eachStep(int vertex, Step out) {
    for (int arc = graph.arcStart(vertex); arc < graph.arcStart(vertex + 1); arc++) {
      if (leads(vertex, graph.arcHead(arc))) {
        out.take(graph.arcChannel(arc));
      }
    }
  }

  /** Splits the flow evenly at each vertex. */
  public void follow(Crossing out) {
    if (length == 0) {
      return;
    }
    amount[on[0]] = 1;
    for (int i = 0; i < length; i++) {
      int v = on[i];
      int ways = 0;
      for (int arc = graph.arcStart(v); arc < graph.arcStart(v + 1); arc++) {
        ways += leads(v, graph.arcHead(arc)) ? 1 : 0;
      }
      double each = amount[v] / ways;
      amount[v] = 0;
      for (int arc = graph.arcStart(v); arc < graph.arcStart(v + 1); arc++) {
        int w = graph.arcHead(arc);
        if (leads(v, w)) {
          out.cross(graph.arcChannel(arc), each);
          amount[w] += hops[w] > 0 ? each : 0;
        }
      }
    }
  }
}
