package supernode.solve.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DependenciesTest {
  private record Need(int thing, int enough, List<Integer> givers) {}

  /** Things need only what was added before them, so that nothing needs itself. */
  private static List<Need> needs(long seed, int things) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Need> all = new ArrayList<>();
    for (int t = 1; t < things; t++) {
      for (int k = random.nextInt(3); k > 0; k--) {
        int last = t;
        List<Integer> givers =
            IntStream.range(0, 1 + random.nextInt(4)).mapToObj(_ -> random.nextInt(last)).toList();
        all.add(new Need(t, 1 + random.nextInt(givers.size()), givers));
      }
    }
    return all;
  }

  private static Dependencies graph(List<Need> needs, int things) {
    Dependencies graph = new Dependencies();
    IntStream.range(0, things).forEach(_ -> graph.add());
    needs.forEach(n -> graph.need(n.thing(), n.enough(), n.givers()));
    return graph;
  }

  @Property(tries = 300)
  void whatIsDownIsWhatHasTooFewGivers(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 25) int things) {
    List<Need> needs = needs(seed, things);
    int failed = new SplittableRandom(seed).nextInt(things);
    BitSet down = new BitSet();
    down.set(failed);
    for (int t = 0; t < things; t++) {
      int thing = t;
      boolean starved =
          needs.stream()
              .filter(n -> n.thing() == thing)
              .anyMatch(n -> n.givers().stream().filter(g -> !down.get(g)).count() < n.enough());
      if (starved) {
        down.set(t);
      }
    }
    assertThat(graph(needs, things).lostWith(failed)).isEqualTo(down);
  }

  @Property(tries = 200)
  void moreFailuresNeverTakeLess(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 25) int things) {
    Dependencies graph = graph(needs(seed, things), things);
    SplittableRandom random = new SplittableRandom(seed);
    BitSet both = new BitSet();
    int one = random.nextInt(things);
    both.set(one);
    both.set(random.nextInt(things));
    BitSet more = graph.lostWith(both);
    graph.lostWith(one).stream().forEach(t -> assertThat(more.get(t)).isTrue());
  }

  @Test
  void fiveOfSixStandTheLossOfOneAndNotOfTwo() {
    Dependencies graph = new Dependencies();
    List<Integer> supplies = IntStream.range(0, 6).mapToObj(_ -> graph.add()).toList();
    int fed = graph.add();
    graph.need(fed, 5, supplies);
    BitSet failed = new BitSet();
    failed.set(0);
    assertThat(graph.lostWith(failed).get(fed)).isFalse();
    failed.set(1);
    assertThat(graph.lostWith(failed).get(fed)).isTrue();
    assertThatThrownBy(() -> graph.need(fed, 3, supplies.subList(0, 2)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
