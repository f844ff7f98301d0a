package supernode.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import supernode.catalog.PartKind;
import supernode.catalog.Property;
import supernode.design.Fabric;
import supernode.solve.Outcome;
import supernode.topology.CsrGraph;
import supernode.topology.CsrGraphBuilder;
import supernode.topology.FabricGraph;
import supernode.topology.Instance;
import supernode.topology.Islands;
import supernode.topology.Link;
import supernode.topology.LinkSpec;
import supernode.topology.SystemModel;

/**
 * The scale-up fabric, the host's wiring and the network between nodes as one graph: what flows
 * cross that change rails inside their server. Its endpoints are accelerators, server by server;
 * failed parts and links keep their numbers.
 *
 * @param perServer accelerators of a scale-up domain
 */
record RailGraph(FabricGraph graph, int perServer) {
  /**
   * @param asked accelerators of a server as the design gives them; 0 for those of the drawing
   * @return not applicable without scale-up domains of one size
   */
  static Outcome<RailGraph> of(Unrolled unrolled, int asked) {
    SystemModel model = unrolled.model();
    FabricGraph up = unrolled.sound(Fabric.SCALE_UP);
    FabricGraph out = unrolled.sound(Fabric.SCALE_OUT);
    List<List<Integer>> servers = Islands.of(up.graph()).endpoints();
    if (up.graph().endpointCount() == 0
        || kind(model, up, up.graph().endpoint(0)) != PartKind.ACCELERATOR) {
      return Outcome.notApplicable("routing.noServers");
    }
    int least = servers.stream().mapToInt(List::size).min().orElse(0);
    int most = servers.stream().mapToInt(List::size).max().orElse(0);
    if (least < most || (asked > 0 && asked != most)) {
      return least < most
          ? Outcome.notApplicable("routing.unevenServers", least, most)
          : Outcome.notApplicable("routing.otherServers", most, asked);
    }
    List<Instance> ranks = new ArrayList<>();
    for (List<Integer> server : servers) {
      for (int e : server) {
        ranks.add(model.instances().get(up.instanceOf()[up.graph().endpoint(e)]));
      }
    }
    return Outcome.solved(
        new RailGraph(new Joining(model).join(ranks, List.of(up, out), unrolled), most));
  }

  private static PartKind kind(SystemModel model, FabricGraph graph, int vertex) {
    return model.instances().get(graph.instanceOf()[vertex]).part().kind();
  }

  /** Puts the graph together. */
  private static final class Joining {
    private final SystemModel model;
    private final CsrGraphBuilder builder = new CsrGraphBuilder();
    private final int[] vertexOf;
    private final List<Integer> instances = new ArrayList<>();
    private final BitSet failed = new BitSet();
    private final BitSet down = new BitSet();
    private int[] linkOf = new int[256];
    private int links;

    Joining(SystemModel model) {
      this.model = model;
      vertexOf = new int[model.instances().size()];
      Arrays.fill(vertexOf, -1);
    }

    FabricGraph join(List<Instance> ranks, List<FabricGraph> sound, Unrolled unrolled) {
      ranks.forEach(r -> add(r, builder.addEndpoint(0)));
      for (FabricGraph fabric : sound) {
        for (int i : fabric.instanceOf()) {
          if (vertexOf[i] < 0) {
            Instance part = model.instances().get(i);
            add(
                part,
                builder.addSwitch(
                    part.values()
                        .get(
                            Property.TRANSIT_LATENCY,
                            part.part().kind().forwards() ? FabricGraph.SWITCH_TRANSIT_S : 0)));
          }
        }
      }
      for (Link l : model.links()) {
        if (l.fabric() == Fabric.SCALE_UP || l.fabric() == Fabric.SCALE_OUT) {
          if (vertexOf[l.a()] >= 0 && vertexOf[l.b()] >= 0) {
            add(l);
          }
        }
      }
      attach(ranks, unrolled);
      CsrGraph graph = builder.build().without(failed, down);
      return new FabricGraph(
          graph,
          instances.stream().mapToInt(Integer::intValue).toArray(),
          Arrays.copyOf(linkOf, links));
    }

    private void add(Instance part, int vertex) {
      vertexOf[part.index()] = vertex;
      instances.add(part.index());
      failed.set(vertex, part.failed());
    }

    /** Of parallel links the first stay up. */
    private void add(Link l) {
      LinkSpec spec =
          new LinkSpec(l.rateBytesPerS(), l.fixedLatencyS(), l.lengthM(), l.propagationS());
      for (int i = 0; i < l.count(); i++) {
        link(vertexOf[l.a()], vertexOf[l.b()], spec, l.index());
        down.set(links - 1, i >= l.live());
      }
    }

    private void link(int a, int b, LinkSpec spec, int of) {
      if (links == linkOf.length) {
        linkOf = Arrays.copyOf(linkOf, 2 * links);
      }
      linkOf[links++] = of;
      int _ = builder.addLink(a, b, spec);
    }

    /** Each accelerator to its NICs on the live network, as fast as the host's wiring between. */
    private void attach(List<Instance> ranks, Unrolled unrolled) {
      FabricGraph network = unrolled.graph(Fabric.SCALE_OUT);
      if (network.graph().endpointCount() == 0
          || kind(model, network, network.graph().endpoint(0)) == PartKind.ACCELERATOR) {
        return;
      }
      List<Instance> live = ranks.stream().filter(r -> !r.failed()).toList();
      List<Map<Integer, Double>> nics = ScaleOutGraph.nics(model, network, live);
      for (int r = 0; r < live.size(); r++) {
        int rank = vertexOf[live.get(r).index()];
        nics.get(r)
            .forEach((nic, bytesPerS) -> link(rank, vertexOf[nic], LinkSpec.of(bytesPerS), -1));
      }
    }
  }
}
