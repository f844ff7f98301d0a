package supernode.solve.network.collective;

import java.util.Arrays;
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

  /**
   * The least of what is noted of the pieces that a vertex lies in or beside, and of the vertices
   * that it has a link to: two that have a piece in common reach each other.
   */
  int leastAround(int v, int[] ofPiece, int[] ofVertex) {
    int least = piece[v] < 0 ? Integer.MAX_VALUE : ofPiece[piece[v]];
    for (int arc = graph.arcStart(v); arc < graph.arcStart(v + 1); arc++) {
      int w = graph.arcHead(arc);
      least = Math.min(least, ofVertex[w]);
      least = piece[w] < 0 ? least : Math.min(least, ofPiece[piece[w]]);
    }
    return least;
  }

  /** Notes something of the pieces that a vertex lies in or beside. */
  void markPieces(int v, int[] ofPiece, int what) {
    if (piece[v] >= 0) {
      ofPiece[piece[v]] = what;
    }
    for (int arc = graph.arcStart(v); arc < graph.arcStart(v + 1); arc++) {
      if (piece[graph.arcHead(arc)] >= 0) {
        ofPiece[piece[graph.arcHead(arc)]] = what;
      }
    }
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
