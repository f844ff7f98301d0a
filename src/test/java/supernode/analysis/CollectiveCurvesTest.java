package supernode.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import supernode.design.Design;
import supernode.design.Fabric;

/** What the all-reduce chart shows. */
class CollectiveCurvesTest {
  @ParameterizedTest
  @CsvSource({"gb200-nvl72, in-network", "hgx-h100, in-network", "mi300x-mesh, direct"})
  void everyAlgorithmIsDrawnAsBoundAndCalibratedBelowIt(String sample, String fastest) {
    Analysis analysis = SampleAnalysis.full(SampleAnalysis.design(sample), Design.DEFAULT_SCENARIO);
    List<FabricAnswer.CollectiveCurve> curves =
        analysis.networks().get(Fabric.SCALE_UP).asOptional().orElseThrow().allReduce().get();
    Map<String, List<FabricAnswer.CollectiveCurve>> byAlgorithm =
        curves.stream().collect(Collectors.groupingBy(FabricAnswer.CollectiveCurve::key));
    assertThat(byAlgorithm.keySet()).contains("ring", fastest);
    byAlgorithm.forEach((key, both) -> {
      assertThat(both).as(key).hasSize(2);
      assertThat(both.get(0).calibrated()).isFalse();
      double[] bound = both.get(0).busBytesPerS().y();
      double[] calibrated = both.get(1).busBytesPerS().y();
      for (int i = 0; i < bound.length; i++) {
        assertThat(calibrated[i]).as(key).isPositive().isLessThanOrEqualTo(bound[i] * (1 + 1e-9));
      }
    });
  }

  @ParameterizedTest
  @CsvSource({"ironwood-9216, SCALE_UP, hierarchical", "fat-tree-k48, SCALE_OUT, direct"})
  void largeFabricsHaveTheirCurves(String sample, Fabric fabric, String fastest) {
    Analysis analysis = SampleAnalysis.full(SampleAnalysis.design(sample), Design.DEFAULT_SCENARIO);
    assertThat(analysis.networks().get(fabric).asOptional().orElseThrow().allReduce().get())
        .extracting(FabricAnswer.CollectiveCurve::key)
        .contains("ring", "double-binary-tree", fastest);
  }
}
