package supernode.solve.network.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import supernode.solve.network.Fabrics;
import supernode.solve.network.metric.HopCounts;
import supernode.solve.network.rate.FlowIncidence;
import supernode.solve.network.route.EcmpRoutes;
import supernode.solve.network.route.FlowPairs;
import supernode.topology.CsrGraph;
import supernode.topology.CsrGraphBuilder;
import supernode.topology.LinkSpec;

/** What must hold on any fabric (T2 to T5 of network.md). */
class TrafficPropertyTest {
  private static final Percentage EXACT = Percentage.withPercentage(1e-7);

  /** One byte/s, where rates are some 1e8 to 1e10. */
  private static final Offset<Double> ONE = Offset.offset(1.0);

  private static final Traffic ALL = new Traffic.AllToAll();

  @Property(tries = 150)
  void everyAnswerHasItsCertificate(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 12) int endpoints) {
    CsrGraph g = any(seed, endpoints);
    for (Traffic t : new Traffic[] {ALL, Traffic.ring(), new Traffic.Permutation(seed)}) {
      TrafficResult r = Fabrics.solve(g, t);
      assertThat(Fabrics.solved(r.certificate(() -> false)).holds()).isTrue();
    }
  }

  @Property(tries = 100)
  void passesAndWrittenOutCrossingsAgree(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 12) int endpoints) {
    EcmpRoutes routes = Fabrics.routes(any(seed, endpoints));
    FlowPairs pairs = ALL.pairs(endpoints);
    FlowIncidence a = Fabrics.solved(routes.incidence(pairs, 1 << 20, () -> false));
    FilledRates written = FilledRates.ofFlows(routes.graph(), a, () -> false);
    FilledRates passes = AllToAllFilling.fill(routes, 1000, () -> false).orElseThrow();
    for (int f = 0; f < pairs.count(); f++) {
      assertThat(passes.rate[f]).isCloseTo(written.rate[f], EXACT);
    }
    for (int c = 0; c < written.utilisation.length; c++) {
      assertThat(passes.utilisation[c] + 1).isCloseTo(written.utilisation[c] + 1, EXACT);
    }
  }

  @Property(tries = 60)
  void newNumbersForTheVerticesChangeNothing(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 10) int endpoints) {
    CsrGraph g = any(seed, endpoints);
    assertThat(sortedRates(renumbered(g, seed))).containsExactly(sortedRates(g), ONE);
  }

  @Property(tries = 60)
  void capacityTimesThreeIsRateTimesThree(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 10) int endpoints) {
    CsrGraph g = any(seed, endpoints);
    double[] tripled = DoubleStream.of(sortedRates(g)).map(r -> 3 * r).toArray();
    assertThat(sortedRates(copy(g, 3, new BitSet()))).containsExactly(tripled, ONE);
  }

  @Property(tries = 60)
  void aFailedLinkIsALinkThatIsNotThere(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 10) int endpoints) {
    CsrGraph g = any(seed, endpoints);
    BitSet failed = new BitSet();
    failed.set((int) Long.remainderUnsigned(seed, g.linkCount()));
    double[] damaged = sortedRates(g.without(new BitSet(), failed));
    assertThat(damaged).containsExactly(sortedRates(copy(g, 1, failed)), ONE);
  }

  @Property(tries = 60)
  void noRateBeatsTheDistanceBound(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 10) int endpoints) {
    // A rate for all pairs uses that rate times the distance of each: T7 of network.md.
    CsrGraph g = any(seed, endpoints);
    TrafficResult r = Fabrics.solve(g, ALL);
    HopCounts hops = HopCounts.betweenEndpoints(g, () -> false);
    double capacity = IntStream.range(0, g.linkCount()).mapToDouble(g::capacityBytesPerS).sum();
    assertThat(r.unroutedFlows()).isEqualTo(hops.unreachable());
    assertThat(r.rates().leastBytesPerS() * hops.mean() * hops.reachable())
        .isLessThanOrEqualTo(2 * capacity * (1 + 1e-9));
  }

  private static CsrGraph any(long seed, int endpoints) {
    return Fabrics.random(seed, endpoints, (int) (seed & 3), 3 * endpoints + 4);
  }

  private static double[] sortedRates(CsrGraph g) {
    TrafficResult r = Fabrics.solve(g, ALL);
    return IntStream.range(0, r.flows().count()).mapToDouble(r::rateBytesPerS).sorted().toArray();
  }

  private static CsrGraph copy(CsrGraph g, double factor, BitSet leftOut) {
    CsrGraphBuilder b = new CsrGraphBuilder();
    for (int v = 0; v < g.vertexCount(); v++) {
      int _ = g.isEndpoint(v) ? b.addEndpoint(g.transitS(v)) : b.addSwitch(g.transitS(v));
    }
    for (int l = 0; l < g.linkCount(); l++) {
      if (!leftOut.get(l)) {
        b.addLink(
            g.channelFrom(2 * l), g.channelTo(2 * l), LinkSpec.of(factor * g.capacityBytesPerS(l)));
      }
    }
    return b.build();
  }

  private static CsrGraph renumbered(CsrGraph g, long seed) {
    int[] order = IntStream.range(0, g.vertexCount()).toArray();
    SplittableRandom random = new SplittableRandom(seed + 1);
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
    CsrGraphBuilder b = new CsrGraphBuilder();
    int[] number = new int[order.length];
    for (int v : order) {
      number[v] = g.isEndpoint(v) ? b.addEndpoint(g.transitS(v)) : b.addSwitch(g.transitS(v));
    }
    for (int l = g.linkCount() - 1; l >= 0; l--) {
      b.addLink(
          number[g.channelTo(2 * l)],
          number[g.channelFrom(2 * l)],
          LinkSpec.of(g.capacityBytesPerS(l)));
    }
    return b.build();
  }
}
