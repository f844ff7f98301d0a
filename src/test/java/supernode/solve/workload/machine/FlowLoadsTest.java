package supernode.solve.workload.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import supernode.solve.network.route.EcmpRoutes;
import supernode.solve.network.route.FabricClasses;
import supernode.solve.network.route.Routing;
import supernode.solve.workload.machine.FlowLoads.Parts;
import supernode.topology.CsrGraph;
import supernode.topology.CsrGraphBuilder;
import supernode.topology.LinkSpec;

/** What is found by symmetry is what following every flow finds. */
class FlowLoadsTest {
  private static final Percentage ROUNDING = Percentage.withPercentage(1e-9);

  /** A torus, the first side fastest, links of each axis of their own rate. */
  private static CsrGraph torus(int... sides) {
    int n = IntStream.of(sides).reduce(1, (a, b) -> a * b);
    CsrGraphBuilder b = new CsrGraphBuilder();
    IntStream.range(0, n).forEach(_ -> b.addEndpoint(0));
    for (int v = 0; v < n; v++) {
      int stride = 1;
      for (int side : sides) {
        int at = v / stride % side;
        b.addLink(v, v + ((at + 1) % side - at) * stride, LinkSpec.of(50e9 + stride * 1e9));
        stride *= side;
      }
    }
    return b.build();
  }

  private static CsrGraph hyperX(int a, int c) {
    CsrGraphBuilder b = new CsrGraphBuilder();
    IntStream.range(0, a * c).forEach(_ -> b.addEndpoint(0));
    for (int v = 0; v < a * c; v++) {
      for (int w = v + 1; w < a * c; w++) {
        if (v / a == w / a || v % a == w % a) {
          b.addLink(v, w, LinkSpec.of(v / a == w / a ? 64e9 : 16e9));
        }
      }
    }
    return b.build();
  }

  private static FlowLoads plain(CsrGraph graph) {
    return new RoutedLoads(graph, new Routing.EqualCost());
  }

  /** Groups of so many spans, as a workload lays them. */
  private static List<int[]> groups(int chips, Span... spans) {
    int[] offsets = Span.offsets(List.of(spans));
    boolean[] taken = new boolean[chips];
    List<int[]> groups = new ArrayList<>();
    for (int base = 0; base < chips; base++) {
      if (!taken[base] && base + offsets[offsets.length - 1] < chips) {
        int from = base;
        int[] group = Arrays.stream(offsets).map(o -> o + from).toArray();
        Arrays.stream(group).forEach(c -> taken[c] = true);
        groups.add(group);
      }
    }
    return groups;
  }

  private static Parts parts(Sending.Listed flows) {
    double[] one = new double[flows.from().length];
    Arrays.fill(one, 1);
    return new Parts(flows.from(), flows.to(), one);
  }

  static Stream<Arguments> grids() {
    return Stream.of(
            torus(4, 4, 4), torus(8, 4), torus(6, 5), torus(2, 4, 3), torus(16), hyperX(4, 6))
        .flatMap(g ->
            Stream.of(
                    groups(g.endpointCount(), new Span(2, 1)),
                    groups(g.endpointCount(), new Span(4, 1)),
                    groups(g.endpointCount(), new Span(2, 4)),
                    groups(g.endpointCount(), new Span(2, 1), new Span(2, 8)),
                    groups(g.endpointCount(), new Span(3, 2)),
                    groups(g.endpointCount(), new Span(g.endpointCount() / 2, 2)),
                    groups(g.endpointCount(), new Span(g.endpointCount(), 1)))
                .map(s -> Arguments.of(g, s)));
  }

  @ParameterizedTest
  @MethodSource("grids")
  void translationsLoseNothing(CsrGraph graph, List<int[]> groups) {
    FlowLoads alike = LatticeLoads.of(EcmpRoutes.ofSinglePairs(graph)).orElseThrow();
    Sending.AllPairs all = new Sending.AllPairs(groups);
    Parts pairs = parts(all.listed(Integer.MAX_VALUE));
    double followed = plain(graph).slowestBytesPerS(pairs);
    assertThat(alike.slowestBytesPerS(groups).orElseThrow()).isCloseTo(followed, ROUNDING);
    assertThat(alike.slowestBytesPerS(pairs)).isCloseTo(followed, ROUNDING);
    Parts rings = parts(Sending.bothWays(groups));
    assertThat(alike.slowestBytesPerS(rings))
        .isCloseTo(plain(graph).slowestBytesPerS(rings), ROUNDING);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void flowsWithoutAnyOrderAreFollowedOneByOne(int seed) {
    CsrGraph graph = torus(4, 6, 2);
    Random random = new Random(seed);
    int[] from = random.ints(100, 0, 48).toArray();
    int[] to = random.ints(100, 0, 48).toArray();
    Parts flows = new Parts(from, to, random.doubles(100, 0.5, 2).toArray());
    assertThat(
            LatticeLoads.of(EcmpRoutes.ofSinglePairs(graph)).orElseThrow().slowestBytesPerS(flows))
        .isCloseTo(plain(graph).slowestBytesPerS(flows), ROUNDING);
  }

  /** A link is missing: no translations; all pairs are followed destination by destination. */
  @Test
  void aDamagedTorusHasNoTranslations() {
    CsrGraphBuilder b = new CsrGraphBuilder();
    IntStream.range(0, 128).forEach(_ -> b.addEndpoint(0));
    for (int v = 0; v < 128; v++) {
      b.addLink(v, v / 16 * 16 + (v + 1) % 16, LinkSpec.of(50e9));
      if (v != 5) {
        b.addLink(v, (v + 16) % 128, LinkSpec.of(50e9));
      }
    }
    CsrGraph graph = b.build();
    assertThat(LatticeLoads.of(EcmpRoutes.ofSinglePairs(graph))).isEmpty();
    List<int[]> all = groups(128, new Span(128, 1));
    assertThat(plain(graph).slowestBytesPerS(all).orElseThrow())
        .isCloseTo(
            plain(graph)
                .slowestBytesPerS(parts(new Sending.AllPairs(all).listed(Integer.MAX_VALUE))),
            ROUNDING);
  }

  /** Leaves of four on three spines, some uplinks missing or doubled, chips on two leaves each. */
  private static CsrGraph leaves(int missing, int doubled, boolean twice) {
    CsrGraphBuilder b = new CsrGraphBuilder();
    IntStream.range(0, 24).forEach(_ -> b.addEndpoint(0));
    int[] leaf = IntStream.range(0, 6).map(_ -> b.addSwitch(0)).toArray();
    int[] spine = IntStream.range(0, 3).map(_ -> b.addSwitch(0)).toArray();
    for (int e = 0; e < 24; e++) {
      b.addLink(e, leaf[e / 4], LinkSpec.of(100e9));
      if (twice) {
        b.addLink(e, leaf[(e / 4 + 1) % 6], LinkSpec.of(80e9));
      }
    }
    for (int l = 0; l < 6; l++) {
      for (int s = 0; s < 3; s++) {
        int links = l * 3 + s == missing ? 0 : l * 3 + s == doubled ? 2 : 1;
        for (int i = 0; i < links; i++) {
          b.addLink(leaf[l], spine[s], LinkSpec.of(120e9));
        }
      }
    }
    return b.build();
  }

  static Stream<Arguments> fabrics() {
    return Stream.of(leaves(-1, -1, false), leaves(4, 7, false), leaves(-1, 2, true))
        .flatMap(g ->
            Stream.of(
                    groups(24, new Span(2, 1)),
                    groups(24, new Span(8, 1)),
                    groups(24, new Span(3, 4)),
                    groups(24, new Span(2, 1), new Span(3, 8)),
                    groups(24, new Span(24, 1)))
                .map(s -> Arguments.of(g, s)));
  }

  @ParameterizedTest
  @MethodSource("fabrics")
  void cellsLoseNothing(CsrGraph graph, List<int[]> groups) {
    FlowLoads cells = new CellLoads(FabricClasses.of(graph, () -> false));
    Parts pairs = parts(new Sending.AllPairs(groups).listed(Integer.MAX_VALUE));
    double followed = plain(graph).slowestBytesPerS(pairs);
    assertThat(cells.slowestBytesPerS(groups).orElseThrow()).isCloseTo(followed, ROUNDING);
    assertThat(cells.slowestBytesPerS(pairs)).isCloseTo(followed, ROUNDING);
    Parts rings = parts(Sending.bothWays(groups));
    assertThat(cells.slowestBytesPerS(rings))
        .isCloseTo(plain(graph).slowestBytesPerS(rings), ROUNDING);
  }
}
