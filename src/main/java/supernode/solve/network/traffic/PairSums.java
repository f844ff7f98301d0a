package supernode.solve.network.traffic;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import supernode.solve.network.route.ClassWays;
import supernode.solve.network.route.FabricClasses;
import supernode.solve.network.route.FlowPairs;
import supernode.topology.CsrGraph;

/** What groups of endpoints send each other, all flows between them added up. */
final class PairSums {
  private static final int[] NOBODY = {};

  private final int[] groupOf;
  private final double[][] sums;

  /**
   * @param groupOf of each endpoint, by its place among those that are up
   */
  PairSums(int[] groupOf, int groups) {
    this.groupOf = groupOf;
    sums = new double[groups][groups];
  }

  double[][] sums() {
    return sums;
  }

  void addListed(FlowPairs flows, FlowRates rates) {
    for (int f = 0; f < flows.count(); f++) {
      double rate = rates.rate(f);
      if (Double.isFinite(rate)) {
        sums[groupOf[flows.source(f)]][groupOf[flows.destination(f)]] += rate;
      }
    }
  }

  /** All-to-all cell by cell: what leads from one endpoint of a cell leads from the others too. */
  void addClasses(
      ClassFlows flows, double[] rate, FabricClasses fabric, BooleanSupplier cancelled) {
    CsrGraph graph = fabric.graph();
    int cells = fabric.endpointCells();
    Members members = new Members(fabric);
    ClassWays routes = flows.ways();
    double[] from = new double[cells];
    for (int to = 0; to < cells; to++) {
      if (cancelled.getAsBoolean()) {
        throw new CancellationException();
      }
      routes.prepare(to);
      for (int s = 0; s < cells; s++) {
        int c = flows.classOf(routes, s);
        from[s] = c < 0 ? 0 : rate[c];
        double each = from[s];
        for (Map.Entry<Integer, Integer> a : members.byGroup(s).entrySet()) {
          for (Map.Entry<Integer, Integer> b : members.byGroup(to).entrySet()) {
            boolean own = s == to && a.getKey().equals(b.getKey());
            long pairs = (long) a.getValue() * b.getValue() - (own ? a.getValue() : 0);
            sums[a.getKey()][b.getKey()] += each * pairs;
          }
        }
      }
      for (int b : routes.leavesDirectLinks() ? members.of(to) : NOBODY) {
        direct(fabric, graph, b, members.placeOf, from);
      }
    }
  }

  /** Pairs that are joined directly get what their links carry instead. */
  private void direct(
      FabricClasses fabric, CsrGraph graph, int to, int[] placeOf, double[] routed) {
    int vertex = graph.endpoint(to);
    Set<Integer> seen = new HashSet<>();
    for (int arc = graph.arcStart(vertex); arc < graph.arcStart(vertex + 1); arc++) {
      int peer = graph.arcHead(arc);
      if (graph.isEndpoint(peer)
          && placeOf[peer] >= 0
          && seen.add(peer)
          && fabric.directLinks(peer, vertex) > 0) {
        sums[groupOf[placeOf[peer]]][groupOf[to]] +=
            fabric.directBytesPerS(peer, vertex) - routed[fabric.cellOf(peer)];
      }
    }
  }

  private final class Members {
    private final Map<Integer, Map<Integer, Integer>> counts = new HashMap<>();
    private final int[][] of;
    private final int[] placeOf;

    Members(FabricClasses fabric) {
      CsrGraph graph = fabric.graph();
      of = new int[fabric.endpointCells()][0];
      placeOf = new int[graph.vertexCount()];
      Arrays.fill(placeOf, -1);
      int[] filled = new int[of.length];
      for (int i = 0; i < graph.endpointCount(); i++) {
        int vertex = graph.endpoint(i);
        int cell = fabric.cellOf(vertex);
        placeOf[vertex] = i;
        if (of[cell].length == 0) {
          of[cell] = new int[fabric.size(cell)];
        }
        of[cell][filled[cell]++] = i;
        counts.computeIfAbsent(cell, _ -> new HashMap<>()).merge(groupOf[i], 1, Integer::sum);
      }
    }

    int[] of(int cell) {
      return of[cell];
    }

    Map<Integer, Integer> byGroup(int cell) {
      return counts.getOrDefault(cell, Map.of());
    }
  }
}
