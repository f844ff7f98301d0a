package supernode.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import supernode.analysis.SampleAnalysis;
import supernode.design.Damage;
import supernode.design.Design;
import supernode.design.Fabric;
import supernode.design.Scenario;

/** The graph of a fabric with failures is the same, made from the sound one or from its parts. */
class SoundFabricTest {
  @ParameterizedTest
  @CsvSource({
    "gb200-nvl72, fabric[3].switch[0], LINKS, 40",
    "gb200-nvl72, compute[2], SWITCHES, 3",
    "gb200-nvl72, compute[2].gpu[1], ENDPOINTS, 5",
    "gb200-nvl72, compute[0], ENDPOINTS, 72"
  })
  void failuresLeaveTheSameGraph(String sample, String fault, Damage.Part part, int count) {
    Design design = SampleAnalysis.design(sample);
    Scenario scenario =
        design
            .scenarios()
            .get(Design.DEFAULT_SCENARIO)
            .withFaults(Set.of(fault))
            .withDamage(List.of(new Damage.Random(part, Fabric.SCALE_UP, count, 7)));
    SoundModel sound =
        new SoundModel(Expansion.whole(design, design.library(SampleAnalysis.CATALOG)));
    Outage outage = sound.under(scenario);
    FabricGraph derived = sound.fabric(Fabric.SCALE_UP).under(outage).fabric();
    FabricGraph made = FabricGraph.of(outage.model(), Fabric.SCALE_UP);
    assertThat(derived.instanceOf()).isEqualTo(made.instanceOf());
    assertThat(derived.linkOf()).isEqualTo(made.linkOf());
    assertThat(vertices(derived.graph())).isEqualTo(vertices(made.graph()));
    assertThat(links(derived.graph())).isEqualTo(links(made.graph()));
  }

  private static List<String> vertices(CsrGraph graph) {
    return IntStream.range(0, graph.vertexCount())
        .mapToObj(v -> graph.isEndpoint(v) + " " + graph.forwards(v) + " " + graph.transitS(v))
        .toList();
  }

  private static List<String> links(CsrGraph graph) {
    return IntStream.range(0, graph.linkCount())
        .mapToObj(l ->
            graph.channelFrom(2 * l)
                + " "
                + graph.channelTo(2 * l)
                + " "
                + graph.isUsable(l)
                + " "
                + graph.spec(l))
        .toList();
  }
}
