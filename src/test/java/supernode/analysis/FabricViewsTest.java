package supernode.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import supernode.design.Design;
import supernode.design.Fabric;
import supernode.design.edit.Edit;

class FabricViewsTest {
  private static FabricAnswer solved(String sample, Fabric fabric, Edit... edits) {
    Design design = SampleAnalysis.edited(SampleAnalysis.design(sample), edits);
    String scenario = design.scenarios().keySet().iterator().next();
    return SampleAnalysis.full(design, scenario).networks().get(fabric).asOptional().orElseThrow();
  }

  private static TrafficMap map(FabricAnswer answer) {
    return answer.views().map(() -> false).asOptional().orElseThrow();
  }

  private static double sum(TrafficMap map) {
    double sum = 0;
    for (double[] row : map.bytesPerS()) {
      for (double v : row) {
        sum += v;
      }
    }
    return sum;
  }

  @ParameterizedTest
  @CsvSource({
    "gb200-nvl72, SCALE_UP, 72, 18",
    "mi300x-mesh, SCALE_UP, 8, 8",
    "cloudmatrix384, SCALE_UP, 384, 48",
    "dragonfly-1056, SCALE_OUT, 1056, 33"
  })
  void groupsAddUpToWhatTheirEndpointsSend(String sample, Fabric fabric, int endpoints, int rows) {
    FabricAnswer answer = solved(sample, fabric);
    TrafficMap map = map(answer);
    assertThat(map.names()).hasSize(rows);
    assertThat(map.sizes().stream().mapToInt(i -> i).sum()).isEqualTo(endpoints);
    FabricAnswer.TrafficAnswer sent = answer.sent().orElseThrow();
    double all = sent.meanRateBytesPerS() * endpoints * (endpoints - 1.0);
    assertThat(sum(map)).isEqualTo(all, within(1e-9 * all));
  }

  @Test
  void onAFullMeshEveryPairHasItsOwnLink() {
    TrafficMap map = map(solved("mi300x-mesh", Fabric.SCALE_UP));
    for (int i = 0; i < 8; i++) {
      for (int j = 0; j < 8; j++) {
        double expected = i == j ? 0 : map.bytesPerS()[0][1];
        assertThat(map.bytesPerS()[i][j]).isEqualTo(expected, within(1.0));
      }
    }
  }

  @Test
  void whatFailsSendsNothing() {
    FabricAnswer broken =
        solved("gb200-nvl72", Fabric.SCALE_UP, new Edit.SetFault("default", "compute[4]", true));
    TrafficMap map = map(broken);
    assertThat(map.names()).doesNotContain("compute[4]").hasSize(17);
    assertThat(map.sizes()).containsOnly(4);
  }

  @Test
  void equalLinksAreOneAndTellWhatTheyHoldBack() {
    List<LinkClass> busiest = solved("gb200-nvl72", Fabric.SCALE_UP).views().busiest();
    assertThat(busiest).hasSize(2);
    LinkClass up = busiest.getFirst();
    assertThat(up.links()).isEqualTo(1296);
    assertThat(up.utilisation()).isEqualTo(1, within(1e-9));
    assertThat(up.flowsLimited()).isEqualTo(72 * 71);
    assertThat(List.of(up.from(), busiest.get(1).from()))
        .contains("compute.gpu.die", "fabric.switch");
  }

  @Test
  void aMapThatIsNoLongerWantedIsGivenUpAndCanBeAskedForAgain() {
    FabricAnswer answer = solved("cloudmatrix384", Fabric.SCALE_UP);
    assertThatThrownBy(() -> answer.views().map(() -> true))
        .isInstanceOf(CancellationException.class);
    assertThat(map(answer).names()).hasSize(48);
  }
}
