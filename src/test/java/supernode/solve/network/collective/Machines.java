package supernode.solve.network.collective;

import static supernode.solve.network.Fabrics.GB;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import supernode.solve.network.Fabrics;
import supernode.solve.network.latency.LatencyTerms;
import supernode.topology.CsrGraph;
import supernode.topology.CsrGraphBuilder;
import supernode.topology.LinkSpec;

/** Ranks on small machines. */
final class Machines {
  static final LatencyTerms NO_LATENCY = new LatencyTerms(0, 0, 0, 4096);

  private Machines() {}

  /** All endpoints of a fabric, its switches adding or not. */
  static RankNetwork on(CsrGraph graph, String protocol, boolean reducing) {
    return on(graph, protocol, reducing, IntStream.range(0, graph.endpointCount()).toArray());
  }

  static RankNetwork on(CsrGraph graph, String protocol, boolean reducing, int... ranks) {
    LinkCalibration links = LinkCalibration.ofProtocol(protocol);
    return new RankNetwork(
        ranks.length, List.of(tier(Tier.Kind.SCALE_UP, graph, links, reducing, ranks)));
  }

  static Tier tier(
      Tier.Kind kind, CsrGraph graph, LinkCalibration links, boolean reducing, int... ranks) {
    BitSet switches = new BitSet();
    if (reducing) {
      IntStream.range(0, graph.vertexCount())
          .filter(v -> !graph.isEndpoint(v))
          .forEach(switches::set);
    }
    return new Tier(kind, Fabrics.routes(graph), NO_LATENCY, ranks, switches, links);
  }

  /** Every endpoint with so many links to one switch each, without any delay. */
  static CsrGraph crossbar(int endpoints, int links, double rate) {
    return nodes(1, endpoints, links, rate);
  }

  /** Nodes apart from each other, each with as many switches as a rank has links. */
  static CsrGraph nodes(int nodes, int perNode, int links, double rate) {
    CsrGraphBuilder b = new CsrGraphBuilder();
    for (int e = 0; e < nodes * perNode; e++) {
      b.addEndpoint(0);
    }
    for (int node = 0; node < nodes; node++) {
      for (int l = 0; l < links; l++) {
        int s = b.addSwitch(0);
        for (int e = 0; e < perNode; e++) {
          b.addLink(node * perNode + e, s, LinkSpec.of(rate));
        }
      }
    }
    return b.build();
  }

  /** Nodes of GPUs on adding switches, one NIC of 50 GB/s each on a network that never limits. */
  static RankNetwork cluster(int nodes, int perNode, String protocol, int links, double rate) {
    int[] all = IntStream.range(0, nodes * perNode).toArray();
    CsrGraph up = nodes(nodes, perNode, links, rate);
    CsrGraph out = crossbar(nodes * perNode, 1, 50 * GB);
    return new RankNetwork(
        nodes * perNode,
        List.of(
            tier(Tier.Kind.SCALE_UP, up, LinkCalibration.ofProtocol(protocol), true, all),
            tier(Tier.Kind.SCALE_OUT, out, LinkCalibration.ofProtocol("IB"), false, all)));
  }

  /** The first ranks of a node of eight H100. */
  static RankNetwork h100(int ranks) {
    int[] first = IntStream.range(0, ranks).toArray();
    return on(crossbar(8, 18, 25 * GB), "NVLink4", true, first);
  }

  static RankNetwork h100Cluster(int nodes) {
    return cluster(nodes, 8, "NVLink4", 18, 25 * GB);
  }

  static Collective place(Operation operation, RankNetwork network, int... grid) {
    int[] sizes = grid.length == 0 ? new int[] {network.ranks()} : grid;
    return Collective.of(
        operation, network, new Grid(Arrays.stream(sizes).boxed().toList()), () -> false);
  }
}
