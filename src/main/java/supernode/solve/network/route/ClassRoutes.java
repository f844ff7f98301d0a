package supernode.solve.network.route;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Shortest paths with equal splitting over the cells of a fabric, to one cell of endpoints after
 * the other. What leads to an endpoint leads to the others of its cell as well: they hang on the
 * same switches and pass nothing on. Direct links between endpoints are left out, see {@link
 * FabricClasses#isDirect}.
 */
public final class ClassRoutes implements ClassWays {
  private static final int FAR = Integer.MAX_VALUE;

  private final FabricClasses classes;

  /** Whether only some arcs are taken, direct links among them. */
  private final boolean some;

  private final BitSet taken;
  private final int[] hops;
  private final int[] queue;
  private final double[] amount;
  private final int[] pending;
  private int reached;

  /** Cells of the queue whose neighbours are known; always whole levels. */
  private int expanded;

  private int destination = -1;

  /** Arcs that lead nearer from a cell, found when first asked for after a preparation. */
  private final int[] wayStart;

  private final int[] wayEnd;

  /** Links of all of them; 0 when not yet found. */
  private final int[] wayLinks;

  private final int[] waysFound;
  private int cellsFound;
  private int[] way = new int[64];
  private int ways;

  /** Takes what crosses the links of an arc: each entry of an arc once or more. */
  public interface Crossing {
    void cross(int arc, double share);
  }

  public ClassRoutes(FabricClasses classes) {
    this(classes, false, new BitSet());
  }

  /** Over some arcs only, direct links between endpoints like all others. */
  ClassRoutes(FabricClasses classes, BitSet arcs) {
    this(classes, true, arcs);
  }

  private ClassRoutes(FabricClasses classes, boolean some, BitSet taken) {
    this.classes = classes;
    this.some = some;
    this.taken = taken;
    hops = new int[classes.cells()];
    Arrays.fill(hops, FAR);
    queue = new int[classes.cells()];
    amount = new double[classes.cells()];
    pending = new int[classes.cells()];
    wayStart = new int[classes.cells()];
    wayEnd = new int[classes.cells()];
    wayLinks = new int[classes.cells()];
    waysFound = new int[classes.cells()];
  }

  /** Turns to a cell of endpoints; ways to it are found as far as they are asked for. */
  @Override
  public void prepare(int cell) {
    for (int i = 0; i < reached; i++) {
      hops[queue[i]] = FAR;
    }
    for (int i = 0; i < cellsFound; i++) {
      wayLinks[waysFound[i]] = 0;
    }
    cellsFound = 0;
    ways = 0;
    destination = cell;
    queue[0] = cell;
    hops[cell] = 0;
    reached = 1;
    expanded = 0;
  }

  /** Finds all cells that are one hop farther; false when there are none to start from. */
  private boolean expand() {
    int end = reached;
    for (; expanded < end; expanded++) {
      int c = queue[expanded];
      if (expanded > 0 && !classes.forwards(c)) {
        continue;
      }
      for (int a = classes.arcStart(c); a < classes.arcStart(c + 1); a++) {
        int head = classes.arcHead(a);
        if (hops[head] == FAR && isTaken(c, a)) {
          hops[head] = hops[c] + 1;
          queue[reached++] = head;
        }
      }
    }
    return reached > end;
  }

  /** Hops in links from an endpoint of a cell to another one of the destination; -1 if cut off. */
  public int hops(int source) {
    if (source == destination) {
      for (int a = classes.arcStart(source); a < classes.arcStart(source + 1); a++) {
        if (classes.forwards(classes.arcHead(a))) {
          return reached > 1 || expand() ? 2 : -1;
        }
      }
      return -1;
    }
    int known = hops[source] == FAR ? besideReached(source) : hops[source];
    while (known == FAR && expand()) {
      known = hops[source] == FAR ? besideReached(source) : hops[source];
    }
    return known == FAR ? -1 : known;
  }

  /** One more than the least of the neighbours that pass on: whole levels are known. */
  private int besideReached(int source) {
    int least = FAR;
    for (int a = classes.arcStart(source); a < classes.arcStart(source + 1); a++) {
      int head = classes.arcHead(a);
      if (hops[head] < least
          && (head == destination || classes.forwards(head))
          && isTaken(source, a)) {
        least = hops[head];
      }
    }
    return least == FAR ? FAR : least + 1;
  }

  /**
   * Follows one flow from an endpoint of a cell to the destination (to another endpoint of the same
   * cell, if it is its own) and hands out the share of it that all links of an arc carry together.
   *
   * @return whether there is a way
   */
  @Override
  public boolean follow(int source, Crossing out) {
    int far = hops(source);
    if (far < 0) {
      return false;
    }
    int length = 1;
    pending[0] = source;
    amount[source] = 1;
    for (int i = 0; i < length; i++) {
      int c = pending[i];
      double all = amount[c];
      amount[c] = 0;
      find(c, i == 0 ? far - 1 : hops[c] - 1);
      int end = wayEnd[c];
      for (int w = wayStart[c]; w < end; w++) {
        double share = all * classes.arcCount(way[w]) / wayLinks[c];
        out.cross(way[w], share);
        int head = classes.arcHead(way[w]);
        if (head != destination) {
          if (amount[head] == 0) {
            pending[length++] = head;
          }
          amount[head] += share;
        }
      }
    }
    return true;
  }

  /**
   * Sends amounts from all cells to the destination at once, and hands out what all links of an arc
   * carry together.
   *
   * @param amounts by cell, of all its vertices together: those of the destination's own cell go to
   *     others of it; what has no way stays. Emptied.
   */
  public void spread(double[] amounts, Crossing out) {
    while (expand()) {
      // All that is joined.
    }
    if (amounts[destination] > 0 && hops(destination) > 0) {
      double own = amounts[destination];
      amounts[destination] = 0;
      send(destination, 1, own, amounts, out);
    }
    for (int i = reached - 1; i > 0; i--) {
      int c = queue[i];
      if (amounts[c] > 0) {
        double all = amounts[c];
        amounts[c] = 0;
        send(c, hops[c] - 1, all, amounts, out);
      }
    }
    amounts[destination] = 0;
  }

  private void send(int cell, int closer, double all, double[] amounts, Crossing out) {
    find(cell, closer);
    int end = wayEnd[cell];
    for (int w = wayStart[cell]; w < end; w++) {
      double share = all * classes.arcCount(way[w]) / wayLinks[cell];
      out.cross(way[w], share);
      amounts[classes.arcHead(way[w])] += share;
    }
  }

  /** Finds the arcs that lead nearer, once after each preparation. */
  private void find(int cell, int closer) {
    if (wayLinks[cell] > 0) {
      return;
    }
    wayStart[cell] = ways;
    int links = 0;
    int end = classes.arcStart(cell + 1);
    for (int a = classes.arcStart(cell); a < end; a++) {
      if (leads(a, closer)) {
        links += classes.arcCount(a);
        if (ways == way.length) {
          way = Arrays.copyOf(way, 2 * ways);
        }
        way[ways++] = a;
      }
    }
    wayEnd[cell] = ways;
    wayLinks[cell] = links;
    if (links > 0) {
      waysFound[cellsFound++] = cell;
    }
  }

  private boolean leads(int arc, int closer) {
    int head = classes.arcHead(arc);
    return hops[head] == closer
        && (closer == 0 || classes.forwards(head))
        && (!some || taken.get(arc));
  }

  private boolean isTaken(int from, int arc) {
    return some ? taken.get(arc) : !classes.isDirect(from, arc);
  }

  @Override
  public boolean leavesDirectLinks() {
    return !some;
  }
}
