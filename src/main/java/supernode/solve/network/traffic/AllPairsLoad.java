package supernode.solve.network.traffic;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import supernode.solve.network.route.ClassRoutes;
import supernode.solve.network.route.EcmpRoutes;
import supernode.solve.network.route.FabricClasses;
import supernode.solve.network.route.LinkClasses;
import supernode.solve.network.route.RouteDag;
import supernode.solve.network.route.Translations;
import supernode.topology.CsrGraph;

/**
 * How many ordered pairs of endpoints cross each channel while all send to all, found from what is
 * alike: the translations of a torus, or classes of flows and links. Pairs without a way cross
 * nothing.
 */
public final class AllPairsLoad {
  private AllPairsLoad() {}

  /**
   * By channel, a pair that splits by its shares.
   *
   * @return empty where too little is alike
   * @throws java.util.concurrent.CancellationException when cancelled
   */
  public static Optional<double[]> of(EcmpRoutes routes, BooleanSupplier cancelled) {
    CsrGraph graph = routes.graph();
    Optional<Translations> torus = routes.translations();
    return torus.isPresent()
        ? Optional.of(byTranslations(graph, torus.get()))
        : byClasses(LinkClasses.of(routes.classes(cancelled)), cancelled);
  }

  private static double[] byTranslations(CsrGraph graph, Translations torus) {
    RouteDag dag = EcmpRoutes.ofSinglePairs(graph).to(0);
    double[] amount = new double[graph.vertexCount()];
    Arrays.fill(amount, 1, dag.size(), 1);
    double[] added = new double[graph.channelCount()];
    EcmpRoutes.spread(dag, amount, added);
    return torus.ofAll(added);
  }

  private static Optional<double[]> byClasses(LinkClasses links, BooleanSupplier cancelled) {
    FabricClasses fabric = links.fabric();
    int cells = fabric.endpointCells();
    double[] endpoints = new double[fabric.cells()];
    for (int c = 0; c < cells; c++) {
      endpoints[links.orbitOf(c)] += fabric.size(c);
    }
    int[] destinations = IntStream.range(0, cells).filter(c -> links.orbitOf(c) == c).toArray();
    if ((long) destinations.length * (fabric.cells() + fabric.arcs()) > EcmpRoutes.MOST_WORK) {
      return Optional.empty();
    }
    double[] ofClass = new double[links.count()];
    double[] amount = new double[fabric.cells()];
    ClassRoutes routes = new ClassRoutes(fabric);
    for (int t : destinations) {
      if (cancelled.getAsBoolean()) {
        throw new CancellationException();
      }
      routes.prepare(t);
      Arrays.fill(amount, 0);
      for (int s = 0; s < cells; s++) {
        amount[s] = (fabric.size(s) - (s == t ? 1 : 0)) * endpoints[t];
      }
      direct(links, t, endpoints[t], amount, ofClass);
      routes.spread(amount, (arc, share) -> ofClass[links.ofArc(arc)] += share);
    }
    return Optional.of(ofChannels(links, ofClass));
  }

  /** Pairs that are joined directly cross their own links alone, in equal parts. */
  private static void direct(
      LinkClasses links, int t, double endpoints, double[] amount, double[] ofClass) {
    FabricClasses fabric = links.fabric();
    for (int a = fabric.arcStart(t); a < fabric.arcStart(t + 1); a++) {
      if (fabric.isDirect(t, a)) {
        int s = fabric.arcHead(a);
        boolean onePair = fabric.size(s) == 1 && fabric.size(t) == 1;
        double pairs =
            endpoints * (onePair ? 1.0 / parallel(fabric, t, s) : 1) * fabric.arcCount(a);
        amount[s] = Math.max(0, amount[s] - pairs);
        ofClass[links.ofArc(back(fabric, s, t, fabric.arcCapacity(a)))] += pairs;
      }
    }
  }

  private static int parallel(FabricClasses fabric, int from, int to) {
    int links = 0;
    for (int a = fabric.arcStart(from); a < fabric.arcStart(from + 1); a++) {
      links += fabric.arcHead(a) == to ? fabric.arcCount(a) : 0;
    }
    return links;
  }

  private static int back(FabricClasses fabric, int from, int to, double capacity) {
    int arc = fabric.arcStart(from);
    while (fabric.arcHead(arc) != to || fabric.arcCapacity(arc) != capacity) {
      arc++;
    }
    return arc;
  }

  private static double[] ofChannels(LinkClasses links, double[] ofClass) {
    double[] count = links.counts();
    double[] load = new double[links.fabric().graph().channelCount()];
    for (int c = 0; c < load.length; c++) {
      int arc = links.fabric().arcOf(c);
      if (arc >= 0) {
        load[c] = ofClass[links.ofArc(arc)] / count[links.ofArc(arc)];
      }
    }
    return load;
  }
}
