package supernode.analysis.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import supernode.analysis.SampleAnalysis;
import supernode.catalog.Part;
import supernode.design.Setting;
import supernode.design.Workload;

class MemoryWallTest {
  private static final Machine HGX =
      Machine.of(SampleAnalysis.full(SampleAnalysis.design("hgx-h100"), "default"))
          .asOptional()
          .orElseThrow();
  private static final List<Part> GENERATIONS =
      List.of(stack("hbm3-8h"), stack("hbm3e-12h"), stack("hbm4-16h"));

  private static Part stack(String id) {
    return SampleAnalysis.CATALOG.part(id).orElseThrow();
  }

  private static Workload serving() {
    Map<String, Setting> requests =
        Map.of(
            "perSecond",
            new Setting.Amount(4),
            "inputTokens",
            new Setting.Amount(1000),
            "outputTokens",
            new Setting.Amount(250),
            "count",
            new Setting.Amount(500));
    return new Workload(
        Workload.Kind.SERVE,
        new Setting.Group(
            Map.of(
                "model",
                new Setting.Word("llama3-70b"),
                "requests",
                new Setting.Group(requests),
                "decode",
                new Setting.Group(Map.of("tp", new Setting.Amount(8))))));
  }

  private static double tpot(MemoryWall.Swapped swapped) {
    return ((ServingAnswer) swapped.answer().asOptional().orElseThrow())
        .calibrated()
        .queue()
        .tpot()
        .p50();
  }

  @Test
  void fasterMemoryDecodesFaster() {
    List<MemoryWall.Swapped> all =
        MemoryWall.swapped(serving(), HGX, GENERATIONS, List.of(6, 8, 12), () -> false);
    assertThat(all).hasSize(9);
    for (int generation = 0; generation < 3; generation++) {
      assertThat(tpot(all.get(3 * generation))).isGreaterThan(tpot(all.get(3 * generation + 1)));
      assertThat(tpot(all.get(3 * generation + 1)))
          .isGreaterThan(tpot(all.get(3 * generation + 2)));
    }
    assertThat(tpot(all.get(0))).isGreaterThan(tpot(all.get(3))).isGreaterThan(tpot(all.get(6)));
  }

  @Test
  void memoryThatIsTooSmallSaysSo() {
    List<MemoryWall.Swapped> all =
        MemoryWall.swapped(serving(), HGX, List.of(stack("hbm2")), List.of(1), () -> false);
    assertThat(all.getFirst().answer().whyNot()).isPresent();
  }

  @Test
  void theChipAsDrawnIsTheSameAsWithItsOwnMemory() {
    double bytes = HGX.fleet().chip().memoryBytes();
    double rate = HGX.fleet().chip().memoryBytesPerS();
    assertThat(HGX.withMemory(bytes, rate)).isEqualTo(HGX);
  }
}
