package supernode.solve.network.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
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
import supernode.solve.network.route.RouteDag;
import supernode.topology.CsrGraph;
import supernode.topology.CsrGraphBuilder;
import supernode.topology.LinkSpec;

/** What translations say of all pairs, against every flow written out. */
class TranslatedRatesTest {
  private static final double B = 1e9;

  @Property(tries = 25)
  void gridsAgreeWithEveryFlowWrittenOut(@ForAll long seed) {
    CsrGraph graph = grid(new SplittableRandom(seed));
    EcmpRoutes routes = EcmpRoutes.ofSinglePairs(graph);
    int n = graph.endpointCount();
    FlowPairs pairs = FlowPairs.allToAll(n);
    FilledRates plain = AllToAllFilling.fill(routes, 1_000, () -> false).orElseThrow();
    TranslatedRates moved = TranslatedRates.of(routes, () -> false).orElseThrow();
    double sum = 0;
    for (int f = 0; f < pairs.count(); f++) {
      assertThat(moved.rate(f)).isCloseTo(plain.rate[f], within(B * 1e-9));
      sum += plain.rate[f];
    }
    for (int c = 0; c < graph.channelCount(); c++) {
      assertThat(moved.utilisation(c)).isCloseTo(plain.utilisation[c], within(1e-9));
    }
    assertThat(moved.egress(n - 1) * n).isCloseTo(sum, within(sum * 1e-9));
    assertThat(moved.levels()).isEqualTo(plain.levels);
    assertThat(moved.bottlenecks()).hasSameSizeAs(plain.bottlenecks);
    assertThat(moved.bottlenecks().getFirst().flowsLimited())
        .isEqualTo(plain.bottlenecks.getFirst().flowsLimited());
    assertThat(moved.bottlenecks().getFirst().channels())
        .containsExactlyElementsOf(plain.bottlenecks.getFirst().channels());
    assertThat(moved.certificate().holds()).isTrue();
    int[] counted = {0};
    moved.eachRate((_, flows) -> counted[0] += (int) Math.round(flows));
    assertThat(counted[0]).isEqualTo(pairs.count());
  }

  @Property(tries = 12)
  void flowsOnALinkAddUpToItsLoad(@ForAll long seed) {
    CsrGraph graph = grid(new SplittableRandom(seed));
    EcmpRoutes routes = EcmpRoutes.ofSinglePairs(graph);
    TranslatedRates moved = TranslatedRates.of(routes, () -> false).orElseThrow();
    int channel = (int) Math.floorMod(seed, (long) graph.channelCount());
    double load = 0;
    for (LinkFlow flow : moved.onLink(channel)) {
      load += flow.bytesPerS();
      double[] share = {0};
      Fabrics.solved(
              routes.incidence(
                  FlowPairs.of(new int[] {flow.source()}, new int[] {flow.destination()}),
                  10_000,
                  () -> false))
          .forEachOn(channel, (_, s) -> share[0] = s);
      assertThat(share[0]).as("the example crosses it").isPositive();
    }
    assertThat(load)
        .isCloseTo(
            moved.utilisation(channel) * graph.capacityBytesPerS(channel / 2), within(B * 1e-8));
  }

  @Property(tries = 25)
  void waysOfPairsAreThoseToOneEndpointMoved(@ForAll long seed) {
    CsrGraph graph = grid(new SplittableRandom(seed));
    EcmpRoutes routes = EcmpRoutes.ofSinglePairs(graph);
    FlowPairs pairs = new Traffic.Permutation(seed).pairs(graph.endpointCount());
    FlowIncidence moved = Fabrics.solved(routes.incidence(pairs, 100_000, () -> false));
    for (int f = 0; f < pairs.count(); f++) {
      RouteDag dag = routes.to(pairs.destination(f));
      double[] amount = new double[graph.vertexCount()];
      amount[dag.position(pairs.source(f))] = 1;
      double[] load = new double[graph.channelCount()];
      EcmpRoutes.spread(dag, amount, load);
      int crossed = 0;
      for (double share : load) {
        crossed += share > 0 ? 1 : 0;
      }
      double[] own = new double[graph.channelCount()];
      for (int e = moved.start(f); e < moved.start(f + 1); e++) {
        own[moved.link(e)] += moved.share(e);
      }
      assertThat(own).containsExactly(load, within(1e-12));
      assertThat(moved.start(f + 1) - moved.start(f)).isEqualTo(crossed);
    }
  }

  @Test
  void aDamagedGridHasNone() {
    CsrGraph graph = grid(new SplittableRandom(3));
    BitSet failed = new BitSet();
    failed.set(1);
    CsrGraph damaged = graph.without(new BitSet(), failed);
    assertThat(TranslatedRates.of(EcmpRoutes.ofSinglePairs(damaged), () -> false)).isEmpty();
  }

  /** Rings and full meshes along up to three dimensions, each with its own rate and links. */
  private static CsrGraph grid(SplittableRandom random) {
    int dimensions = random.nextInt(1, 4);
    List<Integer> sides = new ArrayList<>();
    int n = 1;
    for (int d = 0; d < dimensions; d++) {
      int side = random.nextInt(3, dimensions == 1 ? 12 : 6);
      sides.add(side);
      n *= side;
    }
    CsrGraphBuilder b = new CsrGraphBuilder();
    for (int v = 0; v < n; v++) {
      b.setForwarding(b.addEndpoint(0), true);
    }
    int stride = 1;
    for (int side : sides) {
      boolean full = random.nextBoolean();
      int links = random.nextInt(1, 3);
      LinkSpec spec = LinkSpec.of(B * random.nextInt(1, 4));
      for (int v = 0; v < n; v++) {
        int at = v / stride % side;
        for (int by = 1; by < side; by++) {
          int to = (at + by) % side;
          boolean joined = full || by == 1 || by == side - 1;
          for (int i = 0; joined && to > at && i < links; i++) {
            b.addLink(v, v + (to - at) * stride, spec);
          }
        }
      }
      stride *= side;
    }
    return b.build();
  }
}
