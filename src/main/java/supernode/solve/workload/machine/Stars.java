package supernode.solve.workload.machine;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import supernode.solve.network.latency.LatencyTerms;
import supernode.solve.network.route.Routing;
import supernode.topology.CsrGraphBuilder;
import supernode.topology.LinkSpec;

/** Fabrics of a machine of which the rates alone are known: each chip has a link to a hub. */
final class Stars {
  private static final double PACKET_BYTES = 4096;

  private Stars() {}

  /** Of the first so many chips. */
  static DrawnGroups.Fabrics of(Fleet fleet, int chips) {
    int domain = fleet.domainSize();
    return new DrawnGroups.Fabrics(
        domain > 1 ? Optional.of(stars(fleet.scaleUp(), chips, domain)) : Optional.empty(),
        chips > domain ? Optional.of(stars(fleet.scaleOut(), chips, chips)) : Optional.empty());
  }

  private static DrawnFabric stars(Interconnect of, int chips, int each) {
    CsrGraphBuilder b = new CsrGraphBuilder();
    for (int c = 0; c < chips; c++) {
      b.addEndpoint(0);
    }
    LinkSpec link = new LinkSpec(of.bytesPerS(), of.latencyS() / 2, 0, 0);
    for (int first = 0; first < chips; first += each) {
      int hub = b.addSwitch(0);
      for (int c = first; c < Math.min(chips, first + each); c++) {
        b.addLink(c, hub, link);
      }
    }
    double[] most = new double[chips];
    Arrays.fill(most, Double.POSITIVE_INFINITY);
    return new DrawnFabric(
        b.build(),
        new Routing.EqualCost(),
        new LatencyTerms(0, 0, 0, PACKET_BYTES),
        IntStream.range(0, chips).mapToObj(c -> new int[] {c}).toArray(int[][]::new),
        most,
        List.of(),
        new DrawnFabric.Names(
            v -> v < chips ? "chip[" + v + "]" : "hub[" + (v - chips) + "]",
            c -> "chip[" + c + "]"));
  }
}
