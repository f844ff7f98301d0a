package supernode.solve.workload.machine;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import supernode.solve.network.rate.Colours;
import supernode.solve.network.route.EcmpRoutes;
import supernode.solve.network.route.RouteDag;
import supernode.solve.network.route.Sublattice;
import supernode.solve.network.route.Translations;
import supernode.topology.CsrGraph;

/**
 * Flows over shortest paths of a torus or HyperX. The ways to one vertex are those to any other,
 * moved; and of destinations that the flows themselves repeat at equal distances one stands for
 * all. Exact for any flows; quick for regular ones. Not for several threads.
 */
final class LatticeLoads implements FlowLoads {
  private final CsrGraph graph;
  private final Translations moves;
  private final Sublattice.Finder finder;
  private final RouteDag dag;
  private final int[] kindOf;
  private final double[] amount;

  /** Links of each kind at a vertex. */
  private final int[] parallel;

  private final double[] capacity;

  private LatticeLoads(CsrGraph graph, Translations moves, RouteDag toFirst) {
    this.graph = graph;
    this.moves = moves;
    finder = new Sublattice.Finder(moves);
    dag = toFirst;
    kindOf = moves.orbitOfChannel();
    amount = new double[graph.vertexCount()];
    parallel = new int[moves.orbits()];
    capacity = new double[moves.orbits()];
    for (int arc = graph.arcStart(0); arc < graph.arcStart(1); arc++) {
      int kind = kindOf[graph.arcChannel(arc)];
      parallel[kind]++;
      capacity[kind] = graph.capacityBytesPerS(graph.arcChannel(arc) >> 1);
    }
  }

  /** Empty where the fabric is no such grid, or a damaged one. */
  static Optional<LatticeLoads> of(EcmpRoutes routes) {
    return routes
        .translations()
        .filter(moves -> routes.to(0).size() == moves.vertices())
        .map(moves -> new LatticeLoads(routes.graph(), moves, routes.to(0)));
  }

  /** A load of each kind of links at each vertex that stands for others. */
  private final class Filling {
    private final Sublattice alike;
    private final double[] load;
    private int last;

    Filling(Sublattice alike) {
      this.alike = alike;
      load = new double[alike.size() * parallel.length];
    }

    /** Sends on to a vertex what has been put at the places of its sources. */
    void spread(int destination) {
      boolean few = last < alike.size();
      int[] beyond = few ? new int[0] : alike.beyond(destination);
      for (int p = last; p > 0; p--) {
        if (amount[p] > 0) {
          int v = dag.vertex(p);
          int place =
              few ? alike.placeOf(moves.moved(v, 0, destination)) : beyond[alike.placeOf(v)];
          int here = place * parallel.length;
          double each = amount[p] / (dag.start(p + 1) - dag.start(p));
          for (int e = dag.start(p); e < dag.start(p + 1); e++) {
            load[here + kindOf[dag.channel(e)]] += each;
            amount[dag.next(e)] += each;
          }
          amount[p] = 0;
        }
      }
      amount[0] = 0;
      last = 0;
    }

    void from(int source, int destination, double weight) {
      int p = dag.position(moves.moved(source, destination, 0));
      amount[p] += weight;
      last = Math.max(last, p);
    }

    double slowest() {
      double slowest = Double.POSITIVE_INFINITY;
      for (int i = 0; i < load.length; i++) {
        if (load[i] > 0) {
          int kind = i % parallel.length;
          slowest = Math.min(slowest, capacity[kind] * parallel[kind] / load[i]);
        }
      }
      return slowest;
    }
  }

  @Override
  public double slowestBytesPerS(Parts parts) {
    int n = parts.count();
    int[] from = vertices(parts.from());
    int[] to = vertices(parts.to());
    Sublattice alike =
        finder.of(at -> {
          long look = 0;
          for (int f = 0; f < n; f++) {
            long weight = Colours.bits(parts.weight()[f]);
            look += Colours.mix(((long) at[from[f]] << 32 | at[to[f]]) + Colours.mix(weight));
          }
          return look;
        });
    Filling filling = new Filling(alike);
    long[] order = new long[n];
    int used = 0;
    for (int f = 0; f < n; f++) {
      if (alike.vertex(alike.placeOf(to[f])) == to[f]) {
        order[used++] = (long) to[f] << 32 | f;
      }
    }
    Arrays.sort(order, 0, used);
    for (int i = 0; i < used; i++) {
      int f = (int) order[i];
      filling.from(from[f], to[f], parts.weight()[f]);
      if (i + 1 == used || order[i + 1] >> 32 != to[f]) {
        filling.spread(to[f]);
      }
    }
    return filling.slowest();
  }

  @Override
  public OptionalDouble slowestBytesPerS(List<int[]> groups) {
    int[][] members = groups.stream().map(this::vertices).toArray(int[][]::new);
    Sublattice alike =
        finder.of(at -> {
          long look = 0;
          for (int[] group : members) {
            long own = 0;
            for (int v : group) {
              own += Colours.mix(at[v]);
            }
            look += Colours.mix(own);
          }
          return look;
        });
    Filling filling = new Filling(alike);
    for (int[] group : members) {
      for (int to : group) {
        if (alike.vertex(alike.placeOf(to)) == to) {
          for (int from : group) {
            filling.from(from, to, 1);
          }
          filling.spread(to);
        }
      }
    }
    return OptionalDouble.of(filling.slowest());
  }

  private int[] vertices(int[] endpoints) {
    return Arrays.stream(endpoints).map(graph::endpoint).toArray();
  }
}
