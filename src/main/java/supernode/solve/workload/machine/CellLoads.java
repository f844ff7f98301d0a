package supernode.solve.workload.machine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import supernode.solve.network.route.ClassRoutes;
import supernode.solve.network.route.FabricClasses;
import supernode.topology.CsrGraph;

/**
 * Flows over shortest paths between endpoints that pass nothing on. Those between the same two
 * cells of endpoints go the same ways; links between cells of switches carry equal parts, an
 * endpoint's own links are its own, and direct ones are their pair's. Not for several threads.
 */
final class CellLoads implements FlowLoads {
  /** Pairs of cells, group by group, up to which all that send to all are not written down. */
  private static final int MOST_PAIRS = 4_000_000;

  private final FabricClasses fabric;
  private final CsrGraph graph;
  private final ClassRoutes routes;
  private final int firstInner;

  /** For an arc into a cell of endpoints the arc back; -1 for others. */
  private final int[] back;

  /** First own link of an endpoint, one for each arc of its cell. */
  private final int[] own;

  private final int owned;
  private final boolean switched;

  /** Links that the flow followed last crosses, and what of it. */
  private int[] crossed = new int[64];

  private double[] share = new double[64];
  private int crossings;

  CellLoads(FabricClasses fabric) {
    this.fabric = fabric;
    graph = fabric.graph();
    routes = new ClassRoutes(fabric);
    firstInner = fabric.arcStart(fabric.endpointCells());
    back = new int[fabric.arcs()];
    Arrays.fill(back, -1);
    boolean direct = false;
    for (int c = 0; c < fabric.endpointCells(); c++) {
      for (int a = fabric.arcStart(c); a < fabric.arcStart(c + 1); a++) {
        int x = fabric.arcHead(a);
        direct |= x < fabric.endpointCells();
        for (int b = fabric.arcStart(x); b < fabric.arcStart(x + 1); b++) {
          if (fabric.arcHead(b) == c && fabric.arcCapacity(b) == fabric.arcCapacity(a)) {
            back[b] = a;
          }
        }
      }
    }
    switched = !direct;
    own = new int[graph.endpointCount()];
    int next = 0;
    for (int e = 0; e < own.length; e++) {
      own[e] = next;
      next += fabric.arcStart(cell(e) + 1) - fabric.arcStart(cell(e));
    }
    owned = next;
  }

  private int cell(int endpoint) {
    return fabric.cellOf(graph.endpoint(endpoint));
  }

  /** What the links carry. */
  private final class Filling {
    private final double[] inner = new double[fabric.arcs()];
    private final double[] out = new double[owned];
    private final double[] in = new double[owned];
    private final Map<Long, Double> direct = new HashMap<>();

    /** An endpoint's own part of the way followed last. */
    void from(int endpoint, double weight) {
      int first = fabric.arcStart(cell(endpoint));
      for (int i = 0; i < crossings; i++) {
        if (crossed[i] < firstInner) {
          out[own[endpoint] + crossed[i] - first] += share[i] * weight;
        }
      }
    }

    void to(int endpoint, double weight) {
      int first = fabric.arcStart(cell(endpoint));
      for (int i = 0; i < crossings; i++) {
        if (crossed[i] >= firstInner && back[crossed[i]] >= 0) {
          in[own[endpoint] + back[crossed[i]] - first] += share[i] * weight;
        }
      }
    }

    void between(double weight) {
      for (int i = 0; i < crossings; i++) {
        if (crossed[i] >= firstInner && back[crossed[i]] < 0) {
          inner[crossed[i]] += share[i] * weight;
        }
      }
    }

    double slowest() {
      double slowest = Double.POSITIVE_INFINITY;
      for (int c = 0; c < fabric.cells(); c++) {
        for (int a = fabric.arcStart(c); a < fabric.arcStart(c + 1); a++) {
          if (inner[a] > 0) {
            slowest = Math.min(slowest, rate(a) * fabric.size(c) / inner[a]);
          }
        }
      }
      for (int e = 0; e < own.length; e++) {
        int first = fabric.arcStart(cell(e));
        int end = fabric.arcStart(cell(e) + 1);
        for (int a = first; a < end; a++) {
          double most = Math.max(out[own[e] + a - first], in[own[e] + a - first]);
          if (most > 0) {
            slowest = Math.min(slowest, rate(a) / most);
          }
        }
      }
      for (Map.Entry<Long, Double> e : direct.entrySet()) {
        int a = graph.endpoint((int) (e.getKey() / own.length));
        int b = graph.endpoint((int) (e.getKey() % own.length));
        slowest = Math.min(slowest, fabric.directBytesPerS(a, b) / e.getValue());
      }
      return slowest;
    }

    private double rate(int arc) {
      return fabric.arcCapacity(arc) * fabric.arcCount(arc);
    }
  }

  private boolean follow(int source) {
    crossings = 0;
    return routes.follow(
        source,
        (arc, part) -> {
          if (crossings == crossed.length) {
            crossed = Arrays.copyOf(crossed, 2 * crossings);
            share = Arrays.copyOf(share, 2 * crossings);
          }
          crossed[crossings] = arc;
          share[crossings++] = part;
        });
  }

  @Override
  public double slowestBytesPerS(Parts parts) {
    Filling filling = new Filling();
    Ways ways = new Ways(parts.count());
    for (int f = 0; f < parts.count(); f++) {
      int from = parts.from()[f];
      int to = parts.to()[f];
      if (from == to) {
        continue;
      }
      if (!switched && fabric.directLinks(graph.endpoint(from), graph.endpoint(to)) > 0) {
        filling.direct.merge((long) from * own.length + to, parts.weight()[f], Double::sum);
      } else {
        ways.add(cell(from), cell(to), f);
      }
    }
    boolean joined =
        ways.forEach(f -> {
          filling.from(parts.from()[f], parts.weight()[f]);
          filling.to(parts.to()[f], parts.weight()[f]);
          filling.between(parts.weight()[f]);
        });
    return joined ? filling.slowest() : 0;
  }

  /** What goes the same way, one way after the other. */
  private final class Ways {
    private final long[] order;
    private int count;

    Ways(int most) {
      order = new long[most];
    }

    void add(int fromCell, int toCell, int number) {
      order[count++] = ((long) toCell * fabric.endpointCells() + fromCell) << 31 | number;
    }

    /** False where there is no way. */
    boolean forEach(IntConsumer out) {
      Arrays.sort(order, 0, count);
      long last = -1;
      long prepared = -1;
      for (int i = 0; i < count; i++) {
        long way = order[i] >> 31;
        if (way != last) {
          long to = way / fabric.endpointCells();
          if (to != prepared) {
            routes.prepare((int) to);
            prepared = to;
          }
          if (!follow((int) (way % fabric.endpointCells()))) {
            return false;
          }
          last = way;
        }
        out.accept((int) (order[i] & Integer.MAX_VALUE));
      }
      return true;
    }
  }

  @Override
  public OptionalDouble slowestBytesPerS(List<int[]> groups) {
    if (!switched) {
      return OptionalDouble.empty();
    }
    List<Part> parts = new ArrayList<>();
    groups.forEach(g -> divide(g, parts));
    long pairs = parts.stream().mapToLong(p -> p.end() - p.first()).sum();
    if (pairs > MOST_PAIRS) {
      return OptionalDouble.empty();
    }
    Filling filling = new Filling();
    Ways ways = new Ways((int) pairs);
    Part[] from = new Part[(int) pairs];
    Part[] to = new Part[(int) pairs];
    int next = 0;
    for (Part p : parts) {
      for (int i = p.first(); i < p.end(); i++) {
        Part q = parts.get(i);
        if (p != q || p.members().length > 1) {
          from[next] = q;
          to[next] = p;
          ways.add(q.cell(), p.cell(), next++);
        }
      }
    }
    boolean joined =
        ways.forEach(w -> {
          int own = from[w] == to[w] ? 1 : 0;
          double sent = to[w].members().length - own;
          double got = from[w].members().length - own;
          for (int e : from[w].members()) {
            filling.from(e, sent);
          }
          for (int e : to[w].members()) {
            filling.to(e, got);
          }
          filling.between(from[w].members().length * sent);
        });
    return OptionalDouble.of(joined ? filling.slowest() : 0);
  }

  /**
   * Those of a group that are in one cell.
   *
   * @param first of the parts of the group
   */
  private record Part(int cell, int[] members, int first, int end) {}

  private void divide(int[] group, List<Part> parts) {
    Map<Integer, List<Integer>> byCell = new TreeMap<>();
    for (int e : group) {
      byCell.computeIfAbsent(cell(e), _ -> new ArrayList<>()).add(e);
    }
    int first = parts.size();
    byCell.forEach((cell, of) ->
        parts.add(
            new Part(
                cell,
                of.stream().mapToInt(Integer::intValue).toArray(),
                first,
                first + byCell.size())));
  }
}
