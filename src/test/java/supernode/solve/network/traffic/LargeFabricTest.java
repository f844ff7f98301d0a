package supernode.solve.network.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import supernode.solve.network.Fabrics;
import supernode.solve.network.latency.LatencyTerms;
import supernode.solve.network.latency.ZeroLoadLatency;
import supernode.solve.network.metric.HopCounts;
import supernode.solve.network.rate.FlowIncidence;
import supernode.solve.network.route.EcmpRoutes;
import supernode.solve.network.route.EndpointKinds;
import supernode.solve.network.route.FlowPairs;
import supernode.solve.network.route.Routing;
import supernode.solve.network.route.Translations;
import supernode.topology.CsrGraph;
import supernode.topology.LinkSpec;
import supernode.topology.generate.Dragonfly;
import supernode.topology.generate.FullMesh;
import supernode.topology.generate.Generator;
import supernode.topology.generate.Grid;
import supernode.topology.generate.HyperX;
import supernode.topology.generate.LeafSpine;

/** What is found from one of many equal things is what going through all of them finds. */
class LargeFabricTest {
  private static final double B = 50e9;
  private static final LinkSpec LINK = new LinkSpec(B, 100e-9, 2, 10e-9);
  private static final LatencyTerms TERMS = new LatencyTerms(5e-7, 5e-7, 64, 4096);

  @Provide
  Arbitrary<CsrGraph> fabrics() {
    return Arbitraries.of(
            new Grid(List.of(4, 6), true, 0),
            new Grid(List.of(4, 4), true, 1),
            new Grid(List.of(3, 5), false, 0),
            new HyperX(List.of(3, 4), 2),
            new FullMesh(7),
            Generator.fatTree(4, 3),
            new LeafSpine(4, 3, 5, 3),
            new Dragonfly(2, 4, 2, 5))
        .map(g -> g.generate(LINK).graph());
  }

  @Property(tries = 60)
  void latencyByKindsIsThatOfAllPairs(
      @ForAll("fabrics") CsrGraph whole, @ForAll long seed, @ForAll boolean damaged) {
    CsrGraph graph = damaged ? without(whole, seed) : whole;
    EcmpRoutes routes = Fabrics.solved(EcmpRoutes.of(graph));
    var all =
        ZeroLoadLatency.of(routes, EndpointKinds.each(graph), TERMS, () -> false).asOptional();
    var kinds =
        ZeroLoadLatency.of(routes, EndpointKinds.alike(graph, () -> false), TERMS, () -> false)
            .asOptional();
    assertThat(kinds.isPresent()).isEqualTo(all.isPresent());
    if (all.isPresent()) {
      assertThat(kinds.get().bins()).isEqualTo(all.get().bins());
      assertThat(kinds.get().meanS()).isCloseTo(all.get().meanS(), within(1e-15));
      assertThat(kinds.get().mostS()).isEqualTo(all.get().mostS());
      assertThat(kinds.get().leastS()).isEqualTo(all.get().leastS());
      assertThat(kinds.get().unroutedPairs()).isEqualTo(all.get().unroutedPairs());
    }
    assertThat(HopCounts.ofKinds(graph, EndpointKinds.alike(graph, () -> false), () -> false))
        .isEqualTo(HopCounts.betweenEndpoints(graph, () -> false));
  }

  private static CsrGraph without(CsrGraph graph, long seed) {
    BitSet failed = new BitSet();
    failed.set(Math.floorMod(seed, graph.linkCount()));
    return graph.without(new BitSet(), failed);
  }

  @Property(tries = 30)
  void ratesOfOneLevelAreThoseOfEveryFlow(
      @ForAll("fabrics") CsrGraph whole, @ForAll long seed, @ForAll boolean damaged) {
    CsrGraph graph = damaged ? without(whole, seed) : whole;
    EcmpRoutes routes = Fabrics.solved(EcmpRoutes.of(graph));
    TrafficResult exact = Fabrics.solve(graph, new Traffic.AllToAll());
    boolean oneRate =
        exact.unroutedFlows() == 0
            && exact.rates().mostBytesPerS() <= exact.rates().leastBytesPerS() * (1 + 1e-9);
    var uniform = UniformRates.of(routes, () -> false);
    assertThat(uniform.isPresent()).isEqualTo(oneRate);
    uniform.ifPresent(u -> {
      assertThat(u.rates().leastBytesPerS())
          .isCloseTo(exact.rates().leastBytesPerS(), within(1e-3));
      for (int c = 0; c < graph.channelCount(); c++) {
        assertThat(u.utilisation(c)).isCloseTo(exact.utilisation(c), within(1e-9));
      }
    });
  }

  @Property(tries = 40)
  void singlePathsAreShortestPaths(
      @ForAll("fabrics") CsrGraph whole, @ForAll long seed, @ForAll boolean damaged) {
    CsrGraph graph = damaged ? without(whole, seed) : whole;
    EcmpRoutes routes = Fabrics.solved(EcmpRoutes.of(graph));
    FlowPairs pairs = FlowPairs.allToAll(graph.endpointCount());
    FlowIncidence paths =
        Fabrics.solved(
            new Routing.HashedEqualCost(seed).incidence(graph, pairs, 1_000_000, () -> false));
    for (int f = 0; f < pairs.count(); f++) {
      int hops = Math.max(0, routes.hops(pairs.source(f), pairs.destination(f)));
      assertThat(paths.start(f + 1) - paths.start(f)).isEqualTo(hops);
      int at = graph.endpoint(pairs.source(f));
      for (int e = paths.start(f); e < paths.start(f + 1); e++) {
        assertThat(paths.share(e)).isEqualTo(1);
        assertThat(graph.channelFrom(paths.link(e))).isEqualTo(at);
        at = graph.channelTo(paths.link(e));
      }
      assertThat(hops == 0 || at == graph.endpoint(pairs.destination(f))).isTrue();
    }
  }

  @Test
  void aTorusIsKnownAndADamagedOneIsNot() {
    CsrGraph torus = new Grid(List.of(4, 6, 3), true, 0).generate(LINK).graph();
    assertThat(Translations.of(torus)).isPresent();
    assertThat(Translations.of(without(torus, 17))).isEmpty();
    assertThat(Translations.of(new Grid(List.of(4, 6), false, 0).generate(LINK).graph())).isEmpty();
  }

  @Test
  void theTorusOf4096ChipsGivesEachEightLinksOverItsSide() {
    CsrGraph torus = new Grid(List.of(16, 16, 16), true, 0).generate(LINK).graph();
    TrafficResult r =
        Fabrics.solved(
            TrafficSolver.solve(
                torus, new Routing.EqualCost(), new Traffic.AllToAll(), () -> false));
    // performance-models.md 4a: a node sends at most 8 b / k to all, itself counted among them.
    assertThat(r.injection().leastBytesPerS())
        .isCloseTo(8 * B / 16 * 4095 / 4096, within(B * 1e-9));
    assertThat(r.utilisation(0)).isCloseTo(1, within(1e-9));
    assertThat(r.flowsOn(0, () -> false).asOptional().orElseThrow().getFirst().bytesPerS())
        .isCloseTo(B, within(B * 1e-9));
  }
}
