package supernode.solve.network.traffic;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import supernode.solve.network.rate.FlowIncidence;
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
        : ClassFlows.allToAll(
                LinkClasses.of(FabricClasses.of(graph, cancelled)),
                TrafficSolver.MOST_CROSSINGS,
                cancelled)
            .map(flows -> byClasses(graph, flows));
  }

  private static double[] byTranslations(CsrGraph graph, Translations torus) {
    RouteDag dag = EcmpRoutes.ofSinglePairs(graph).to(0);
    double[] amount = new double[graph.vertexCount()];
    Arrays.fill(amount, 1, dag.size(), 1);
    double[] added = new double[graph.channelCount()];
    EcmpRoutes.spread(dag, amount, added);
    return torus.ofAll(added);
  }

  private static double[] byClasses(CsrGraph graph, ClassFlows flows) {
    FlowIncidence a = flows.problem.incidence();
    double[] ofClass = new double[flows.links.count()];
    for (int f = 0; f < a.flows(); f++) {
      for (int e = a.start(f); e < a.start(f + 1); e++) {
        ofClass[a.link(e)] += flows.problem.flowCount(f) * a.share(e);
      }
    }
    double[] links = flows.links.counts();
    double[] load = new double[graph.channelCount()];
    for (int c = 0; c < load.length; c++) {
      int arc = flows.links.fabric().arcOf(c);
      if (arc >= 0) {
        int l = flows.links.ofArc(arc);
        load[c] = ofClass[l] / links[l];
      }
    }
    return load;
  }
}
