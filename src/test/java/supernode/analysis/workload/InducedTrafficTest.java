package supernode.analysis.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import supernode.analysis.Analysis;
import supernode.analysis.SampleAnalysis;
import supernode.design.Design;
import supernode.design.Fabric;
import supernode.design.Scenario;
import supernode.design.Setting;
import supernode.design.TrafficPattern;
import supernode.design.Workload;

/** What a training job sends starts and ends at the chips that it runs on. */
class InducedTrafficTest {
  private static final String BOTH = "training and serving side by side";

  private static List<Integer> ends(Analysis analysis, String workload, Fabric fabric) {
    TrafficPattern sent = InducedTraffic.of(analysis, workload, fabric).asOptional().orElseThrow();
    return ((TrafficPattern.Matrix) sent)
        .demands().stream()
            .flatMap(d -> {
              assertThat(d.from()).isNotEqualTo(d.to());
              return List.of(d.from().first(), d.to().first()).stream();
            })
            .distinct()
            .sorted()
            .toList();
  }

  private static List<Integer> range(int from, int to) {
    return IntStream.range(from, to).boxed().toList();
  }

  /** The 128 H100 are drawn first, with their adapters; the 128 H20 after them. */
  @Test
  void aJobOfAMixedPoolSendsBetweenTheChipsOfItsKind() {
    Design pool = SampleAnalysis.design("mixed-pool");
    Analysis h100 = SampleAnalysis.full(pool, BOTH);
    assertThat(ends(h100, "training", Fabric.SCALE_OUT)).isEqualTo(range(0, 128));
    assertThat(range(0, 128)).containsAll(ends(h100, "training", Fabric.SCALE_UP));
    Analysis h20 = SampleAnalysis.full(onto(pool, "h20"), BOTH);
    assertThat(ends(h20, "training", Fabric.SCALE_OUT)).isEqualTo(range(128, 256));
    assertThat(range(128, 256)).containsAll(ends(h20, "training", Fabric.SCALE_UP));
  }

  private static Design onto(Design design, String chip) {
    Scenario scenario = design.scenarios().get(BOTH);
    Workload training = scenario.workloads().get("training");
    Map<String, Setting> job = new LinkedHashMap<>(training.job().members());
    job.put("chip", new Setting.Word(chip));
    Map<String, Workload> next = new LinkedHashMap<>(scenario.workloads());
    next.put("training", new Workload(training.kind(), new Setting.Group(job)));
    return design.withScenario(BOTH, scenario.withWorkloads(next));
  }

  /** Two V100 share an adapter: what either sends leaves through it. */
  @Test
  void chipsThatShareAnAdapterBothSendThroughIt() {
    Analysis era =
        SampleAnalysis.full(
            SampleAnalysis.design("era-ai-cluster"), "training of 22 billion parameters");
    assertThat(ends(era, "gpt3-22b", Fabric.SCALE_OUT)).isEqualTo(range(0, 128));
  }
}
