package supernode.solve.network.metric;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import supernode.topology.CsrGraph;
import supernode.topology.Islands;

/**
 * How many links must fail before some endpoint can no longer reach some other one, or some vertex
 * another; a property of the bare graph, in which everything passes traffic on.
 *
 * @param links number of links
 * @param exact false where only the least number of links at an endpoint was taken: an upper bound
 */
public record EdgeConnectivity(int links, boolean exact) {
  /** Endpoints times arcs up to which the minimum cuts are computed (some tens of milliseconds). */
  private static final long MOST_WORK = 20_000_000L;

  /**
   * Minimum over cuts between the first endpoint and each other one: any cut that parts endpoints
   * parts the first one from some other.
   *
   * @throws CancellationException when cancelled
   */
  public static EdgeConnectivity of(CsrGraph graph, BooleanSupplier cancelled) {
    return of(graph, Optional.empty(), cancelled);
  }

  static EdgeConnectivity of(
      CsrGraph graph, Optional<Symmetry> symmetry, BooleanSupplier cancelled) {
    int[] endpoints = IntStream.range(0, graph.endpointCount()).map(graph::endpoint).toArray();
    return among(endpoints, graph, symmetry, cancelled);
  }

  /**
   * How many links must fail before any two vertices that are up can no longer reach each other.
   */
  static EdgeConnectivity ofAll(
      CsrGraph graph, Optional<Symmetry> symmetry, BooleanSupplier cancelled) {
    int[] all = IntStream.range(0, graph.vertexCount()).filter(graph::isUp).toArray();
    return among(all, graph, symmetry, cancelled);
  }

  private static EdgeConnectivity among(
      int[] members, CsrGraph graph, Optional<Symmetry> symmetry, BooleanSupplier cancelled) {
    int best = Integer.MAX_VALUE;
    for (int v : members) {
      best = Math.min(best, graph.degree(v));
    }
    if (members.length < 2 || best == 0) {
      return new EdgeConnectivity(0, true);
    }
    Islands islands = Islands.of(graph);
    for (int v : members) {
      if (islands.islandOf(v) != islands.islandOf(members[0])) {
        return new EdgeConnectivity(0, true);
      }
    }
    // A connected simple graph whose vertices are all alike is as connected as its degree
    // (Mader 1970).
    boolean allAlike = symmetry.isPresent() && symmetry.get().representatives(graph).length == 1;
    boolean simple = isSimple(graph);
    if (best == 1 || (allAlike && simple)) {
      return new EdgeConnectivity(best, true);
    }
    if (simple && DominatingSet.stands(graph, best)) {
      Contraction few = new Contraction(graph, DominatingSet.of(graph));
      if (few.showsAtLeast(best, cancelled)) {
        return new EdgeConnectivity(best, true);
      }
    }
    Contraction contraction = new Contraction(graph, members);
    if (contraction.showsAtLeast(best, cancelled)) {
      return new EdgeConnectivity(best, true);
    }
    return byFlows(graph, contraction.membersLeft(), best, cancelled);
  }

  /** By cuts between the first of some vertices and each other one. */
  private static EdgeConnectivity byFlows(
      CsrGraph graph, int[] members, int upperBound, BooleanSupplier cancelled) {
    int best = upperBound;
    if ((long) members.length * graph.arcCount() > MOST_WORK) {
      return new EdgeConnectivity(best, false);
    }
    FlowNetwork network = FlowNetwork.ofLinks(graph);
    int first = members[0];
    int[] atFirst = linksTo(graph, first);
    for (int i = 1; i < members.length && best > 0; i++) {
      if (cancelled.getAsBoolean()) {
        throw new CancellationException();
      }
      if (shortPaths(graph, first, atFirst, members[i]) < best) {
        double flow = network.most(first, members[i], best);
        best = Math.min(best, (int) Math.round(flow));
      }
    }
    return new EdgeConnectivity(best, true);
  }

  private static boolean isSimple(CsrGraph graph) {
    int[] last = new int[graph.vertexCount()];
    Arrays.fill(last, -1);
    for (int v = 0; v < graph.vertexCount(); v++) {
      for (int arc = graph.arcStart(v); arc < graph.arcStart(v + 1); arc++) {
        if (last[graph.arcHead(arc)] == v) {
          return false;
        }
        last[graph.arcHead(arc)] = v;
      }
    }
    return true;
  }

  /**
   * Paths over at most one other vertex that share no link: in a fabric of planes they alone show
   * that no cut is narrower, without a search for the widest flow.
   */
  private static int shortPaths(CsrGraph graph, int first, int[] atFirst, int other) {
    int[] atOther = linksTo(graph, other);
    int paths = 0;
    for (int arc = graph.arcStart(other); arc < graph.arcStart(other + 1); arc++) {
      int by = graph.arcHead(arc);
      paths += by == first ? atOther[by] : Math.min(atFirst[by], atOther[by]);
      atOther[by] = 0;
    }
    return paths;
  }

  private static int[] linksTo(CsrGraph graph, int vertex) {
    int[] links = new int[graph.vertexCount()];
    for (int arc = graph.arcStart(vertex); arc < graph.arcStart(vertex + 1); arc++) {
      links[graph.arcHead(arc)]++;
    }
    return links;
  }
}
