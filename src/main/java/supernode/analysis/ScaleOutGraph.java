package supernode.analysis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import supernode.catalog.PartKind;
import supernode.design.Fabric;
import supernode.topology.CsrGraph;
import supernode.topology.CsrGraphBuilder;
import supernode.topology.FabricGraph;
import supernode.topology.Instance;
import supernode.topology.Link;
import supernode.topology.LinkSpec;
import supernode.topology.SystemModel;

/**
 * The network between nodes as accelerators see it: each reaches it through the NICs that are
 * nearest on the host's wiring. Accelerators that are equally near to several NICs take turns.
 */
final class ScaleOutGraph {
  private final SystemModel model;
  private final Map<Integer, List<Link>> host = new HashMap<>();

  private ScaleOutGraph(SystemModel model) {
    this.model = model;
    for (Link l : model.links()) {
      if (l.fabric() == Fabric.HOST && !l.failed()) {
        host.computeIfAbsent(l.a(), _ -> new ArrayList<>()).add(l);
        host.computeIfAbsent(l.b(), _ -> new ArrayList<>()).add(l);
      }
    }
  }

  /** A NIC and how fast the host's wiring is on the way to it. */
  private record Near(int nic, double bytesPerS) {}

  static FabricGraph of(SystemModel model, List<Instance> ranks) {
    FabricGraph network = FabricGraph.of(model, Fabric.SCALE_OUT);
    CsrGraph graph = network.graph();
    boolean direct =
        graph.endpointCount() > 0
            && model.instances().get(network.instanceOf()[graph.endpoint(0)]).part().kind()
                == PartKind.ACCELERATOR;
    boolean ofNics = ranks.getFirst().part().kind() == PartKind.NIC;
    return graph.endpointCount() == 0 || direct || ofNics
        ? network
        : new ScaleOutGraph(model).joined(network, ranks);
  }

  private FabricGraph joined(FabricGraph network, List<Instance> ranks) {
    CsrGraph graph = network.graph();
    CsrGraphBuilder builder = new CsrGraphBuilder();
    int[] instanceOf = Arrays.copyOf(network.instanceOf(), graph.vertexCount() + ranks.size());
    int[] vertexOf = new int[model.instances().size()];
    Arrays.fill(vertexOf, -1);
    for (int v = 0; v < graph.vertexCount(); v++) {
      builder.addSwitch(graph.transitS(v));
      vertexOf[instanceOf[v]] = v;
    }
    for (int r = 0; r < ranks.size(); r++) {
      builder.addEndpoint(0);
      instanceOf[graph.vertexCount() + r] = ranks.get(r).index();
    }
    int[] linkOf = new int[graph.linkCount() + 64 * ranks.size()];
    for (int l = 0; l < graph.linkCount(); l++) {
      builder.addLink(
          graph.channelFrom(2 * l),
          graph.channelTo(2 * l),
          new LinkSpec(
              graph.capacityBytesPerS(l),
              graph.latencyS(l),
              graph.lengthM(l),
              graph.propagationS(l)));
      linkOf[l] = network.linkOf()[l];
    }
    int at = graph.linkCount();
    List<List<Near>> near = ranks.stream().map(r -> nearest(r.index(), vertexOf)).toList();
    Map<List<Near>, Integer> sharers = new HashMap<>();
    near.forEach(n -> sharers.merge(n, 1, Integer::sum));
    Map<List<Near>, Integer> turns = new HashMap<>();
    for (int r = 0; r < ranks.size(); r++) {
      List<Near> nics = near.get(r);
      int turn = turns.merge(nics, 1, Integer::sum) - 1;
      // Fewer NICs than accelerators: some share one. More: each has several.
      int each = Math.max(1, nics.size() / sharers.get(nics));
      for (int i = 0; i < each && !nics.isEmpty() && at < linkOf.length; i++) {
        Near to = nics.get((turn * each + i) % nics.size());
        builder.addLink(graph.vertexCount() + r, vertexOf[to.nic()], LinkSpec.of(to.bytesPerS()));
        linkOf[at++] = -1;
      }
    }
    return new FabricGraph(builder.build(), instanceOf, Arrays.copyOf(linkOf, at));
  }

  /** The NICs on the network that are fewest links away. */
  private List<Near> nearest(int start, int[] vertexOf) {
    Map<Integer, Double> rate = new LinkedHashMap<>();
    Map<Integer, Integer> hops = new HashMap<>();
    Deque<Integer> queue = new ArrayDeque<>(List.of(start));
    rate.put(start, Double.POSITIVE_INFINITY);
    hops.put(start, 0);
    List<Near> found = new ArrayList<>();
    int enough = Integer.MAX_VALUE;
    while (!queue.isEmpty() && hops.get(queue.peek()) < enough) {
      int here = queue.remove();
      for (Link l : host.getOrDefault(here, List.of())) {
        int next = l.other(here);
        if (!hops.containsKey(next)) {
          hops.put(next, hops.get(here) + 1);
          rate.put(next, Math.min(rate.get(here), l.live() * l.rateBytesPerS()));
          boolean nic = vertexOf[next] >= 0;
          if (nic) {
            found.add(new Near(next, rate.get(next)));
            enough = hops.get(next);
          } else if (model.instances().get(next).part().kind() != PartKind.ACCELERATOR) {
            queue.add(next);
          }
        }
      }
    }
    return found;
  }
}
