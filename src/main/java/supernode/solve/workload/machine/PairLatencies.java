package supernode.solve.workload.machine;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import supernode.solve.network.latency.LatencyTerms;
import supernode.solve.network.latency.SlowestPaths;
import supernode.solve.network.route.EcmpRoutes;
import supernode.solve.network.route.FabricClasses;
import supernode.solve.network.route.PairWays;
import supernode.solve.network.route.Translations;
import supernode.topology.CsrGraph;

/**
 * Latencies of single pairs of endpoints on an idle fabric, over the slowest of the shortest paths.
 * On a grid those to the first vertex stand for all; elsewhere those of a pair for all pairs of its
 * cells, as long as links that are alike are equally long. Not for several threads.
 */
final class PairLatencies {
  /** Cells of which all pairs may be kept (130 MB). */
  private static final int MOST_CELLS = 4096;

  private final CsrGraph graph;
  private final PairWays ways;
  private final SlowestPaths paths;
  private final Optional<Translations> moves;
  private final double[] toFirst;
  private final int[] placeOf;
  private final Optional<FabricClasses> cells;

  /** Whether endpoints pass on what is for others. */
  private final boolean passing;

  /** By cells of endpoints, negative where not yet known; rows are made when first asked for. */
  private final double[][] ofCells;

  private final Map<Long, Double> ofPairs = new HashMap<>();

  /**
   * @param cells of a fabric whose endpoints pass nothing on
   */
  PairLatencies(EcmpRoutes routes, LatencyTerms terms, Optional<FabricClasses> cells) {
    graph = routes.graph();
    ways = new PairWays(graph);
    paths = new SlowestPaths(graph, terms.withoutEnds());
    moves =
        cells.isPresent()
            ? Optional.empty()
            : routes.translations().filter(m -> alike(m.orbitOfChannel(), m.orbits()));
    toFirst = moves.isPresent() ? paths.to(routes.to(0)) : new double[0];
    placeOf = new int[graph.vertexCount()];
    for (int e = 0; e < graph.endpointCount(); e++) {
      placeOf[graph.endpoint(e)] = e;
    }
    passing = cells.isEmpty();
    this.cells = cells.filter(c -> c.endpointCells() <= MOST_CELLS && alike(arcs(c), c.arcs()));
    ofCells = new double[this.cells.map(FabricClasses::endpointCells).orElse(0)][];
  }

  private int[] arcs(FabricClasses classes) {
    return IntStream.range(0, graph.channelCount()).map(classes::arcOf).toArray();
  }

  /** Whether channels of one number have one latency and lead into equally quick vertices. */
  private boolean alike(int[] number, int numbers) {
    double[] first = new double[numbers];
    Arrays.fill(first, -1);
    for (int c = 0; c < number.length; c++) {
      if (number[c] >= 0) {
        double here =
            graph.latencyS(c >> 1)
                + graph.propagationS(c >> 1)
                + graph.transitS(graph.channelTo(c));
        if (first[number[c]] < 0) {
          first[number[c]] = here;
        }
        if (Math.abs(first[number[c]] - here) > 1e-12) {
          return false;
        }
      }
    }
    return true;
  }

  /** From one place of an endpoint to another; 0 where there is no way. */
  double seconds(int from, int to) {
    int a = graph.endpoint(from);
    int b = graph.endpoint(to);
    if (a == b) {
      return 0;
    }
    if (moves.isPresent()) {
      return Math.max(0, toFirst[placeOf[moves.get().moved(a, b, 0)]]);
    }
    double direct = passing ? -1 : directS(a, b);
    if (direct >= 0) {
      return direct;
    }
    if (ofCells.length > 0) {
      FabricClasses by = cells.get();
      double[] row = ofCells[by.cellOf(a)];
      if (row == null) {
        row = new double[ofCells.length];
        Arrays.fill(row, -1);
        ofCells[by.cellOf(a)] = row;
      }
      if (row[by.cellOf(b)] < 0) {
        row[by.cellOf(b)] = found(a, b);
      }
      return row[by.cellOf(b)];
    }
    return ofPairs.computeIfAbsent((long) a * placeOf.length + b, _ -> found(a, b));
  }

  /** Over links of their own; negative where there are none. */
  private double directS(int a, int b) {
    double slowest = -1;
    for (int arc = graph.arcStart(a); arc < graph.arcStart(a + 1); arc++) {
      if (graph.arcHead(arc) == b) {
        int link = graph.arcChannel(arc) >> 1;
        slowest = Math.max(slowest, graph.latencyS(link) + graph.propagationS(link));
      }
    }
    return slowest;
  }

  private double found(int a, int b) {
    return ways.find(a, b) ? paths.of(ways) : 0;
  }
}
