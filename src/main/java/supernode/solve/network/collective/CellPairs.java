package supernode.solve.network.collective;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import supernode.solve.network.latency.SlowestPaths;
import supernode.solve.network.route.ClassRoutes;
import supernode.solve.network.route.FabricClasses;
import supernode.topology.CsrGraph;

/**
 * Pairs over the cells of a fabric of switches: all links between two cells of switches carry the
 * same share of a transfer, and an endpoint's own links are its own.
 */
final class CellPairs implements PairLoads {
  private final FabricClasses classes;
  private final CsrGraph graph;
  private final SlowestPaths times;
  private final ClassRoutes routes;
  private final int[] fromOf;
  private final int[] channelOf;
  private final double[] arcLoad;
  private final double[] ownLoad;
  private final double[] until;

  private final Map<Long, Way> known = new HashMap<>();

  /** Of the pair of cells that is being followed. */
  private int[] arcs = new int[64];

  private double[] shares = new double[64];
  private int length;
  private int prepared = -1;

  /** Arcs and shares of a pair of cells, in the order of distance; none where there is no way. */
  @SuppressWarnings("ArrayRecordComponent") // Gone through, never compared.
  private record Way(int[] arcs, double[] shares, double latencyS) {}

  private CellPairs(FabricClasses classes, CsrGraph graph, SlowestPaths times) {
    this.classes = classes;
    this.graph = graph;
    this.times = times;
    routes = new ClassRoutes(classes);
    fromOf = new int[classes.arcs()];
    channelOf = new int[classes.arcs()];
    for (int c = 0; c < classes.cells(); c++) {
      Arrays.fill(fromOf, classes.arcStart(c), classes.arcStart(c + 1), c);
    }
    for (int c = 0; c < graph.channelCount(); c++) {
      if (classes.arcOf(c) >= 0) {
        channelOf[classes.arcOf(c)] = c;
      }
    }
    arcLoad = new double[classes.arcs()];
    ownLoad = new double[graph.channelCount()];
    until = new double[classes.cells()];
  }

  /**
   * @param times of the same fabric
   * @return empty where endpoints pass on or are joined directly, or little is alike
   */
  static Optional<CellPairs> of(CsrGraph graph, SlowestPaths times) {
    for (int l = 0; l < graph.linkCount(); l++) {
      int a = graph.channelFrom(2 * l);
      int b = graph.channelTo(2 * l);
      if (graph.isUsable(l) && graph.isEndpoint(a) && graph.isEndpoint(b)) {
        return Optional.empty();
      }
    }
    for (int e = 0; e < graph.endpointCount(); e++) {
      if (graph.forwards(graph.endpoint(e))) {
        return Optional.empty();
      }
    }
    FabricClasses classes = FabricClasses.of(graph.byKind(), () -> false);
    return Optional.of(new CellPairs(classes, graph, times));
  }

  @Override
  public long kind(int from, int to) {
    return (long) cell(from) << 32 | cell(to);
  }

  @Override
  public long costOfKind() {
    return classes.arcs();
  }

  private int cell(int endpoint) {
    return classes.cellOf(graph.endpoint(endpoint));
  }

  @Override
  public double add(int from, int to, double share) {
    int source = cell(from);
    int destination = cell(to);
    Way way = known.computeIfAbsent(kind(from, to), _ -> way(source, destination));
    for (int i = 0; i < way.arcs.length; i++) {
      int arc = way.arcs[i];
      double amount = share * way.shares[i];
      if (fromOf[arc] == source) {
        addOwn(graph.endpoint(from), arc, amount, 0);
      } else if (classes.arcHead(arc) == destination) {
        addOwn(graph.endpoint(to), arc, amount, 1);
      } else {
        arcLoad[arc] += amount;
      }
    }
    return way.latencyS;
  }

  /**
   * @param into 1 for links that lead to the endpoint
   */
  private void addOwn(int vertex, int arc, double amount, int into) {
    int links = 0;
    for (int pass = 0; pass < 2; pass++) {
      for (int a = graph.arcStart(vertex); a < graph.arcStart(vertex + 1); a++) {
        int channel = graph.arcChannel(a) ^ into;
        if (classes.arcOf(channel) == arc) {
          if (pass == 0) {
            links++;
          } else {
            ownLoad[channel] += amount / links;
          }
        }
      }
    }
  }

  private Way way(int source, int destination) {
    if (prepared != destination) {
      routes.prepare(destination);
      prepared = destination;
    }
    length = 0;
    boolean there = routes.follow(source, this::note);
    return new Way(
        Arrays.copyOf(arcs, length),
        Arrays.copyOf(shares, length),
        there ? slowest(source, destination) : -1);
  }

  private void note(int arc, double share) {
    if (length == arcs.length) {
      arcs = Arrays.copyOf(arcs, 2 * length);
      shares = Arrays.copyOf(shares, 2 * length);
    }
    arcs[length] = arc;
    shares[length++] = share;
  }

  private double slowest(int source, int destination) {
    for (int i = 0; i < length; i++) {
      until[classes.arcHead(arcs[i])] = 0;
    }
    until[source] = 0;
    double slowest = 0;
    for (int i = 0; i < length; i++) {
      int head = classes.arcHead(arcs[i]);
      double before = until[fromOf[arcs[i]]];
      if (head == destination) {
        slowest = Math.max(slowest, before + times.lastS(channelOf[arcs[i]]));
      } else {
        until[head] = Math.max(until[head], before + times.onS(channelOf[arcs[i]]));
      }
    }
    return times.endsS() + slowest;
  }

  @Override
  public void flush(double[] load, int first) {
    for (int c = 0; c < ownLoad.length; c++) {
      int arc = classes.arcOf(c);
      if (arc >= 0) {
        int cell = fromOf[arc];
        double links = (double) classes.size(cell) * classes.arcCount(arc);
        load[first + c] += ownLoad[c] + arcLoad[arc] / links;
      }
    }
    Arrays.fill(arcLoad, 0);
    Arrays.fill(ownLoad, 0);
  }
}
