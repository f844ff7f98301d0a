package supernode.solve.network.route;

import java.util.Arrays;
import java.util.stream.IntStream;
import supernode.topology.CsrGraph;

/** The vertices that pass traffic on, in the order of their numbers, failed ones too. */
final class Routers {
  private final int[] vertex;
  private final int[] indexOf;

  Routers(CsrGraph graph) {
    vertex = IntStream.range(0, graph.vertexCount()).filter(graph::forwards).toArray();
    indexOf = new int[graph.vertexCount()];
    Arrays.fill(indexOf, -1);
    for (int i = 0; i < vertex.length; i++) {
      indexOf[vertex[i]] = i;
    }
  }

  int count() {
    return vertex.length;
  }

  int vertex(int index) {
    return vertex[index];
  }

  /** Number of a vertex among the routers; -1 for one that passes nothing on. */
  int indexOf(int v) {
    return indexOf[v];
  }
}
