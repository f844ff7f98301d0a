package supernode.solve.network.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import supernode.topology.CsrGraph;
import supernode.topology.LinkSpec;
import supernode.topology.generate.FullMesh;
import supernode.topology.generate.LeafSpine;

class OfferedLatencyTest {
  private static final double B = 50e9;
  private static final PacketMix PACKETS = new PacketMix(List.of(4096.0));
  private static final double SERVICE_S = 4096 / B;

  /** One link between two endpoints. */
  private static OfferedLatency oneLink(double load, PacketMix packets) {
    CsrGraph two = new FullMesh(2).generate(new LinkSpec(B, 0, 0, 0)).graph();
    return OfferedLatency.of(two, _ -> load, new int[] {0, 1}, _ -> 1, packets, 0, () -> false);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 0.8, 0.9})
  void oneQueueWaitsAsMD1(double load) {
    OfferedLatency.Loaded l = oneLink(load, PACKETS).loaded().orElseThrow();
    assertThat(l.meanS())
        .isCloseTo(SERVICE_S * (1 + load / (1 - load) / 2), within(SERVICE_S * 1e-9));
  }

  @Test
  void mixedPacketsWaitLonger() {
    // network.md section 3: C^2 = 0.9394 and a wait of 0.9697 services at one half.
    PacketMix mix = new PacketMix(List.of(64.0, 4096.0));
    OfferedLatency.Loaded l = oneLink(0.5, mix).loaded().orElseThrow();
    assertThat(l.meanS() * B / 2080 - 1).isCloseTo(0.9697, within(5e-5));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 0.7, 0.9})
  void theTailIsThatOfAQueueWorkedThrough(double load) {
    // Lindley's recursion, packet after packet: a different way to the same answer.
    SplittableRandom random = new SplittableRandom(5);
    double[] waits = new double[1_000_000];
    for (int i = 1; i < waits.length; i++) {
      waits[i] = Math.max(0, waits[i - 1] + 1 + Math.log(1 - random.nextDouble()) / load);
    }
    Arrays.sort(waits);
    OfferedLatency.Loaded l = oneLink(load, PACKETS).loaded().orElseThrow();
    Percentage near = Percentage.withPercentage(10);
    assertThat(l.p99S() / SERVICE_S - 1).isCloseTo(waits[990_000], near);
    assertThat(l.p999S() / SERVICE_S - 1).isCloseTo(waits[999_000], near);
  }

  @Test
  void gammaTailIsErlangsForWholeShapes() {
    for (int k = 1; k < 30; k++) {
      for (double x = 0.1; x < 60; x *= 1.7) {
        double term = Math.exp(-x);
        double sum = 0;
        for (int i = 0; i < k; i++) {
          sum += term;
          term *= x / (i + 1);
        }
        assertThat(GammaTail.above(k, x)).isCloseTo(sum, within(1e-12));
      }
    }
    // Chi-squared of one degree at its 99th percentile.
    assertThat(GammaTail.above(0.5, 6.634896601 / 2)).isCloseTo(0.01, within(1e-9));
  }

  @Test
  void queuesOfAWayAddUpAndPairsAreWeighed() {
    CsrGraph graph = new LeafSpine(4, 4, 4, 4).generate(new LinkSpec(B, 100e-9, 0, 0)).graph();
    int[] all = IntStream.range(0, graph.endpointCount()).toArray();
    OfferedLatency idle = OfferedLatency.of(graph, _ -> 0, all, _ -> 1, PACKETS, 64, () -> false);
    OfferedLatency busy = OfferedLatency.of(graph, _ -> 0.8, all, _ -> 1, PACKETS, 64, () -> false);
    // 3 of 15 pairs cross two links, 12 four, each with a wait of 2 services.
    double hops = (3 * 2 + 12 * 4) / 15.0;
    OfferedLatency.Loaded loaded = busy.loaded().orElseThrow();
    assertThat(loaded.meanS() - busy.idleMeanS()).isCloseTo(hops * 2 * SERVICE_S, within(1e-13));
    assertThat(busy.idleMeanS()).isCloseTo(idle.idleMeanS(), within(1e-15));
    assertThat(loaded.medianS()).isLessThan(loaded.p99S());
    assertThat(loaded.p99S()).isLessThan(loaded.p999S());
    double longest = idle.loaded().orElseThrow().p999S();
    assertThat(longest).isCloseTo(idle.loaded().orElseThrow().slowestPairMeanS(), within(1e-12));
  }

  @Test
  void aFullLinkIsSaturatedAndHasNoLatency() {
    assertThat(oneLink(1, PACKETS).loaded()).isEmpty();
    assertThat(oneLink(1.2, PACKETS).busiestLoad()).isEqualTo(1.2);
  }
}
