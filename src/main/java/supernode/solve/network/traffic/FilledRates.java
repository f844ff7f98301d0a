package supernode.solve.network.traffic;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import supernode.solve.network.rate.FlowIncidence;
import supernode.solve.network.rate.MaxMin;
import supernode.solve.network.rate.MaxMinProblem;
import supernode.solve.network.rate.MaxMinResult;
import supernode.solve.network.route.FlowPairs;
import supernode.topology.CsrGraph;

/** What filling the channels of a fabric gave: rate per flow, utilisation per channel. */
final class FilledRates {
  final double[] rate;
  final double[] utilisation;
  final List<Bottleneck> bottlenecks;
  final int levels;

  /** Who crosses which channel, where that is kept. */
  final Optional<ChannelFlows> onChannel;

  /** Hands out the flows on a channel. */
  interface ChannelFlows {
    void forEach(int channel, FlowIncidence.Crossing out);
  }

  FilledRates(double[] rate, double[] utilisation, List<Bottleneck> bottlenecks, int levels) {
    this(rate, utilisation, bottlenecks, levels, Optional.empty());
  }

  private FilledRates(
      double[] rate,
      double[] utilisation,
      List<Bottleneck> bottlenecks,
      int levels,
      Optional<ChannelFlows> onChannel) {
    this.onChannel = onChannel;
    this.rate = rate;
    this.utilisation = utilisation;
    this.bottlenecks = bottlenecks;
    this.levels = levels;
  }

  FilledRates with(ChannelFlows flows) {
    return new FilledRates(rate, utilisation, bottlenecks, levels, Optional.of(flows));
  }

  static MaxMinProblem problem(CsrGraph graph, FlowIncidence incidence) {
    double[] capacity = new double[graph.channelCount()];
    for (int c = 0; c < capacity.length; c++) {
      capacity[c] = graph.capacityBytesPerS(c >> 1);
    }
    return MaxMinProblem.of(incidence, capacity);
  }

  static MaxMinProblem problem(CsrGraph graph, FlowIncidence incidence, FlowPairs flows) {
    MaxMinProblem plain = problem(graph, incidence);
    return flows.isWeighted()
        ? plain.withWeights(flows.weights()).withLimits(flows.limitsBytesPerS())
        : plain;
  }

  static FilledRates ofFlows(CsrGraph graph, FlowIncidence incidence, BooleanSupplier cancelled) {
    return of(graph, problem(graph, incidence), cancelled);
  }

  static FilledRates of(CsrGraph graph, MaxMinProblem problem, BooleanSupplier cancelled) {
    MaxMinResult result = MaxMin.solve(problem, cancelled);
    return new FilledRates(
        result.ratesBytesPerS(),
        result.utilisations(),
        bottlenecks(graph, problem, result),
        result.levels());
  }

  /** A full link limits the flows on it that go fastest there. */
  private static List<Bottleneck> bottlenecks(
      CsrGraph graph, MaxMinProblem problem, MaxMinResult result) {
    FullLinks full = FullLinks.of(problem, result);
    BottleneckTally tally = new BottleneckTally(graph);
    for (int c = 0; c < graph.channelCount(); c++) {
      if (full.limits(c)) {
        tally.addChannel(c);
      }
    }
    full.tally(tally, tally::mask);
    return tally.bottlenecks();
  }
}
