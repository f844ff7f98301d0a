package supernode.solve.network.metric;

import supernode.solve.network.route.EcmpRoutes;
import supernode.solve.network.route.RouteDag;

/** Over how many ways that share no link a pair is joined. */
public final class PathDiversity {
  private PathDiversity() {}

  /** Shortest paths of a pair that share no link: over how many planes it is reached. */
  public static int disjointShortestPaths(EcmpRoutes routes, int source, int destination) {
    RouteDag dag = routes.to(destination);
    int from = dag.position(routes.graph().endpoint(source));
    if (from <= 0) {
      return 0;
    }
    FlowNetwork network = new FlowNetwork(dag.size(), dag.nextHops());
    for (int p = from; p > 0; p--) {
      for (int e = dag.start(p); e < dag.start(p + 1); e++) {
        network.add(p, dag.next(e), 1, 0);
      }
    }
    return (int) Math.round(network.most(from, 0, Double.POSITIVE_INFINITY));
  }
}
