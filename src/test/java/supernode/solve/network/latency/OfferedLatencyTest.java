package supernode.solve.network.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import supernode.solve.network.Fabrics;
import supernode.solve.network.metric.UniformOffer;
import supernode.solve.network.rate.FlowIncidence;
import supernode.solve.network.route.FlowPairs;
import supernode.solve.network.route.Routing;
import supernode.topology.CsrGraph;
import supernode.topology.LinkSpec;
import supernode.topology.generate.Dragonfly;
import supernode.topology.generate.FullMesh;
import supernode.topology.generate.Generator;
import supernode.topology.generate.Grid;
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

  private static CsrGraph uneven(Generator generator) {
    return generator.generate(new LinkSpec(B, 100e-9, 3, 15e-9)).graph();
  }

  /** Every pair followed by itself, and by its destination: the same packets. */
  @Test
  void shortestPathsAreFollowedAsAnyRoutingIs() {
    for (Generator g :
        List.of(
            new LeafSpine(4, 4, 3, 4),
            new Grid(List.of(4, 3), true, 0),
            new Dragonfly(2, 4, 2, 5),
            Generator.fatTree(4, 3))) {
      CsrGraph graph = uneven(g);
      int n = graph.endpointCount();
      FlowPairs pairs = FlowPairs.allToAll(n);
      FlowIncidence ways =
          Fabrics.solved(new Routing.EqualCost().incidence(graph, pairs, 1_000_000, () -> false));
      IntToDoubleFunction load = c -> 0.3 + 0.6 * (c % 7) / 7;
      OfferedLatency each = RoutedLatency.of(graph, pairs, ways, load, PACKETS, 64, () -> false);
      OfferedLatency all =
          OfferedLatency.of(
              graph, load, IntStream.range(0, n).toArray(), _ -> 1, PACKETS, 64, () -> false);
      assertThat(each.busiestLoad()).isEqualTo(all.busiestLoad());
      assertThat(each.idleMeanS()).isCloseTo(all.idleMeanS(), within(1e-15));
      OfferedLatency.Loaded a = each.loaded().orElseThrow();
      OfferedLatency.Loaded b = all.loaded().orElseThrow();
      assertThat(a.meanS()).isCloseTo(b.meanS(), within(1e-15));
      assertThat(a.slowestPairMeanS()).isCloseTo(b.slowestPairMeanS(), within(1e-15));
      assertThat(a.medianS()).isCloseTo(b.medianS(), within(1e-11));
      assertThat(a.p99S()).isCloseTo(b.p99S(), within(1e-11));
      assertThat(a.p999S()).isCloseTo(b.p999S(), within(1e-11));
    }
  }

  @Test
  void meansUnderAnyRoutingAddUpTheWaitsOfTheLinksByTheirShares() {
    CsrGraph dragonfly = uneven(new Dragonfly(2, 4, 2, 5));
    CsrGraph torus = uneven(new Grid(List.of(4, 4), true, 0));
    CsrGraph tree = uneven(Generator.fatTree(4, 3));
    Routing order = new Routing.DimensionOrder(List.of(4, 4), true);
    record Case(CsrGraph graph, Routing routing) {}
    for (Case c :
        List.of(
            new Case(dragonfly, new Routing.Minimal(4)),
            new Case(dragonfly, new Routing.Valiant(new Routing.Minimal(4))),
            new Case(torus, order),
            new Case(torus, new Routing.Valiant(order)),
            new Case(tree, new Routing.UpDown()),
            new Case(tree, new Routing.HashedEqualCost(3)))) {
      CsrGraph graph = c.graph();
      FlowPairs pairs = FlowPairs.allToAll(graph.endpointCount());
      FlowIncidence ways =
          Fabrics.solved(c.routing().incidence(graph, pairs, 4_000_000, () -> false));
      OfferedLatency r =
          RoutedLatency.of(graph, pairs, ways, l -> (l % 5) / 6.0, PACKETS, 64, () -> false);
      double waits = 0;
      for (int f = 0; f < ways.flows(); f++) {
        for (int e = ways.start(f); e < ways.start(f + 1); e++) {
          double load = ways.link(e) % 5 / 6.0;
          waits += ways.share(e) * load / (1 - load) / 2 * SERVICE_S;
        }
      }
      OfferedLatency.Loaded l = r.loaded().orElseThrow();
      assertThat(l.meanS() - r.idleMeanS())
          .as(c.routing().toString())
          .isCloseTo(waits / ways.flows(), Percentage.withPercentage(1e-6));
      assertThat(l.medianS()).isLessThan(l.p99S());
      assertThat(l.p99S()).isLessThan(l.p999S());
    }
  }

  @Test
  void aTornadoOfLoadSaturatesWhereTheRoutingDoes() {
    CsrGraph torus = uneven(new Grid(List.of(6, 6), true, 0));
    Routing order = new Routing.DimensionOrder(List.of(6, 6), true);
    UniformOffer offer = Fabrics.solved(UniformOffer.of(torus, order, () -> false));
    // Rings of six: 8 b / k for each chip, of which 35/36 goes to others; over four links.
    assertThat(offer.saturationLoad())
        .isCloseTo(8.0 / 6 / 4 * 35 / 36, Percentage.withPercentage(1e-6));
    assertThat(offer.at(offer.saturationLoad() * 1.01, PACKETS, () -> false).latency().loaded())
        .isEmpty();
    assertThat(offer.at(offer.saturationLoad() * 0.99, PACKETS, () -> false).latency().loaded())
        .isPresent();
    CsrGraph large = new Grid(List.of(32, 32), true, 0).generate(LinkSpec.of(B)).graph();
    Routing there = new Routing.DimensionOrder(List.of(32, 32), true);
    assertThat(UniformOffer.of(large, there, () -> false).whyNot().orElseThrow().key())
        .isEqualTo("network.tooManyFlows");
  }
}
