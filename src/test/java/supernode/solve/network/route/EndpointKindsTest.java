package supernode.solve.network.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.assertj.core.util.DoubleComparator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import supernode.analysis.SampleAnalysis;
import supernode.design.Design;
import supernode.design.Fabric;
import supernode.solve.network.Fabrics;
import supernode.solve.network.latency.LatencyTerms;
import supernode.solve.network.latency.ZeroLoadLatency;
import supernode.topology.CsrGraph;
import supernode.topology.CsrGraphBuilder;
import supernode.topology.Expansion;
import supernode.topology.FabricGraph;
import supernode.topology.LinkSpec;

/** Endpoints that see the same of a fabric, latencies too. */
class EndpointKindsTest {
  @ParameterizedTest
  @CsvSource({
    "atlas950-superpod, SCALE_UP",
    "cloudmatrix384, SCALE_UP",
    "fat-tree-k48, SCALE_OUT",
    "nvl72-x8, SCALE_OUT",
    "superpod-h100-su, SCALE_OUT"
  })
  void kindsOfLinksSplitWhatRatesDoNot(String sample, Fabric fabric) {
    Design design = SampleAnalysis.design(sample);
    CsrGraph graph =
        FabricGraph.of(Expansion.whole(design, design.library(SampleAnalysis.CATALOG)), fabric)
            .graph();
    EndpointKinds split = EcmpRoutes.ofSinglePairs(graph).kinds(() -> false);
    EndpointKinds anew = EndpointKinds.alike(graph, () -> false);
    assertThat(split.first()).isEqualTo(anew.first());
    for (int e : split.first()) {
      assertThat(split.number(e)).isEqualTo(anew.number(e));
    }
  }

  @Test
  void linksOfOneRateAndTwoLengthsAreTwoKinds() {
    CsrGraphBuilder builder = new CsrGraphBuilder();
    int hub = builder.addSwitch(1e-7);
    for (int e = 0; e < 70; e++) {
      double lengthM = e == 69 ? 2 : 1;
      builder.addLink(builder.addEndpoint(0), hub, new LinkSpec(1e9, 0, lengthM, lengthM * 5e-9));
    }
    CsrGraph graph = builder.build();
    assertThat(EcmpRoutes.ofSinglePairs(graph).kinds(() -> false).first()).containsExactly(0, 69);
  }

  /** Lines of three, one of them with a longer link: of each line the ends see the same. */
  @Test
  void islandsThatAreDrawnAlikeAreOneKindVertexByVertex() {
    CsrGraphBuilder builder = new CsrGraphBuilder();
    for (int island = 0; island < 30; island++) {
      double lengthM = island == 17 ? 2 : 1;
      int[] at = new int[3];
      for (int i = 0; i < 3; i++) {
        at[i] = builder.addEndpoint(0);
        builder.setForwarding(at[i], true);
        if (i > 0) {
          builder.addLink(at[i - 1], at[i], new LinkSpec(1e9, 0, lengthM, lengthM * 5e-9));
        }
      }
    }
    CsrGraph graph = builder.build();
    EcmpRoutes routes = EcmpRoutes.ofSinglePairs(graph);
    EndpointKinds kinds = routes.kinds(() -> false);
    assertThat(Arrays.stream(kinds.first())).allMatch(e -> e < 3 || e >= 51 && e < 54);
    assertThat(Arrays.stream(kinds.first()).mapToLong(kinds::number).sum()).isEqualTo(90);
    LatencyTerms terms = new LatencyTerms(200e-9, 150e-9, 64, 4096);
    ZeroLoadLatency all =
        Fabrics.solved(ZeroLoadLatency.of(routes, EndpointKinds.each(graph), terms, () -> false));
    assertThat(Fabrics.solved(ZeroLoadLatency.of(routes, kinds, terms, () -> false)))
        .usingRecursiveComparison()
        .withComparatorForType(new DoubleComparator(1e-18), Double.class)
        .isEqualTo(all);
  }
}
