package supernode.solve.network.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import supernode.solve.network.Fabrics;
import supernode.solve.network.metric.TopologyAnswer;
import supernode.topology.CsrGraph;
import supernode.topology.CsrGraphBuilder;
import supernode.topology.LinkSpec;
import supernode.topology.generate.Kind;
import supernode.topology.generate.Kinds;
import supernode.topology.generate.Recipe;

/** T2 to T5 and T7 of network.md on a fabric of every kind that can be asked for by name. */
class EveryKindTest {
  private static final double NEAR = 1e-7;

  static Stream<String> fabrics() {
    return Stream.of(
        "star n=9",
        "full-mesh n=6",
        "ring n=7",
        "mesh dims=4x3",
        "torus dims=4x3x2",
        "torus dims=4x4 twist=2",
        "hyperx dims=4x3 hosts=2",
        "leaf-spine leaves=4 spines=4 hosts=3 uplinks=2",
        "fat-tree k=4 levels=3",
        "fat-tree k=6 levels=2",
        "xgft h=2 m=3x4 w=2x2",
        "rail servers=4 gpus=4 spines=2 serversPerUnit=2 uplinks=2",
        "rail-only servers=4 gpus=4",
        "multi-plane planes=2 of=fat-tree k=4 levels=2",
        "dual-plane of=leaf-spine leaves=3 spines=2 hosts=3 uplinks=2",
        "hpn segments=2 hosts=2 gpus=2 aggregations=2 planes=2",
        "dragonfly p=1 a=4 h=2 g=6",
        "dragonfly-plus p=2 leaves=2 spines=2 h=2 g=4",
        "slim-fly q=3 p=1",
        "jellyfish switches=9 ports=5 hosts=1 seed=4",
        "cloudmatrix nodes=4 npus=2 planes=2 l2=2",
        "hybrid groups=3 n=3 switches=2",
        "ocs-torus cubes=2x1x1 side=2",
        "inter-site sites=2 km=10 of=fat-tree k=4 levels=2 trunks=2",
        "nested of=fat-tree k=4 levels=2 in=full-mesh in.n=2");
  }

  private static CsrGraph graph(String words) {
    List<String> parts = Arrays.asList(words.split(" "));
    Recipe recipe =
        Recipe.read(
            parts.getFirst(),
            Stream.concat(parts.stream().skip(1), Stream.of("rateGBps=50")).toList());
    return recipe.generator().generate(recipe.links()).graph();
  }

  @Test
  void noKindIsLeftOut() {
    assertThat(fabrics().map(w -> w.split(" ")[0]))
        .containsAll(Kinds.ALL.stream().map(Kind::key).toList());
  }

  @ParameterizedTest
  @MethodSource("fabrics")
  void everyAnswerHasItsCertificate(String words) {
    CsrGraph g = graph(words);
    for (Traffic t : List.of(new Traffic.AllToAll(), new Traffic.Permutation(3))) {
      TrafficResult r = Fabrics.solve(g, t.withinIslands(g));
      assertThat(Fabrics.solved(r.certificate(() -> false)).holds()).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("fabrics")
  void newNumbersChangeNothingAndThreefoldCapacityIsThreefoldRate(String words) {
    CsrGraph g = graph(words);
    double[] rates = rates(g);
    int[] order = shuffled(g.vertexCount());
    same(rates(copy(g, order, 1, new BitSet())), rates);
    int[] straight = IntStream.range(0, g.vertexCount()).toArray();
    double[] tripled = DoubleStream.of(rates).map(r -> 3 * r).toArray();
    same(rates(copy(g, straight, 3, new BitSet())), tripled);
  }

  @ParameterizedTest
  @MethodSource("fabrics")
  void aFailedLinkIsALinkThatIsNotThere(String words) {
    CsrGraph g = graph(words);
    int[] straight = IntStream.range(0, g.vertexCount()).toArray();
    for (int l : new int[] {0, g.linkCount() / 2, g.linkCount() - 1}) {
      BitSet failed = new BitSet();
      failed.set(l);
      same(rates(g.without(new BitSet(), failed)), rates(copy(g, straight, 1, failed)));
    }
  }

  @ParameterizedTest
  @MethodSource("fabrics")
  void fixedRoutingIdealRoutingAndTheBoundsAreInOrder(String words) {
    CsrGraph g = graph(words);
    TopologyAnswer a = TopologyAnswer.of(g, () -> false);
    double fixed = rates(g)[0];
    double bound = a.distanceBound().asOptional().orElseThrow();
    assertThat(fixed).isLessThanOrEqualTo(bound * (1 + NEAR));
    a.idealPair()
        .asOptional()
        .ifPresent(ideal -> {
          assertThat(fixed).isLessThanOrEqualTo(ideal * (1 + NEAR));
          assertThat(ideal).isLessThanOrEqualTo(bound * (1 + NEAR));
        });
  }

  private static void same(double[] one, double[] other) {
    assertThat(one).hasSameSizeAs(other);
    for (int i = 0; i < one.length; i++) {
      assertThat(one[i]).isBetween(other[i] * (1 - NEAR), other[i] * (1 + NEAR));
    }
  }

  private static double[] rates(CsrGraph g) {
    TrafficResult r = Fabrics.solve(g, new Traffic.AllToAll());
    return IntStream.range(0, r.flows().count()).mapToDouble(r::rateBytesPerS).sorted().toArray();
  }

  private static int[] shuffled(int n) {
    int[] order = IntStream.range(0, n).toArray();
    SplittableRandom random = new SplittableRandom(n);
    for (int i = n - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
    return order;
  }

  /** The same fabric built anew, its vertices in another order. */
  private static CsrGraph copy(CsrGraph g, int[] order, double factor, BitSet leftOut) {
    CsrGraphBuilder b = new CsrGraphBuilder();
    int[] number = new int[order.length];
    for (int v : order) {
      number[v] = g.isEndpoint(v) ? b.addEndpoint(g.transitS(v)) : b.addSwitch(g.transitS(v));
      b.setForwarding(number[v], g.forwards(v));
    }
    for (int l = 0; l < g.linkCount(); l++) {
      if (!leftOut.get(l)) {
        b.addLink(
            number[g.channelFrom(2 * l)],
            number[g.channelTo(2 * l)],
            LinkSpec.of(factor * g.capacityBytesPerS(l)));
      }
    }
    return b.build();
  }
}
