package supernode.solve.network.route;

import java.util.function.BooleanSupplier;
import supernode.solve.Outcome;
import supernode.solve.network.rate.FlowIncidence;
import supernode.solve.network.rate.MaxMin;
import supernode.solve.network.rate.MaxMinProblem;
import supernode.topology.CsrGraph;

/** Finds how much of every flow to send minimally, and how much over an intermediate router. */
final class Mixture {
  private static final int PARTS = 8;

  private final CsrGraph graph;
  private final FlowPairs pairs;
  private final int mostNonZeros;
  private final BooleanSupplier cancelled;

  Mixture(CsrGraph graph, FlowPairs pairs, int mostNonZeros, BooleanSupplier cancelled) {
    this.graph = graph;
    this.pairs = pairs;
    this.mostNonZeros = mostNonZeros;
    this.cancelled = cancelled;
  }

  /** The mixture whose slowest flow is fastest; of equal ones the one that is more minimal. */
  Outcome<FlowIncidence> best(Routing.Adaptive adaptive) {
    Outcome<FlowIncidence> minimal =
        adaptive.minimal().incidence(graph, pairs, mostNonZeros, cancelled);
    Outcome<FlowIncidence> valiant =
        new Routing.Valiant(adaptive.minimal()).incidence(graph, pairs, mostNonZeros, cancelled);
    return minimal.flatMap(m -> valiant.map(v -> best(m, v)));
  }

  private FlowIncidence best(FlowIncidence minimal, FlowIncidence valiant) {
    FlowIncidence best = minimal;
    double fastest = slowest(minimal);
    for (int part = PARTS - 1; part >= 0; part--) {
      FlowIncidence mixed = mix(minimal, (double) part / PARTS, valiant);
      double rate = slowest(mixed);
      if (rate > fastest * (1 + 1e-9)) {
        fastest = rate;
        best = mixed;
      }
    }
    return best;
  }

  private double slowest(FlowIncidence incidence) {
    double[] capacity = new double[graph.channelCount()];
    for (int c = 0; c < capacity.length; c++) {
      capacity[c] = graph.capacityBytesPerS(c >> 1);
    }
    double[] rates =
        MaxMin.solve(MaxMinProblem.of(incidence, capacity), cancelled).ratesBytesPerS();
    double least = Double.POSITIVE_INFINITY;
    for (int f = 0; f < rates.length; f++) {
      if (incidence.start(f) < incidence.start(f + 1)) {
        least = Math.min(least, rates[f]);
      }
    }
    return least;
  }

  private FlowIncidence mix(FlowIncidence minimal, double part, FlowIncidence valiant) {
    FlowIncidence.Builder builder = new FlowIncidence.Builder(graph.channelCount());
    ChannelSums sums = new ChannelSums(graph.channelCount());
    for (int f = 0; f < minimal.flows(); f++) {
      add(minimal, f, part, sums);
      add(valiant, f, 1 - part, sums);
      sums.endFlow(true, builder);
    }
    return builder.build();
  }

  private static void add(FlowIncidence from, int flow, double part, ChannelSums sums) {
    for (int e = from.start(flow); e < from.start(flow + 1); e++) {
      sums.add(from.link(e), part * from.share(e));
    }
  }
}
