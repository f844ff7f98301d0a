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

  /**
   * How accelerators reach a network whose endpoints are NICs.
   *
   * @param endpoints by accelerator, places of its NICs among the endpoints of the network
   * @param bytesPerS by accelerator, to its NICs together
   */
  record Attached(int[][] endpoints, double[] bytesPerS) {}

  /** By accelerator the NICs that it sends through; itself where it is on the network. */
  static Attached attached(SystemModel model, FabricGraph network, List<Instance> ranks) {
    CsrGraph graph = network.graph();
    int[] place = new int[model.instances().size()];
    int[] vertexOf = new int[model.instances().size()];
    Arrays.fill(place, -1);
    Arrays.fill(vertexOf, -1);
    for (int e = 0; e < graph.endpointCount(); e++) {
      place[network.instanceOf()[graph.endpoint(e)]] = e;
      vertexOf[network.instanceOf()[graph.endpoint(e)]] = graph.endpoint(e);
    }
    int[][] endpoints = new int[ranks.size()][];
    double[] most = new double[ranks.size()];
    Arrays.fill(most, Double.POSITIVE_INFINITY);
    ScaleOutGraph host = new ScaleOutGraph(model);
    List<List<Near>> taken =
        ranks.stream().allMatch(r -> place[r.index()] >= 0)
            ? List.of()
            : host.taken(ranks, vertexOf);
    for (int r = 0; r < endpoints.length; r++) {
      int own = place[ranks.get(r).index()];
      if (taken.isEmpty()) {
        endpoints[r] = new int[] {own};
        continue;
      }
      endpoints[r] = taken.get(r).stream().mapToInt(n -> place[n.nic()]).toArray();
      most[r] = taken.get(r).stream().mapToDouble(Near::bytesPerS).sum();
    }
    return new Attached(endpoints, most);
  }

  /** By accelerator, the instances of its NICs and how fast it reaches each. */
  static List<Map<Integer, Double>> nics(
      SystemModel model, FabricGraph network, List<Instance> ranks) {
    int[] vertexOf = new int[model.instances().size()];
    Arrays.fill(vertexOf, -1);
    for (int v = 0; v < network.graph().vertexCount(); v++) {
      vertexOf[network.instanceOf()[v]] = v;
    }
    List<Map<Integer, Double>> all = new ArrayList<>();
    for (List<Near> taken : new ScaleOutGraph(model).taken(ranks, vertexOf)) {
      Map<Integer, Double> nics = new LinkedHashMap<>();
      taken.forEach(n -> nics.put(n.nic(), n.bytesPerS()));
      all.add(nics);
    }
    return all;
  }

  /** The NICs that each accelerator uses, of those that are nearest to it. */
  private List<List<Near>> taken(List<Instance> ranks, int[] vertexOf) {
    List<List<Near>> near = ranks.stream().map(r -> nearest(r.index(), vertexOf)).toList();
    Map<List<Near>, Integer> sharers = new HashMap<>();
    near.forEach(n -> sharers.merge(n, 1, Integer::sum));
    Map<List<Near>, Integer> turns = new HashMap<>();
    List<List<Near>> taken = new ArrayList<>();
    for (List<Near> nics : near) {
      int turn = turns.merge(nics, 1, Integer::sum) - 1;
      // Fewer NICs than accelerators: some share one. More: each has several.
      int each = nics.isEmpty() ? 0 : Math.max(1, nics.size() / sharers.get(nics));
      List<Near> own = new ArrayList<>();
      for (int i = 0; i < each; i++) {
        own.add(nics.get((turn * each + i) % nics.size()));
      }
      taken.add(own);
    }
    return taken;
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
    List<List<Near>> taken = taken(ranks, vertexOf);
    for (int r = 0; r < ranks.size(); r++) {
      for (Near to : taken.get(r)) {
        if (at < linkOf.length) {
          builder.addLink(graph.vertexCount() + r, vertexOf[to.nic()], LinkSpec.of(to.bytesPerS()));
          linkOf[at++] = -1;
        }
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
