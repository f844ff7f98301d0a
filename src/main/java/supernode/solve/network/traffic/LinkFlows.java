package supernode.solve.network.traffic;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import supernode.solve.network.rate.Colours;
import supernode.solve.network.rate.MaxMinCertificate;

/** Single flows on one channel, those of one rate and share together. */
final class LinkFlows {
  private static final double FULL = 1 - MaxMinCertificate.TOLERANCE;

  private LinkFlows() {}

  static List<LinkFlow> on(TrafficResult result, FilledRates.ChannelFlows crossing, int channel) {
    double[] weights = result.flows().isWeighted() ? result.flows().weights() : new double[0];
    boolean full = result.utilisation(channel) >= FULL;
    double[] fastest = {0};
    if (full) {
      crossing.forEach(
          channel, (f, _) -> fastest[0] = Math.max(fastest[0], perWeight(result, weights, f)));
    }
    Map<Long, LinkFlow> groups = new HashMap<>();
    crossing.forEach(
        channel,
        (f, share) -> {
          double rate = result.rateBytesPerS(f);
          boolean limited = full && perWeight(result, weights, f) >= fastest[0] * FULL;
          LinkFlow one =
              new LinkFlow(
                  result.flows().source(f), result.flows().destination(f), share, rate, limited);
          long look = Colours.mix(Colours.rounded(rate) + Colours.mix(Colours.rounded(share)));
          groups.merge(look + (limited ? 1 : 0), one, LinkFlows::joined);
        });
    return List.copyOf(groups.values());
  }

  private static double perWeight(TrafficResult result, double[] weights, int flow) {
    double rate = result.rateBytesPerS(flow);
    return weights.length > 0 ? rate / weights[flow] : rate;
  }

  static LinkFlow joined(LinkFlow a, LinkFlow b) {
    return new LinkFlow(
        a.source(), a.destination(), a.flows() + b.flows(), a.rateBytesPerS(), a.limited());
  }
}
