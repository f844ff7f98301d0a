package supernode.topology.generate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import supernode.quantity.Text;

/**
 * Jellyfish (Singla et al., NSDI'12): switches joined by a random regular graph, made as in the
 * paper by joining random free ports and breaking up a link where only one switch has ports left.
 * The same seed gives the same graph; it is connected.
 *
 * @param ports of each switch, those for endpoints too
 * @param hosts endpoints at each switch
 */
public record Jellyfish(int switches, int ports, int hosts, long seed) implements Generator {
  public Jellyfish {
    int degree = ports - hosts;
    if (degree >= switches || degree < (switches > 2 ? 2 : switches - 1)) {
      throw new GeneratorException(Text.of("topology.jellyfish", ports, hosts, switches));
    }
  }

  private int degree() {
    return ports - hosts;
  }

  @Override
  public Counts counts() {
    long endpoints = (long) switches * hosts;
    return Counts.of(
            endpoints,
            List.of(new Counts.Tier("switch", switches)),
            endpoints,
            (long) switches * degree() / 2)
        .with("networkDegree", degree());
  }

  @Override
  public void wire(Wires out) {
    int first = switches * hosts;
    for (int h = 0; h < first; h++) {
      out.link(h, first + h / hosts, Cable.HOST, 0, 0);
    }
    int[] ends = new RandomRegular(switches, degree(), seed).ends();
    for (int i = 0; i < ends.length; i += 2) {
      out.link(first + ends[i], first + ends[i + 1], Cable.UPLINK, 0, 0);
    }
  }

  /** A connected random graph in which all vertices have the same number of links. */
  private static final class RandomRegular {
    private static final int MOST_MISSES = 200;
    private final int n;
    private final int degree;
    private final SplittableRandom random;
    private final int[][] neighbours;
    private final int[] filled;
    private final int[] ends;
    private int links;

    RandomRegular(int n, int degree, long seed) {
      this.n = n;
      this.degree = degree;
      this.random = new SplittableRandom(seed);
      this.neighbours = new int[n][degree];
      this.filled = new int[n];
      this.ends = new int[n * degree / 2 * 2];
    }

    int[] ends() {
      do {
        Arrays.fill(filled, 0);
        links = 0;
        joinFreePorts();
      } while (!breakUpForTheRest());
      connect();
      return ends;
    }

    private void joinFreePorts() {
      List<Integer> free = new ArrayList<>();
      for (int v = 0; v < n && degree > 0; v++) {
        free.add(v);
      }
      int misses = 0;
      while (free.size() > 1 && misses < MOST_MISSES) {
        int i = random.nextInt(free.size());
        int j = random.nextInt(free.size());
        int a = free.get(i);
        int b = free.get(j);
        if (i == j || areJoined(a, b)) {
          misses++;
          continue;
        }
        misses = 0;
        ends[2 * links] = a;
        ends[2 * links++ + 1] = b;
        join(a, b);
        for (int at : new int[] {Math.max(i, j), Math.min(i, j)}) {
          if (filled[free.get(at)] == degree) {
            free.set(at, free.getLast());
            free.removeLast();
          }
        }
      }
    }

    /**
     * Two switches with a free port each, or one with two, take the ends of a link between others;
     * false where no link that could be broken up was met, as may be in dense graphs.
     */
    private boolean breakUpForTheRest() {
      int misses = 0;
      while (2 * links < ends.length) {
        if (misses++ > MOST_MISSES + 10 * links) {
          return false;
        }
        int a = withFreePort(-1);
        int b = degree - filled[a] >= 2 ? a : withFreePort(a);
        int link = random.nextInt(links);
        boolean turned = random.nextBoolean();
        int x = ends[2 * link + (turned ? 1 : 0)];
        int y = ends[2 * link + (turned ? 0 : 1)];
        if (x == a || y == a || x == b || y == b || areJoined(a, x) || areJoined(b, y)) {
          continue;
        }
        part(x, y);
        join(a, x);
        join(b, y);
        ends[2 * link] = a;
        ends[2 * link + 1] = x;
        ends[2 * links] = b;
        ends[2 * links++ + 1] = y;
        misses = 0;
      }
      return true;
    }

    private int withFreePort(int but) {
      for (int v = 0; v < n; v++) {
        if (v != but && filled[v] < degree) {
          return v;
        }
      }
      throw new IllegalStateException("no free port");
    }

    /**
     * Exchanges ends between a link of the first piece and one outside, until there is one piece.
     */
    private void connect() {
      boolean[] piece = pieceOfFirst();
      while (count(piece) < n) {
        int before = count(piece);
        int l = random.nextInt(links);
        int m = random.nextInt(links);
        if (piece[ends[2 * l]] && !piece[ends[2 * m]]) {
          exchange(l, m);
          boolean[] now = pieceOfFirst();
          if (count(now) > before) {
            piece = now;
          } else {
            exchange(l, m);
          }
        }
      }
    }

    // Done twice, it undoes itself.
    private void exchange(int l, int m) {
      int b = ends[2 * l + 1];
      int d = ends[2 * m + 1];
      part(ends[2 * l], b);
      part(ends[2 * m], d);
      ends[2 * l + 1] = d;
      ends[2 * m + 1] = b;
      join(ends[2 * l], d);
      join(ends[2 * m], b);
    }

    private boolean[] pieceOfFirst() {
      boolean[] seen = new boolean[n];
      int[] stack = new int[n];
      int top = 1;
      seen[0] = true;
      while (top > 0) {
        int v = stack[--top];
        for (int i = 0; i < filled[v]; i++) {
          int w = neighbours[v][i];
          if (!seen[w]) {
            seen[w] = true;
            stack[top++] = w;
          }
        }
      }
      return seen;
    }

    private static int count(boolean[] set) {
      int count = 0;
      for (boolean b : set) {
        count += b ? 1 : 0;
      }
      return count;
    }

    private boolean areJoined(int a, int b) {
      return Arrays.stream(neighbours[a], 0, filled[a]).anyMatch(w -> w == b);
    }

    private void join(int a, int b) {
      neighbours[a][filled[a]++] = b;
      neighbours[b][filled[b]++] = a;
    }

    private void part(int a, int b) {
      forget(a, b);
      forget(b, a);
    }

    private void forget(int at, int neighbour) {
      int i = 0;
      while (neighbours[at][i] != neighbour) {
        i++;
      }
      neighbours[at][i] = neighbours[at][--filled[at]];
    }
  }
}
