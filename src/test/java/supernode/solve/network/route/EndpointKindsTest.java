package supernode.solve.network.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import supernode.analysis.SampleAnalysis;
import supernode.design.Design;
import supernode.design.Fabric;
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
}
