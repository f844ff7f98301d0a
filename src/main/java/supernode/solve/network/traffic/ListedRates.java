package supernode.solve.network.traffic;

import java.util.List;
import java.util.Optional;
import supernode.solve.network.route.FlowPairs;

/** Rates flow by flow. */
final class ListedRates implements FlowRates {
  private final FilledRates filled;
  private final double[] egress;
  private final double[] ingress;
  private final RateSummary rates;
  private final long unrouted;

  ListedRates(FlowPairs flows, FilledRates filled, int endpoints) {
    this(flows, filled, endpoints, 0);
  }

  /**
   * @param left flows that are not listed as they have no way
   */
  ListedRates(FlowPairs flows, FilledRates filled, int endpoints, long left) {
    this.filled = filled;
    egress = new double[endpoints];
    ingress = new double[endpoints];
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    double sum = 0;
    int routed = 0;
    for (int f = 0; f < flows.count(); f++) {
      double rate = filled.rate[f];
      if (rate > 0) {
        egress[flows.source(f)] += rate;
        ingress[flows.destination(f)] += rate;
        least = Math.min(least, rate);
        most = Math.max(most, rate);
        sum += rate;
        routed++;
      }
    }
    unrouted = left + flows.count() - routed;
    rates = routed == 0 ? new RateSummary(0, 0, 0) : new RateSummary(least, sum / routed, most);
  }

  @Override
  public double rate(int flow) {
    return filled.rate[flow];
  }

  @Override
  public double utilisation(int channel) {
    return filled.utilisation[channel];
  }

  @Override
  public RateSummary rates() {
    return rates;
  }

  @Override
  public double egress(int endpoint) {
    return egress[endpoint];
  }

  @Override
  public double ingress(int endpoint) {
    return ingress[endpoint];
  }

  @Override
  public long unrouted() {
    return unrouted;
  }

  @Override
  public List<Bottleneck> bottlenecks() {
    return filled.bottlenecks;
  }

  @Override
  public int levels() {
    return filled.levels;
  }

  @Override
  public void eachRate(RateCount out) {
    for (double rate : filled.rate) {
      out.add(rate, 1);
    }
  }

  Optional<FilledRates.ChannelFlows> onChannel() {
    return filled.onChannel;
  }
}
