package supernode.topology.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import supernode.topology.CsrGraph;
import supernode.topology.LinkSpec;

/** What every generator promises, on parameters drawn at random. */
class GeneratorProperty {
  private static final LinkSpec LINK = LinkSpec.of(1e9);

  @Property(tries = 40)
  void graphsHaveWhatTheFormulasCount(@ForAll long seed) {
    for (Generator generator : Samples.ofEveryKind(seed)) {
      Counts counts = generator.counts();
      Generated made = generator.generate(LINK);
      CsrGraph graph = made.graph();
      assertThat((long) graph.endpointCount()).as("%s", generator).isEqualTo(counts.hosts());
      assertThat((long) graph.switchCount()).as("%s", generator).isEqualTo(counts.switches());
      assertThat((long) graph.usableLinkCount()).as("%s", generator).isEqualTo(counts.links());
      long between = 0;
      for (int l = 0; l < graph.linkCount(); l++) {
        boolean a = graph.isEndpoint(graph.channelFrom(2 * l));
        boolean b = graph.isEndpoint(graph.channelTo(2 * l));
        between += a || b ? 0 : 1;
      }
      assertThat(between).as("%s", generator).isEqualTo(counts.interSwitchLinks());
      assertThat(made.cables().values().stream().mapToLong(c -> c).sum()).isEqualTo(counts.links());
    }
  }

  @Property(tries = 40)
  void theSameParametersMakeTheSameFabric(@ForAll long seed) {
    List<Generator> once = Samples.ofEveryKind(seed);
    List<Generator> again = Samples.ofEveryKind(seed);
    for (int i = 0; i < once.size(); i++) {
      assertThat(again.get(i)).isEqualTo(once.get(i));
      assertThat(ends(again.get(i).generate(LINK).graph()))
          .isEqualTo(ends(once.get(i).generate(LINK).graph()));
    }
  }

  private static int[] ends(CsrGraph graph) {
    int[] ends = new int[graph.channelCount()];
    Arrays.setAll(ends, graph::channelFrom);
    return ends;
  }

  /** Necessary for orbits: equal vertices see equal neighbours over equal channels. */
  @Property(tries = 40)
  void verticesOfAnOrbitHaveTheSameSurroundings(@ForAll long seed) {
    for (Generator generator : Samples.ofEveryKind(seed)) {
      Generated made =
          generator.generate(
              LinkPlan.per(c -> LinkSpec.of(1 + Math.floorMod(c.key().hashCode(), 9973)), true));
      made.vertexOrbits()
          .ifPresent(orbit -> {
            Map<Integer, List<String>> seen = new HashMap<>();
            for (int v = 0; v < orbit.length; v++) {
              List<String> around = surroundings(made, orbit, v);
              assertThat(around)
                  .as("%s vertex %d", generator, v)
                  .isEqualTo(seen.computeIfAbsent(orbit[v], _ -> around));
            }
          });
    }
  }

  private static List<String> surroundings(Generated made, int[] orbit, int v) {
    CsrGraph graph = made.graph();
    return java.util.stream.IntStream.range(graph.arcStart(v), graph.arcStart(v + 1))
        .mapToObj(arc -> {
          int channel = graph.arcChannel(arc);
          return made.channelOrbit(channel)
              + "/"
              + made.channelOrbit(channel ^ 1)
              + "/"
              + graph.capacityBytesPerS(channel >> 1)
              + "/"
              + orbit[graph.arcHead(arc)];
        })
        .sorted()
        .toList();
  }

  @Property(tries = 40)
  void tiersAreNumberedOneAfterTheOther(@ForAll long seed) {
    for (Generator generator : Samples.ofEveryKind(seed)) {
      Counts counts = generator.counts();
      int last = 0;
      BitSet seen = new BitSet();
      for (int v = 0; v < counts.vertices(); v++) {
        int tier = counts.tierOf(v);
        assertThat(tier).isGreaterThanOrEqualTo(last);
        last = tier;
        seen.set(tier);
      }
      assertThat(seen.cardinality()).isEqualTo(1 + counts.tiers().size());
    }
  }
}
