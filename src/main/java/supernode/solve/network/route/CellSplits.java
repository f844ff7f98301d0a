package supernode.solve.network.route;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import supernode.solve.network.rate.Colours;
import supernode.topology.CsrGraph;
import supernode.topology.Remains;

/**
 * Cells of what failures leave of a fabric, from those of the sound one: a cell is split where some
 * of its vertices have lost links and others none, or other ones, and then whatever sees a
 * difference between the pieces is (partition refinement after Hopcroft). All that sees none is
 * never looked at.
 *
 * <p>The outcome is as exact as {@link FabricClasses#of} but may be finer: what the failures have
 * made alike stays apart.
 */
final class CellSplits {
  private final CsrGraph graph;
  private final FabricClasses sound;
  private final int[] cellOf;

  /** Vertices, those of a cell together. */
  private final int[] order;

  private final int[] placeOf;
  private int[] start;
  private int[] end;
  private int cells;

  /** What each vertex shows of what is looked at; 0 for nothing. */
  private final long[] seen;

  /** Vertices that have seen something. */
  private int[] touched = new int[64];

  private int touches;

  private final Queue<Integer> pieces = new ArrayDeque<>();

  private CellSplits(FabricClasses sound, CsrGraph graph, int[] soundOf) {
    this.sound = sound;
    this.graph = graph;
    int n = graph.vertexCount();
    cellOf = new int[n];
    order = new int[n];
    placeOf = new int[n];
    seen = new long[n];
    cells = sound.cells();
    start = new int[2 * cells];
    end = new int[2 * cells];
    for (int v = 0; v < n; v++) {
      cellOf[v] = sound.cellOf(soundOf[v]);
      end[cellOf[v]]++;
    }
    int at = 0;
    for (int c = 0; c < cells; c++) {
      start[c] = at;
      at += end[c];
      end[c] = start[c];
    }
    for (int v = 0; v < n; v++) {
      placeOf[v] = end[cellOf[v]]++;
      order[placeOf[v]] = v;
    }
  }

  /**
   * The cells, numbered as {@link FabricClasses#of} does: of endpoints first, each by its first
   * vertex.
   */
  static int[] of(FabricClasses sound, CsrGraph graph, Remains.Loss loss) {
    CellSplits splits = new CellSplits(sound, graph, loss.soundOf());
    splits.atLostLinks(loss);
    splits.split();
    while (!splits.pieces.isEmpty()) {
      splits.around(splits.pieces.remove());
      splits.split();
    }
    return splits.numbered();
  }

  /**
   * An endpoint sees the very switches that it has lost, and cells of endpoints; a switch sees
   * cells: so equal losses leave equals.
   */
  private void atLostLinks(Remains.Loss loss) {
    CsrGraph whole = loss.sound().graph();
    for (int l : loss.links()) {
      long rate = Colours.mix(Colours.bits(whole.capacityBytesPerS(l)));
      for (int channel = 2 * l; channel <= 2 * l + 1; channel++) {
        int from = whole.channelFrom(channel);
        int v = Arrays.binarySearch(loss.soundOf(), from);
        int head = whole.channelTo(channel);
        boolean itself = whole.isEndpoint(from) && !isPair(whole, from, head);
        if (v >= 0) {
          see(v, Colours.mix((itself ? head : sound.cellOf(head)) + rate));
        }
      }
    }
  }

  /** Endpoints that pass nothing on: their links serve themselves alone. */
  private static boolean isPair(CsrGraph graph, int v, int head) {
    return graph.isEndpoint(v)
        && graph.isEndpoint(head)
        && !graph.forwards(v)
        && !graph.forwards(head);
  }

  /** How many links lead into a piece is seen by switches, and by endpoints of their own links. */
  private void around(int piece) {
    double last = -1;
    long rate = 0;
    for (int i = start[piece]; i < end[piece]; i++) {
      int v = order[i];
      for (int arc = graph.arcStart(v); arc < graph.arcStart(v + 1); arc++) {
        int head = graph.arcHead(arc);
        if (!graph.isEndpoint(head) || isPair(graph, v, head)) {
          double own = graph.capacityBytesPerS(graph.arcChannel(arc) >> 1);
          rate = own == last ? rate : Colours.mix(Colours.bits(own));
          last = own;
          see(head, rate);
        }
      }
    }
  }

  private void see(int vertex, long what) {
    if (seen[vertex] == 0) {
      if (touches == touched.length) {
        touched = Arrays.copyOf(touched, 2 * touches);
      }
      touched[touches++] = vertex;
    }
    seen[vertex] += what;
  }

  private void split() {
    long[] byCell = new long[touches];
    for (int i = 0; i < touches; i++) {
      byCell[i] = (long) cellOf[touched[i]] << Integer.SIZE | touched[i];
    }
    Arrays.sort(byCell);
    int from = 0;
    for (int i = 1; i <= touches; i++) {
      if (i == touches || byCell[i] >> Integer.SIZE != byCell[from] >> Integer.SIZE) {
        split((int) (byCell[from] >> Integer.SIZE), byCell, from, i);
        from = i;
      }
    }
    for (int i = 0; i < touches; i++) {
      seen[touched[i]] = 0;
    }
    touches = 0;
  }

  /**
   * Those of a cell that see the same become a piece. Those that see nothing keep its number; where
   * all see something the first ones do: the others tell of them.
   *
   * @param vertices by their cells
   */
  private void split(int cell, long[] vertices, int from, int to) {
    long[] looks = new long[to - from];
    for (int i = from; i < to; i++) {
      looks[i - from] = seen[(int) vertices[i]];
    }
    boolean all = to - from == end[cell] - start[cell];
    int[] group = Colours.number(looks);
    int groups = Colours.count(group);
    if (all && groups == 1) {
      return;
    }
    int[] place = new int[groups + 1];
    for (int g : group) {
      place[g + 1]++;
    }
    for (int g = 0; g < groups; g++) {
      place[g + 1] += place[g];
    }
    int[] grouped = new int[group.length];
    int[] fill = place.clone();
    for (int i = 0; i < group.length; i++) {
      grouped[fill[group[i]]++] = (int) vertices[from + i];
    }
    for (int g = all ? 1 : 0; g < groups; g++) {
      take(cell, grouped, place[g], place[g + 1]);
    }
  }

  private void take(int cell, int[] vertices, int from, int to) {
    if (cells == start.length) {
      start = Arrays.copyOf(start, 2 * cells);
      end = Arrays.copyOf(end, 2 * cells);
    }
    int piece = cells++;
    end[piece] = end[cell];
    for (int i = from; i < to; i++) {
      int v = vertices[i];
      int last = order[--end[cell]];
      order[placeOf[v]] = last;
      placeOf[last] = placeOf[v];
      order[end[cell]] = v;
      placeOf[v] = end[cell];
      cellOf[v] = piece;
    }
    start[piece] = end[cell];
    pieces.add(piece);
  }

  private int[] numbered() {
    int[] number = new int[cells];
    Arrays.fill(number, -1);
    int count = 0;
    for (boolean endpoints : new boolean[] {true, false}) {
      for (int v = 0; v < cellOf.length; v++) {
        if (graph.isEndpoint(v) == endpoints && number[cellOf[v]] < 0) {
          number[cellOf[v]] = count++;
        }
      }
    }
    int[] numbers = new int[cellOf.length];
    Arrays.setAll(numbers, v -> number[cellOf[v]]);
    return numbers;
  }
}
