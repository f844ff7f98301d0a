package supernode.solve.network.collective;

import java.util.Arrays;
import java.util.stream.IntStream;
import supernode.topology.CsrGraph;

/** Who reaches whom, without looking for the ways: by pieces of what passes traffic on. */
final class Reachability {
  private final CsrGraph graph;

  /** Piece of each vertex that passes traffic on; -1 for the others. */
  private final int[] piece;

  Reachability(CsrGraph graph) {
    this.graph = graph;
    piece = new int[graph.vertexCount()];
    Arrays.fill(piece, -1);
    int[] queue = new int[graph.vertexCount()];
    for (int v = 0; v < piece.length; v++) {
      if (piece[v] < 0 && graph.isUp(v) && graph.forwards(v)) {
        fill(v, queue);
      }
    }
  }

  private void fill(int first, int[] queue) {
    piece[first] = first;
    queue[0] = first;
    int count = 1;
    for (int i = 0; i < count; i++) {
      for (int arc = graph.arcStart(queue[i]); arc < graph.arcStart(queue[i] + 1); arc++) {
        int w = graph.arcHead(arc);
        if (piece[w] < 0 && graph.forwards(w)) {
          piece[w] = first;
          queue[count++] = w;
        }
      }
    }
  }

  /** Whether a path leads from one vertex to another. */
  boolean joins(int a, int b) {
    if (a == b || touches(a, piece[b])) {
      return true;
    }
    for (int arc = graph.arcStart(a); arc < graph.arcStart(a + 1); arc++) {
      int w = graph.arcHead(arc);
      if (w == b || (piece[w] >= 0 && touches(b, piece[w]))) {
        return true;
      }
    }
    return false;
  }

  /** What tells who reaches a vertex: the pieces it lies in or beside. */
  IntStream pieces(int v) {
    return IntStream.concat(IntStream.of(piece[v]), neighbours(v).map(w -> piece[w]))
        .filter(p -> p >= 0)
        .distinct();
  }

  /** Vertices with a link to one. */
  IntStream neighbours(int v) {
    return IntStream.range(graph.arcStart(v), graph.arcStart(v + 1)).map(graph::arcHead);
  }

  /** Whether a vertex lies in a piece or beside it. */
  private boolean touches(int v, int wanted) {
    if (wanted < 0) {
      return false;
    }
    if (piece[v] == wanted) {
      return true;
    }
    for (int arc = graph.arcStart(v); arc < graph.arcStart(v + 1); arc++) {
      if (piece[graph.arcHead(arc)] == wanted) {
        return true;
      }
    }
    return false;
  }
}
