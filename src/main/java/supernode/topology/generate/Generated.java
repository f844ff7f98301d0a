package supernode.topology.generate;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import supernode.topology.CsrGraph;
import supernode.topology.CsrGraphBuilder;
import supernode.topology.FabricGraph;

/**
 * A fabric that a generator made.
 *
 * @param channelOrbit orbit of each channel of the graph under the generator's symmetry
 * @param cables how many links of each kind there are
 */
public record Generated(
    Generator generator,
    LinkPlan links,
    CsrGraph graph,
    int[] channelOrbit,
    Map<Cable, Integer> cables) {
  static Generated build(Generator generator, LinkPlan links) {
    Counts counts = generator.counts();
    CsrGraphBuilder builder = new CsrGraphBuilder().expectLinks(Math.toIntExact(counts.links()));
    int hosts = Math.toIntExact(counts.hosts());
    for (int h = 0; h < hosts; h++) {
      builder.addEndpoint(0);
      builder.setForwarding(h, generator.endpointsForward());
    }
    for (long s = 0; s < counts.switches(); s++) {
      builder.addSwitch(FabricGraph.SWITCH_TRANSIT_S);
    }
    boolean symmetric = generator.orbits().isPresent();
    Sink sink = new Sink(builder, links, symmetric ? Math.toIntExact(2 * counts.links()) : 0);
    generator.wire(sink);
    Map<Cable, Integer> cables = new EnumMap<>(Cable.class);
    for (Cable cable : Cable.values()) {
      if (sink.cables[cable.ordinal()] > 0) {
        cables.put(cable, sink.cables[cable.ordinal()]);
      }
    }
    return new Generated(generator, links, builder.build(), sink.orbit, cables);
  }

  public Counts counts() {
    return generator.counts();
  }

  /** Orbit of each vertex; empty where the rule has no symmetry. */
  public Optional<int[]> vertexOrbits() {
    return generator
        .orbits()
        .map(o -> {
          int[] orbit = new int[graph.vertexCount()];
          Arrays.setAll(orbit, o.ofVertex());
          return orbit;
        });
  }

  private static final class Sink implements Wires {
    private final CsrGraphBuilder builder;
    private final LinkPlan links;
    private final int[] orbit;
    private final int[] cables = new int[Cable.values().length];

    Sink(CsrGraphBuilder builder, LinkPlan links, int channels) {
      this.builder = builder;
      this.links = links;
      this.orbit = new int[channels];
    }

    @Override
    public void link(int a, int b, Cable cable, int forth, int back) {
      int link = builder.addLink(a, b, links.of(cable));
      cables[cable.ordinal()]++;
      if (orbit.length > 0) {
        orbit[2 * link] = forth;
        orbit[2 * link + 1] = back;
      }
    }
  }
}
