package supernode.topology.generate;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import supernode.topology.CsrGraph;
import supernode.topology.CsrGraphBuilder;
import supernode.topology.FabricGraph;

/** A fabric that a generator made. */
public final class Generated {
  private final Generator generator;
  private final LinkPlan links;
  private final CsrGraph graph;
  private final int[] channelOrbit;
  private final Map<Cable, Integer> cables;

  private Generated(Generator generator, LinkPlan links, CsrGraph graph, Sink sink) {
    this.generator = generator;
    this.links = links;
    this.graph = graph;
    this.channelOrbit = sink.orbit;
    this.cables = Collections.unmodifiableMap(sink.cables);
  }

  static Generated build(Generator generator, LinkPlan links) {
    Counts counts = generator.counts();
    CsrGraphBuilder builder = new CsrGraphBuilder().expectLinks(Math.toIntExact(counts.links()));
    int hosts = Math.toIntExact(counts.hosts());
    boolean forward = generator.endpointsForward();
    for (int h = 0; h < hosts; h++) {
      builder.addEndpoint(0);
      builder.setForwarding(h, forward);
    }
    long switches = counts.switches();
    for (long s = 0; s < switches; s++) {
      builder.addSwitch(FabricGraph.SWITCH_TRANSIT_S);
    }
    boolean symmetric = generator.orbits().isPresent();
    Sink sink = new Sink(builder, links, symmetric ? Math.toIntExact(2 * counts.links()) : 0);
    generator.wire(sink);
    return new Generated(generator, links, builder.build(), sink);
  }

  public Generator generator() {
    return generator;
  }

  public LinkPlan links() {
    return links;
  }

  public CsrGraph graph() {
    return graph;
  }

  /** Orbit of a channel under the generator's symmetry; only where there are vertex orbits. */
  public int channelOrbit(int channel) {
    return channelOrbit[channel];
  }

  /** How many links of each kind there are. */
  public Map<Cable, Integer> cables() {
    return cables;
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
    private final Map<Cable, Integer> cables = new EnumMap<>(Cable.class);

    Sink(CsrGraphBuilder builder, LinkPlan links, int channels) {
      this.builder = builder;
      this.links = links;
      this.orbit = new int[channels];
    }

    @Override
    public void link(int a, int b, Cable cable, int forth, int back) {
      int link = builder.addLink(a, b, links.of(cable));
      cables.merge(cable, 1, Integer::sum);
      if (orbit.length > 0) {
        orbit[2 * link] = forth;
        orbit[2 * link + 1] = back;
      }
    }
  }
}
