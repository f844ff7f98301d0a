package supernode.solve.network.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import supernode.topology.CsrGraph;
import supernode.topology.LinkSpec;
import supernode.topology.generate.ExtendedFatTree;
import supernode.topology.generate.Generator;

/** A tree that is never built has the rates of the one that is (T1, T2 and T5 of network.md). */
class TreeRatesTest {
  private static final double B = 50e9;

  @Provide
  Arbitrary<ExtendedFatTree> trees() {
    return Arbitraries.of(
        Generator.fatTree(4, 2),
        Generator.fatTree(4, 3),
        Generator.fatTree(6, 3),
        new ExtendedFatTree(List.of(3, 2, 4), List.of(1, 3, 2)),
        new ExtendedFatTree(List.of(5, 4), List.of(1, 2)),
        new ExtendedFatTree(List.of(2, 2, 3), List.of(2, 2, 1)));
  }

  @Property(tries = 60)
  void ratesAreThoseOfTheTreeThatIsBuilt(
      @ForAll("trees") ExtendedFatTree tree,
      @ForAll @IntRange(max = 6) int failures,
      @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    CsrGraph graph = tree.generate(LinkSpec.of(B)).graph();
    BitSet down = new BitSet();
    List<TreeRates.TreeLink> links = new ArrayList<>();
    for (int i = 0; i < failures; i++) {
      int link = random.nextInt(graph.linkCount());
      if (!down.get(link)) {
        down.set(link);
        links.add(link(tree, link));
      }
    }
    TreeRates unbuilt = rates(tree, links);
    ClassRates built =
        ClassRates.allToAll(graph.without(new BitSet(), down), () -> false).orElseThrow();
    assertThat(unbuilt.rates().leastBytesPerS())
        .isCloseTo(built.rates().leastBytesPerS(), within(B * 1e-9));
    assertThat(unbuilt.rates().meanBytesPerS())
        .isCloseTo(built.rates().meanBytesPerS(), within(B * 1e-9));
    assertThat(unbuilt.rates().mostBytesPerS())
        .isCloseTo(built.rates().mostBytesPerS(), within(B * 1e-9));
    assertThat(unbuilt.unroutedPairs()).isEqualTo((double) built.unrouted());
    assertThat(unbuilt.certificate().holds()).isTrue();
  }

  /** Links are handed out level by level, child by child, then by the digit of the parent. */
  private static TreeRates.TreeLink link(ExtendedFatTree tree, int number) {
    int left = number;
    int width = 1;
    long below = product(tree.children());
    for (int level = 1; ; level++) {
      int m = tree.children().get(level - 1);
      int w = tree.parents().get(level - 1);
      if (left >= below * w) {
        left -= Math.toIntExact(below * w);
        below = below / m * w;
        width *= w;
        continue;
      }
      int child = left / w;
      List<Integer> subtree = new ArrayList<>();
      int x = child / width;
      for (int i = level; i <= tree.levels(); i++) {
        subtree.addFirst(x % tree.children().get(i - 1));
        x /= tree.children().get(i - 1);
      }
      List<Integer> column = new ArrayList<>();
      int y = child % width;
      for (int i = 1; i < level; i++) {
        column.add(y % tree.parents().get(i - 1));
        y /= tree.parents().get(i - 1);
      }
      column.add(left % w);
      return new TreeRates.TreeLink(level, subtree, column);
    }
  }

  private static long product(List<Integer> sizes) {
    return sizes.stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
  }

  private static TreeRates rates(ExtendedFatTree tree, List<TreeRates.TreeLink> failures) {
    double[] rate = IntStream.range(0, tree.levels()).mapToDouble(_ -> B).toArray();
    return TreeRates.allToAll(tree, rate, failures, () -> false);
  }

  @Test
  void aMillionEndpointsHaveTheRateOfACrossbarAndTheirDistances() {
    TreeRates million = rates(Generator.fatTree(160, 3), List.of());
    double n = 1_024_000;
    assertThat(million.rates().leastBytesPerS()).isCloseTo(B / (n - 1), within(1e-6));
    assertThat(million.pairsByHops())
        .containsEntry(2, n * 79)
        .containsEntry(4, n * (6400 - 80))
        .containsEntry(6, n * (n - 6400));
    assertThat(million.flowClasses()).isLessThan(10);
  }
}
