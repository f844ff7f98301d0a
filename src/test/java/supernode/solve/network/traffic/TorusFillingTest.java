package supernode.solve.network.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import supernode.solve.network.Fabrics;
import supernode.solve.network.rate.FlowIncidence;
import supernode.solve.network.route.EcmpRoutes;
import supernode.solve.network.route.FlowPairs;
import supernode.solve.network.route.Routing;
import supernode.solve.network.route.TorusBoxes;
import supernode.topology.CsrGraph;
import supernode.topology.CsrGraphBuilder;
import supernode.topology.LinkSpec;
import supernode.topology.generate.Grid;

/** Single flows on a torus by the boxes that they fill, against every crossing written out. */
class TorusFillingTest {
  private static final double B = 1e9;

  @Property(tries = 60)
  void flowsInBoxesAgreeWithCrossingsWrittenOut(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    CsrGraph graph = torus(random);
    int n = graph.endpointCount();
    List<Traffic> all =
        List.of(
            new Traffic.Permutation(seed),
            Traffic.ring(),
            new Traffic.RingShift(1 + random.nextInt(n - 1)),
            new Traffic.Uniform(1 + random.nextInt(3), seed),
            new Traffic.BitComplement(),
            new Traffic.Incast(random.nextInt(n)));
    FlowPairs pairs = all.get(random.nextInt(all.size())).pairs(n);
    EcmpRoutes routes = EcmpRoutes.of(graph).asOptional().orElseThrow();
    FlowIncidence incidence = Fabrics.solved(routes.incidence(pairs, 5_000_000, () -> false));
    FilledRates plain = FilledRates.ofFlows(graph, incidence, () -> false);
    TorusBoxes boxes = TorusBoxes.of(graph, routes.translations().orElseThrow()).orElseThrow();
    FilledRates filled = TorusFilling.rates(boxes, pairs, () -> false).orElseThrow();
    for (int f = 0; f < pairs.count(); f++) {
      assertThat(filled.rate[f]).isCloseTo(plain.rate[f], within(B * 1e-9));
    }
    for (int c = 0; c < graph.channelCount(); c++) {
      assertThat(filled.utilisation[c]).isCloseTo(plain.utilisation[c], within(1e-9));
    }
    assertThat(filled.bottlenecks).hasSameSizeAs(plain.bottlenecks);
    for (int b = 0; b < plain.bottlenecks.size(); b++) {
      assertThat(filled.bottlenecks.get(b).channels())
          .containsExactlyElementsOf(plain.bottlenecks.get(b).channels());
      assertThat(filled.bottlenecks.get(b).flowsLimited())
          .isEqualTo(plain.bottlenecks.get(b).flowsLimited());
    }
    for (int channel = 0; channel < graph.channelCount(); channel += 7) {
      double[] share = new double[pairs.count()];
      incidence.forEachOn(channel, (f, s) -> share[f] += s);
      filled.onChannel.orElseThrow().forEach(channel, (f, s) -> share[f] -= s);
      assertThat(share)
          .usingElementComparator((x, y) -> Math.abs(x - y) < 1e-12 ? 0 : 1)
          .containsOnly(0);
    }
  }

  @Test
  void aLargeTorusHasAnswersForPatternsOfSingleFlows() {
    CsrGraph graph = Grid.torus(24, 24, 16).generate(LinkSpec.of(B)).graph();
    EcmpRoutes routes = EcmpRoutes.ofSinglePairs(graph);
    TorusBoxes boxes = TorusBoxes.of(graph, routes.translations().orElseThrow()).orElseThrow();
    int n = graph.endpointCount();
    // Each of 24 endpoints in a row sends to the next; the last one's way back is no longer.
    FilledRates shifted =
        TorusFilling.rates(boxes, Traffic.ring().pairs(n), () -> false).orElseThrow();
    assertThat(shifted.rate).hasSize(n).contains(B);
    FilledRates drawn =
        TorusFilling.rates(boxes, new Traffic.Permutation(1).pairs(n), () -> false).orElseThrow();
    double hops = 0;
    double capacity = 0;
    FlowPairs pairs = new Traffic.Permutation(1).pairs(n);
    for (int f = 0; f < n; f++) {
      hops += drawn.rate[f] * routes.hops(pairs.source(f), pairs.destination(f));
    }
    for (int c = 0; c < graph.channelCount(); c++) {
      assertThat(drawn.utilisation[c]).isLessThan(1 + 1e-9);
      capacity += drawn.utilisation[c] * B;
    }
    assertThat(capacity).as("each byte is carried once a hop").isCloseTo(hops, within(hops * 1e-9));
  }

  @Test
  void aLargeTorusWithoutAChipStillHasThem() {
    BitSet failed = new BitSet();
    failed.set(4321);
    CsrGraph graph =
        Grid.torus(24, 24, 16).generate(LinkSpec.of(B)).graph().without(failed, new BitSet());
    TrafficResult ring =
        Fabrics.solved(
            TrafficSolver.solve(graph, new Routing.EqualCost(), Traffic.ring(), () -> false));
    assertThat(ring.unroutedFlows()).isZero();
    assertThat(ring.rates().mostBytesPerS()).isCloseTo(B, within(1.0));
    // The one before the lost chip goes round it to the one behind.
    assertThat(ring.rateBytesPerS(4320)).isBetween(B / 4, B * (1 + 1e-9));
  }

  /** Two or three rings of three to six, links side by side and of one speed in each dimension. */
  private static CsrGraph torus(SplittableRandom random) {
    int dimensions = random.nextInt(1, 4);
    int[] size = new int[dimensions];
    int all = 1;
    for (int d = 0; d < dimensions; d++) {
      size[d] = random.nextInt(3, dimensions == 1 ? 12 : 7);
      all *= size[d];
    }
    CsrGraphBuilder b = new CsrGraphBuilder();
    for (int v = 0; v < all; v++) {
      b.setForwarding(b.addEndpoint(0), true);
    }
    int stride = 1;
    for (int d = 0; d < dimensions; d++) {
      int parallel = random.nextInt(1, 4);
      LinkSpec link = LinkSpec.of(B / random.nextInt(1, 4));
      for (int v = 0; v < all; v++) {
        int at = v / stride % size[d];
        for (int i = 0; i < parallel; i++) {
          b.addLink(v, v + ((at + 1) % size[d] - at) * stride, link);
        }
      }
      stride *= size[d];
    }
    return b.build();
  }
}
