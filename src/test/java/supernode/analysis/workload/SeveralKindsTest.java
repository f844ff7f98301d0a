package supernode.analysis.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import supernode.analysis.Analysis;
import supernode.analysis.SampleAnalysis;
import supernode.quantity.Text;
import supernode.solve.workload.machine.Fleet;

/** Designs with accelerators of several kinds: a job runs on the kind that it names. */
class SeveralKindsTest {
  private static final Analysis POOL =
      SampleAnalysis.full(SampleAnalysis.design("mixed-pool"), "default");
  private static final Analysis H100S =
      SampleAnalysis.full(SampleAnalysis.design("superpod-h100-su"), "default");

  private static Fleet fleet(Analysis analysis, String chip) {
    return Machine.of(analysis, chip).asOptional().orElseThrow().fleet();
  }

  private static Text why(Analysis analysis, String chip) {
    return Machine.of(analysis, chip).whyNot().orElseThrow();
  }

  @Test
  void halfOfThePoolIsThatHalfWithItsOwnMemory() {
    Fleet h100 = fleet(POOL, "h100-sxm");
    Fleet h20 = fleet(POOL, "h20");
    assertThat(h100.count()).isEqualTo(128);
    assertThat(h20.count()).isEqualTo(128);
    assertThat(h100.domainSize()).isEqualTo(8);
    assertThat(h100.chip().memoryBytes()).isEqualTo(80e9);
    assertThat(h20.chip().memoryBytes()).isEqualTo(96e9);
    assertThat(h20.chip().fp16FlopsPerS()).isEqualTo(148e12);
  }

  @Test
  void aChipOfThePoolIsJoinedAsInADesignOfItsKindAlone() {
    Fleet pooled = fleet(POOL, "h100-sxm");
    Fleet alone = fleet(H100S, "");
    double up = alone.scaleUp().bytesPerS();
    assertThat(pooled.scaleUp().bytesPerS()).isEqualTo(up, within(1e-9 * up));
    assertThat(fleet(H100S, "h100-sxm")).isEqualTo(alone);
  }

  @Test
  void withoutANameOrWithAnUnknownOneTheKindsAreTold() {
    assertThat(why(POOL, "").key()).isEqualTo("workload.mixedChips");
    assertThat(why(POOL, "").values()).contains("h100-sxm, h20");
    assertThat(why(POOL, "h200-sxm").key()).isEqualTo("workload.noSuchChips");
    assertThat(why(POOL, "h200-sxm").values()).contains("h200-sxm", "h100-sxm, h20");
  }

  /** A schedule only counts chips; what a job computes needs to know how fast they are. */
  @Test
  void whereNoAcceleratorIsDrawnProcessorsAreCounted() {
    Analysis web = SampleAnalysis.full(SampleAnalysis.design("era-web"), "default");
    Machine machine = Machine.counted(web, "").asOptional().orElseThrow();
    assertThat(machine.fleet().count()).isEqualTo(256);
    assertThat(machine.fleet().chip().powerW()).isEqualTo(80);
    assertThat(machine.notes()).extracting(Text::key).contains("workload.processors");
    assertThat(Machine.of(web, "").whyNot().orElseThrow().key()).isEqualTo("workload.chipMissing");
  }

  /** Of 27,648 adapters 576 serve an accelerator: each gets its own, not a part of them all. */
  @Test
  void aChipGetsWhatItsAdaptersDo() {
    Analysis tree = SampleAnalysis.full(SampleAnalysis.design("fat-tree-k48"), "default");
    assertThat(fleet(tree, "").count()).isEqualTo(576);
    assertThat(fleet(tree, "").scaleOut().bytesPerS()).isCloseTo(50e9, within(1.0));
  }
}
