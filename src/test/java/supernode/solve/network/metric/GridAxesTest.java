package supernode.solve.network.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import supernode.solve.network.route.Translations;
import supernode.topology.CsrGraph;
import supernode.topology.CsrGraphBuilder;
import supernode.topology.LinkSpec;

/** Narrowest cuts of drawn grids by formula, against all ways to halve them. */
class GridAxesTest {
  /** A dimension of a grid: full mesh or ring, links between two, rate of each. */
  private record Axis(int size, boolean full, int links, double rate) {}

  static Stream<List<Axis>> grids() {
    return Stream.of(
        List.of(new Axis(4, true, 1, 1), new Axis(3, true, 1, 2)),
        List.of(new Axis(3, true, 1, 3), new Axis(4, true, 2, 1)),
        List.of(new Axis(2, true, 1, 1), new Axis(6, true, 1, 5)),
        List.of(new Axis(2, true, 1, 3), new Axis(2, true, 1, 2), new Axis(3, true, 1, 4)),
        List.of(new Axis(4, true, 1, 2), new Axis(2, true, 3, 3)),
        List.of(new Axis(4, false, 1, 1), new Axis(3, false, 1, 1)),
        List.of(new Axis(3, false, 2, 1), new Axis(3, false, 2, 1)),
        List.of(new Axis(5, false, 1, 2), new Axis(3, false, 1, 2)),
        List.of(new Axis(4, false, 2, 1), new Axis(4, false, 2, 1)));
  }

  @ParameterizedTest
  @MethodSource("grids")
  void theFormulaIsTheNarrowestOfAllCuts(List<Axis> axes) {
    CsrGraph graph = grid(axes);
    Translations moves = Translations.of(graph).orElseThrow();
    Bisection known = GridAxes.of(graph, moves.sides()).flatMap(GridAxes::bisection).orElseThrow();
    double least = Double.POSITIVE_INFINITY;
    int n = graph.vertexCount();
    for (int split = 0; split < 1 << (n - 1); split++) {
      if (Integer.bitCount(split) == n / 2 || Integer.bitCount(split) == n - n / 2) {
        double cut = 0;
        for (int l = 0; l < graph.linkCount(); l++) {
          int a = graph.channelFrom(2 * l);
          int b = graph.channelTo(2 * l);
          cut += (split >> a & 1) == (split >> b & 1) ? 0 : graph.capacityBytesPerS(l);
        }
        least = Math.min(least, cut);
      }
    }
    assertThat(known.bytesPerS()).isCloseTo(least, within(1e-9));
    assertThat(known.method()).isEqualTo(Bisection.Method.OF_THE_KIND);
    assertThat(EdgeConnectivity.of(graph, Optional.of(Symmetry.of(moves)), () -> false))
        .isEqualTo(EdgeConnectivity.of(graph, () -> false));
    assertThat(HopCounts.ofOrbits(graph, Symmetry.of(moves), true, () -> false))
        .isEqualTo(HopCounts.betweenEndpoints(graph, () -> false));
  }

  @Test
  void whatHasNoFormulaIsSearched() {
    CsrGraph uneven = grid(List.of(new Axis(4, false, 1, 1), new Axis(4, false, 1, 2)));
    assertThat(BisectionSolver.solve(uneven, 1, () -> false).asOptional().orElseThrow().method())
        .isNotEqualTo(Bisection.Method.OF_THE_KIND);
    CsrGraph odd = grid(List.of(new Axis(5, true, 1, 1), new Axis(4, true, 1, 9)));
    assertThat(BisectionSolver.solve(odd, 1, () -> false).asOptional().orElseThrow().method())
        .isNotEqualTo(Bisection.Method.OF_THE_KIND);
  }

  private static CsrGraph grid(List<Axis> axes) {
    int n = axes.stream().mapToInt(Axis::size).reduce(1, (a, b) -> a * b);
    CsrGraphBuilder b = new CsrGraphBuilder();
    for (int v = 0; v < n; v++) {
      b.setForwarding(b.addEndpoint(0), true);
    }
    int stride = 1;
    for (Axis axis : axes) {
      for (int v = 0; v < n; v++) {
        int at = v / stride % axis.size();
        for (int to = at + 1; to < axis.size(); to++) {
          boolean next = to == at + 1 || to - at == axis.size() - 1;
          for (int i = 0; (axis.full() || next) && i < axis.links(); i++) {
            b.addLink(v, v + (to - at) * stride, LinkSpec.of(axis.rate()));
          }
        }
      }
      stride *= axis.size();
    }
    return b.build();
  }
}
