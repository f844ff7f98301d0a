package supernode.solve.network.metric;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import supernode.topology.CsrGraph;

/**
 * Narrow balanced cuts by repeated improvement (Fiduccia and Mattheyses, DAC 1982): in each pass
 * every vertex moves once, best gain first, endpoints kept in balance and switches free; the best
 * point of the pass is kept. Starts: the endpoints in their order cut in the middle, then regions
 * grown round endpoints drawn by a seed.
 */
final class BisectionSearch {
  private static final int MOST_STARTS = 64;
  private static final int MOST_PASSES = 12;

  /** Vertices up to which every pass goes through all of them. */
  private static final int MOST_PATIENT = 2048;

  /** Starts in a row that find nothing narrower after which no more are tried. */
  private static final int MOST_IN_VAIN = 8;

  /** Whole numbers up to it are exact in a double. */
  private static final double LARGEST = 9e15;

  private final CsrGraph graph;
  private final BooleanSupplier cancelled;
  private final int vertices;
  private final boolean[] side;
  private final double[] gain;
  private final int[] moves;
  private final int[] place;

  /** Moves in a row that gain nothing after which a pass is given up. */
  private final int patience;

  /** Rate of every link where all have the same, in whole byte/s so that sums are exact; else 0. */
  private final double allBytesPerS;

  private final GainHeap[] heaps = new GainHeap[3];

  BisectionSearch(CsrGraph graph, BooleanSupplier cancelled) {
    this.graph = graph;
    this.cancelled = cancelled;
    this.vertices = graph.vertexCount();
    this.side = new boolean[vertices];
    this.gain = new double[vertices];
    this.moves = new int[vertices];
    this.place = new int[vertices];
    this.patience = Math.max(MOST_PATIENT, vertices / 4);
    allBytesPerS = common(graph);
    Arrays.fill(place, -1);
    for (int i = 0; i < heaps.length; i++) {
      heaps[i] = new GainHeap(gain, place);
    }
  }

  private static double common(CsrGraph graph) {
    double all = graph.specs() == 0 ? 0 : graph.specOfNumber(0).capacityBytesPerS();
    for (int k = 1; k < graph.specs(); k++) {
      if (graph.specOfNumber(k).capacityBytesPerS() != all) {
        return 0;
      }
    }
    double most = all * graph.arcCount();
    return all == Math.rint(all) && most < LARGEST ? all : 0;
  }

  /**
   * @param work gains put right in all passes of all starts together; a million take some
   *     hundredths of a second
   */
  Bisection best(long seed, long work) {
    SplittableRandom random = new SplittableRandom(seed);
    long perStart = 6L * (vertices + graph.arcCount());
    int starts = Math.clamp(work / perStart, 1, MOST_STARTS);
    SplitCut best = null;
    int inVain = 0;
    for (int s = 0; s < starts && inVain < MOST_IN_VAIN; s++) {
      if (s == 0) {
        startInOrder();
      } else {
        startRound(graph.endpoint(random.nextInt(graph.endpointCount())));
      }
      int passes = 0;
      while (passes < MOST_PASSES && improve()) {
        passes++;
      }
      SplitCut cut = SplitCut.of(graph, endpointSides());
      inVain++;
      if (best == null || cut.bytesPerS() < best.bytesPerS()) {
        best = cut;
        inVain = 0;
      }
    }
    return new Bisection(best.bytesPerS(), best.links(), Bisection.Method.BEST_CUT_FOUND);
  }

  private void startInOrder() {
    int n = graph.endpointCount();
    for (int i = 0; i < n; i++) {
      side[graph.endpoint(i)] = i < n / 2;
    }
    placeSwitches();
  }

  /** The half of the endpoints that is nearest to one; unreached ones follow in their order. */
  private void startRound(int endpoint) {
    int[] order = new int[vertices];
    boolean[] seen = new boolean[vertices];
    order[0] = endpoint;
    seen[endpoint] = true;
    int tail = 1;
    int next = 0;
    int taken = 0;
    Arrays.fill(side, false);
    for (int i = 0; taken < graph.endpointCount() / 2; i++) {
      while (i == tail) {
        int w = graph.endpoint(next++);
        if (!seen[w]) {
          seen[w] = true;
          order[tail++] = w;
        }
      }
      int v = order[i];
      if (graph.isEndpoint(v)) {
        side[v] = true;
        taken++;
      }
      for (int arc = graph.arcStart(v); arc < graph.arcStart(v + 1); arc++) {
        int w = graph.arcHead(arc);
        if (!seen[w]) {
          seen[w] = true;
          order[tail++] = w;
        }
      }
    }
    placeSwitches();
  }

  /** Each switch to the side that more of its neighbours' capacity is on. */
  private void placeSwitches() {
    for (int round = 0; round < 2; round++) {
      for (int v = 0; v < vertices; v++) {
        if (!graph.isEndpoint(v) && gainOf(v) > 0) {
          side[v] = !side[v];
        }
      }
    }
  }

  private double gainOf(int v) {
    if (allBytesPerS > 0) {
      int more = 0;
      for (int arc = graph.arcStart(v); arc < graph.arcStart(v + 1); arc++) {
        more += side[graph.arcHead(arc)] == side[v] ? -1 : 1;
      }
      return more * allBytesPerS;
    }
    double sum = 0;
    for (int arc = graph.arcStart(v); arc < graph.arcStart(v + 1); arc++) {
      double capacity = graph.capacityBytesPerS(graph.arcChannel(arc) >> 1);
      sum += side[graph.arcHead(arc)] == side[v] ? -capacity : capacity;
    }
    return sum;
  }

  /** One pass; false if it found nothing better. */
  private boolean improve() {
    int balance = 0;
    double scale = 0;
    for (GainHeap heap : heaps) {
      heap.clear();
    }
    for (int v = 0; v < vertices; v++) {
      gain[v] = gainOf(v);
      scale = Math.max(scale, Math.abs(gain[v]));
      if (graph.isEndpoint(v) && graph.isUp(v)) {
        balance += side[v] ? 1 : -1;
      }
    }
    for (int v = 0; v < vertices; v++) {
      if (graph.isUp(v)) {
        heapOf(v).add(v);
      }
    }
    int odd = graph.endpointCount() % 2;
    double won = 0;
    double most = scale * 1e-9;
    int kept = 0;
    int count = 0;
    for (int v = pick(balance); v >= 0; v = pick(balance)) {
      if (count % 256 == 0 && cancelled.getAsBoolean()) {
        throw new CancellationException();
      }
      won += gain[v];
      balance += balanceChange(v);
      heapOf(v).remove(v);
      move(v);
      moves[count++] = v;
      if (won > most && Math.abs(balance) <= odd) {
        most = won;
        kept = count;
      } else if (count - kept > patience) {
        break;
      }
    }
    for (int i = count - 1; i >= kept; i--) {
      side[moves[i]] = !side[moves[i]];
    }
    return kept > 0;
  }

  /** Switches in one heap, endpoints of either side in two. */
  private GainHeap heapOf(int v) {
    return heaps[graph.isEndpoint(v) ? (side[v] ? 1 : 2) : 0];
  }

  private int pick(int balance) {
    int best = -1;
    for (GainHeap heap : heaps) {
      if (!heap.isEmpty()) {
        int v = heap.top();
        boolean better = best < 0 || gain[v] > gain[best] || (gain[v] == gain[best] && v < best);
        if (better && Math.abs(balance + balanceChange(v)) <= 2) {
          best = v;
        }
      }
    }
    return best;
  }

  private int balanceChange(int v) {
    if (!graph.isEndpoint(v)) {
      return 0;
    }
    return side[v] ? -2 : 2;
  }

  private void move(int v) {
    side[v] = !side[v];
    gain[v] = -gain[v];
    for (int arc = graph.arcStart(v); arc < graph.arcStart(v + 1); arc++) {
      int w = graph.arcHead(arc);
      double capacity =
          allBytesPerS > 0 ? allBytesPerS : graph.capacityBytesPerS(graph.arcChannel(arc) >> 1);
      gain[w] += side[w] == side[v] ? -2 * capacity : 2 * capacity;
      if (place[w] >= 0) {
        heapOf(w).changed(w);
      }
    }
  }

  private boolean[] endpointSides() {
    boolean[] sides = new boolean[graph.endpointCount()];
    for (int i = 0; i < sides.length; i++) {
      sides[i] = side[graph.endpoint(i)];
    }
    return sides;
  }
}
