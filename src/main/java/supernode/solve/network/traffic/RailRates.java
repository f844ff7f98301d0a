package supernode.solve.network.traffic;

import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import supernode.solve.network.rate.FlowIncidence;
import supernode.solve.network.rate.MaxMin;
import supernode.solve.network.rate.MaxMinProblem;
import supernode.solve.network.rate.MaxMinResult;
import supernode.solve.network.route.FabricClasses;
import supernode.solve.network.route.FlowPairs;
import supernode.solve.network.route.RailRoutes;
import supernode.topology.CsrGraph;

/**
 * Rates of flows that go through their server to a rail and along it: all-to-all by classes of
 * servers, other patterns flow by flow over links by class.
 */
final class RailRates {
  private RailRates() {}

  /** All-to-all; empty where more than so many crossings are needed. */
  static Optional<ClassRates> allToAll(
      RailRoutes routes, int mostCrossings, BooleanSupplier cancelled) {
    return ClassRates.allToAll(routes.links(), routes::again, mostCrossings, cancelled);
  }

  /** Single flows; empty where more than so many crossings are needed. */
  static Optional<FilledRates> listed(
      FabricClasses fabric,
      RailRoutes routes,
      FlowPairs pairs,
      int mostCrossings,
      BooleanSupplier cancelled) {
    CsrGraph graph = fabric.graph();
    int[] order =
        IntStream.range(0, pairs.count())
            .boxed()
            .sorted(Comparator.comparingInt(pairs::destination))
            .mapToInt(Integer::intValue)
            .toArray();
    FlowIncidence.Builder rows = new FlowIncidence.Builder(fabric.arcs());
    int prepared = -1;
    for (int i = 0; i < order.length; i++) {
      if (i % 256 == 0 && cancelled.getAsBoolean()) {
        throw new CancellationException();
      }
      if (pairs.destination(order[i]) != prepared) {
        prepared = pairs.destination(order[i]);
        routes.prepare(fabric.cellOf(graph.endpoint(prepared)));
      }
      boolean _ = routes.follow(fabric.cellOf(graph.endpoint(pairs.source(order[i]))), rows::cross);
      rows.endFlow();
      if (rows.nonZeros() > mostCrossings) {
        return Optional.empty();
      }
    }
    FlowIncidence incidence = rows.build();
    MaxMinProblem problem = problem(fabric, incidence, pairs, order);
    return Optional.of(
        lifted(fabric, problem, MaxMin.solve(problem, cancelled), order)
            .with((channel, out) -> {
              int arc = fabric.arcOf(channel);
              if (arc >= 0) {
                double links = links(fabric, fabric.cellOf(graph.channelFrom(channel)), arc);
                incidence.forEachOn(arc, (f, share) -> out.take(order[f], share / links));
              }
            }));
  }

  /** Links of an arc, which each flow loads alike. */
  private static double links(FabricClasses fabric, int cell, int arc) {
    return (double) fabric.size(cell) * fabric.arcCount(arc);
  }

  private static MaxMinProblem problem(
      FabricClasses fabric, FlowIncidence rows, FlowPairs pairs, int[] order) {
    double[] capacity = new double[fabric.arcs()];
    double[] count = new double[fabric.arcs()];
    for (int c = 0; c < fabric.cells(); c++) {
      for (int a = fabric.arcStart(c); a < fabric.arcStart(c + 1); a++) {
        capacity[a] = fabric.arcCapacity(a);
        count[a] = links(fabric, c, a);
      }
    }
    return SingleFlows.problem(rows, capacity, count, pairs, order);
  }

  private static FilledRates lifted(
      FabricClasses fabric, MaxMinProblem problem, MaxMinResult result, int[] order) {
    CsrGraph graph = fabric.graph();
    double[] rate = new double[order.length];
    for (int i = 0; i < order.length; i++) {
      rate[order[i]] = result.rateBytesPerS(i);
    }
    FullLinks full = FullLinks.of(problem, result);
    BottleneckTally tally = new BottleneckTally(graph);
    int[] mask = new int[fabric.arcs()];
    double[] utilisation = new double[graph.channelCount()];
    for (int c = 0; c < utilisation.length; c++) {
      int arc = fabric.arcOf(c);
      if (arc >= 0) {
        utilisation[c] = result.utilisation(arc);
        if (full.limits(arc)) {
          mask[arc] = tally.mask(c);
          tally.addChannel(c);
        }
      }
    }
    full.tally(tally, a -> mask[a]);
    return new FilledRates(rate, utilisation, tally.bottlenecks(), result.levels());
  }
}
