package supernode.solve.network.route;

import java.util.Arrays;
import supernode.topology.CsrGraph;

/** The arcs between cells, read off one member of each. */
final class CellArcs {
  final int[] size;
  final int[] member;
  final int[] start;
  private int[] head = new int[64];
  private int[] count = new int[64];
  private double[] capacity = new double[64];
  private int arcs;

  CellArcs(CsrGraph graph, int[] cellOf, int cells) {
    size = new int[cells];
    member = new int[cells];
    start = new int[cells + 1];
    for (int v = 0; v < cellOf.length; v++) {
      if (cellOf[v] >= 0) {
        if (size[cellOf[v]]++ == 0) {
          member[cellOf[v]] = v;
        }
      }
    }
    int[] newest = new int[cells];
    Arrays.fill(newest, -1);
    for (int c = 0; c < cells; c++) {
      start[c] = arcs;
      int v = member[c];
      for (int arc = graph.arcStart(v); arc < graph.arcStart(v + 1); arc++) {
        add(
            c,
            cellOf[graph.arcHead(arc)],
            graph.capacityBytesPerS(graph.arcChannel(arc) >> 1),
            newest);
      }
    }
    start[cells] = arcs;
  }

  /** Several rates between two cells are rare: only then is there more than one arc to look at. */
  private void add(int from, int to, double rate, int[] newest) {
    int known = newest[to];
    for (int a = known; a >= start[from] && known >= start[from]; a--) {
      if (head[a] == to && capacity[a] == rate) {
        count[a]++;
        return;
      }
    }
    if (arcs == head.length) {
      int more = arcs + (arcs >> 1);
      head = Arrays.copyOf(head, more);
      count = Arrays.copyOf(count, more);
      capacity = Arrays.copyOf(capacity, more);
    }
    head[arcs] = to;
    count[arcs] = 1;
    capacity[arcs] = rate;
    newest[to] = arcs++;
  }

  int[] head() {
    return Arrays.copyOf(head, arcs);
  }

  int[] count() {
    return Arrays.copyOf(count, arcs);
  }

  double[] capacity() {
    return Arrays.copyOf(capacity, arcs);
  }
}
