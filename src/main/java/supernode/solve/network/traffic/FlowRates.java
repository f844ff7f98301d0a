package supernode.solve.network.traffic;

import java.util.List;

/** Rates of the flows of a pattern and the load of links, however they were computed. */
sealed interface FlowRates permits ListedRates, ClassRates, TranslatedRates, UniformRates {
  /** Rate of a flow, byte/s. */
  double rate(int flow);

  /** Load of a channel over its capacity. */
  double utilisation(int channel);

  /** Over the flows that have a route. */
  RateSummary rates();

  /** What an endpoint sends in all, byte/s, by its place among those that are up. */
  double egress(int endpoint);

  double ingress(int endpoint);

  long unrouted();

  List<Bottleneck> bottlenecks();

  int levels();

  /** Rates of the flows and how many have each, a class of flows at a time. */
  void eachRate(RateCount out);

  /** Takes so many flows of one rate. */
  interface RateCount {
    void add(double rateBytesPerS, double flows);
  }
}
