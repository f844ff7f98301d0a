package supernode.solve.network.route;

import java.util.Arrays;

/**
 * Shortest paths with equal splitting over the cells of a fabric, to one cell of endpoints after
 * the other. What leads to an endpoint leads to the others of its cell as well: they hang on the
 * same switches and pass nothing on. Direct links between endpoints are left out, see {@link
 * FabricClasses#isDirect}.
 */
public final class ClassRoutes {
  private static final int FAR = Integer.MAX_VALUE;

  private final FabricClasses classes;
  private final int[] hops;
  private final int[] queue;
  private final double[] amount;
  private final int[] pending;
  private int reached;
  private int destination = -1;

  /** Takes what crosses the links of an arc: each entry of an arc once or more. */
  public interface Crossing {
    void cross(int arc, double share);
  }

  public ClassRoutes(FabricClasses classes) {
    this.classes = classes;
    hops = new int[classes.cells()];
    Arrays.fill(hops, FAR);
    queue = new int[classes.cells()];
    amount = new double[classes.cells()];
    pending = new int[classes.cells()];
  }

  /** Finds the ways to a cell of endpoints. */
  public void prepare(int cell) {
    for (int i = 0; i < reached; i++) {
      hops[queue[i]] = FAR;
    }
    destination = cell;
    queue[0] = cell;
    hops[cell] = 0;
    reached = 1;
    for (int i = 0; i < reached; i++) {
      int c = queue[i];
      if (i > 0 && !classes.forwards(c)) {
        continue;
      }
      for (int a = classes.arcStart(c); a < classes.arcStart(c + 1); a++) {
        int head = classes.arcHead(a);
        if (hops[head] == FAR && !classes.isDirect(c, a)) {
          hops[head] = hops[c] + 1;
          queue[reached++] = head;
        }
      }
    }
  }

  /** Hops in links from an endpoint of a cell to another one of the destination; -1 if cut off. */
  public int hops(int source) {
    if (source == destination) {
      for (int a = classes.arcStart(source); a < classes.arcStart(source + 1); a++) {
        if (classes.forwards(classes.arcHead(a))) {
          return 2;
        }
      }
      return -1;
    }
    return hops[source] == FAR ? -1 : hops[source];
  }

  /**
   * Follows one flow from an endpoint of a cell to the destination (to another endpoint of the same
   * cell, if it is its own) and hands out the share of it that all links of an arc carry together.
   *
   * @return whether there is a way
   */
  public boolean follow(int source, Crossing out) {
    if (hops(source) < 0) {
      return false;
    }
    int length = 1;
    pending[0] = source;
    amount[source] = 1;
    for (int i = 0; i < length; i++) {
      int c = pending[i];
      double all = amount[c];
      amount[c] = 0;
      int closer = c == destination ? 1 : hops[c] - 1;
      int links = 0;
      for (int a = classes.arcStart(c); a < classes.arcStart(c + 1); a++) {
        links += leads(a, closer) ? classes.arcCount(a) : 0;
      }
      for (int a = classes.arcStart(c); a < classes.arcStart(c + 1); a++) {
        if (leads(a, closer)) {
          double share = all * classes.arcCount(a) / links;
          out.cross(a, share);
          int head = classes.arcHead(a);
          if (head != destination) {
            if (amount[head] == 0) {
              pending[length++] = head;
            }
            amount[head] += share;
          }
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
    int links = 0;
    for (int a = classes.arcStart(cell); a < classes.arcStart(cell + 1); a++) {
      links += leads(a, closer) ? classes.arcCount(a) : 0;
    }
    for (int a = classes.arcStart(cell); a < classes.arcStart(cell + 1); a++) {
      if (leads(a, closer)) {
        double share = all * classes.arcCount(a) / links;
        out.cross(a, share);
        amounts[classes.arcHead(a)] += share;
      }
    }
  }

  private boolean leads(int arc, int closer) {
    int head = classes.arcHead(arc);
    return hops[head] == closer && (closer == 0 || classes.forwards(head));
  }
}
