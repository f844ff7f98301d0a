package supernode.solve.network.route;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import supernode.topology.CsrGraph;
import supernode.topology.Islands;

/**
 * Islands that are drawn alike, vertex by vertex in their order and link by link: what holds in the
 * first holds in the others. Islands that are alike in another order are not found.
 */
final class EqualIslands {
  private final CsrGraph graph;
  private final Islands islands;

  /** Vertices island by island, ascending; those of island i start at {@code start[i]}. */
  private final int[] members;

  private final int[] start;
  private final int[] local;

  private EqualIslands(CsrGraph graph, Islands islands) {
    this.graph = graph;
    this.islands = islands;
    int n = graph.vertexCount();
    start = new int[islands.count() + 1];
    for (int v = 0; v < n; v++) {
      if (islands.islandOf(v) >= 0) {
        start[islands.islandOf(v) + 1]++;
      }
    }
    Arrays.parallelPrefix(start, Integer::sum);
    members = new int[start[islands.count()]];
    local = new int[n];
    int[] filled = new int[islands.count()];
    for (int v = 0; v < n; v++) {
      int island = islands.islandOf(v);
      if (island >= 0) {
        local[v] = filled[island]++;
        members[start[island] + local[v]] = v;
      }
    }
  }

  /** For every vertex the one that stands for it: in the first island like its own. */
  static int[] representatives(CsrGraph graph) {
    EqualIslands equal = new EqualIslands(graph, Islands.of(graph));
    int[] stands = new int[graph.vertexCount()];
    Arrays.setAll(stands, v -> v);
    Map<Form, Integer> first = new HashMap<>();
    for (int i = 0; i < equal.islands.count(); i++) {
      Integer like = first.putIfAbsent(equal.form(i), i);
      if (like != null) {
        for (int k = 0; k < equal.start[i + 1] - equal.start[i]; k++) {
          stands[equal.members[equal.start[i] + k]] = equal.members[equal.start[like] + k];
        }
      }
    }
    return stands;
  }

  /** Everything of an island that an answer can hang on. */
  private record Form(long[] numbers) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Form(long[] theirs) && Arrays.equals(numbers, theirs);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(numbers);
    }
  }

  private Form form(int island) {
    int arcs = 0;
    for (int k = start[island]; k < start[island + 1]; k++) {
      arcs += graph.degree(members[k]);
    }
    long[] numbers = new long[3 * (start[island + 1] - start[island]) + 5 * arcs];
    int at = 0;
    for (int k = start[island]; k < start[island + 1]; k++) {
      int v = members[k];
      numbers[at++] = graph.degree(v);
      numbers[at++] = (graph.isEndpoint(v) ? 2L : 0L) + (graph.forwards(v) ? 1L : 0L);
      numbers[at++] = Double.doubleToLongBits(graph.transitS(v));
      for (int arc = graph.arcStart(v); arc < graph.arcStart(v + 1); arc++) {
        int link = graph.arcChannel(arc) >> 1;
        numbers[at++] = local[graph.arcHead(arc)];
        numbers[at++] = Double.doubleToLongBits(graph.capacityBytesPerS(link));
        numbers[at++] = Double.doubleToLongBits(graph.latencyS(link));
        numbers[at++] = Double.doubleToLongBits(graph.propagationS(link));
        numbers[at++] = Double.doubleToLongBits(graph.lengthM(link));
      }
    }
    return new Form(numbers);
  }
}
