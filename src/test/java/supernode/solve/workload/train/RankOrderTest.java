package supernode.solve.workload.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import supernode.solve.workload.machine.Span;
import supernode.solve.workload.train.Strategy.Axis;

class RankOrderTest {
  /** 2 × 2 × 4 × 3 chips, experts over 4 of the 8 replicas. */
  private static final Strategy S = new Strategy(2, 3, 4, 4, 2, 1, 1, Recompute.NONE, false, 1);

  private static List<Span> spans(String order, Axis axis) {
    return RankOrder.of(order).orElseThrow().spans(S, axis);
  }

  @Test
  void usuallyTensorGroupsAreInnermostAndStagesOutermost() {
    String usual = RankOrder.USUAL.toString();
    assertThat(usual).isEqualTo("tp-cp-ep-dp-pp");
    assertThat(spans(usual, Axis.TENSOR)).containsExactly(new Span(2, 1));
    assertThat(spans(usual, Axis.CONTEXT)).containsExactly(new Span(2, 2));
    assertThat(spans(usual, Axis.DATA)).containsExactly(new Span(8, 2));
    assertThat(spans(usual, Axis.EXPERT)).containsExactly(new Span(4, 2));
    assertThat(spans(usual, Axis.EXPERT_DATA)).containsExactly(new Span(2, 8));
    assertThat(spans(usual, Axis.PIPELINE)).containsExactly(new Span(3, 16));
  }

  @Test
  void otherOrdersLayOtherGroupsNextToEachOther() {
    assertThat(spans("pp-tp-cp-ep-dp", Axis.PIPELINE)).containsExactly(new Span(3, 1));
    assertThat(spans("pp-tp-cp-ep-dp", Axis.TENSOR)).containsExactly(new Span(2, 3));
    assertThat(spans("cp-tp-dp-ep-pp", Axis.DATA)).containsExactly(new Span(2, 1), new Span(4, 4));
    // Experts named after replicas: ranks of one set of experts are the far ones.
    assertThat(spans("tp-cp-dp-ep-pp", Axis.EXPERT)).containsExactly(new Span(4, 4));
    assertThat(spans("tp-cp-dp-ep-pp", Axis.EXPERT_DATA)).containsExactly(new Span(2, 2));
  }

  /** Whatever the order, experts and their replicas together are all replicas. */
  @ParameterizedTest
  @ValueSource(strings = {"tp-cp-ep-dp-pp", "tp-cp-dp-ep-pp", "ep-cp-tp-dp-pp", "dp-pp-ep-cp-tp"})
  void expertsTimesReplicasAreAllReplicas(String order) {
    Set<Integer> products = new HashSet<>();
    for (int e : places(spans(order, Axis.EXPERT))) {
      for (int r : places(spans(order, Axis.EXPERT_DATA))) {
        products.add(e + r);
      }
    }
    Set<Integer> all = new HashSet<>();
    for (int i : places(spans(order, Axis.DATA))) {
      all.add(i);
    }
    assertThat(products).isEqualTo(all).hasSize(8);
  }

  private static int[] places(List<Span> spans) {
    int[] at = {0};
    for (Span s : spans) {
      int[] before = at;
      at =
          java.util.stream.IntStream.range(0, s.ranks())
              .flatMap(i -> java.util.Arrays.stream(before).map(b -> b + i * s.stride()))
              .toArray();
    }
    return at;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "tp", "tp-cp-ep-dp", "tp-cp-ep-dp-dp", "tp-cp-ep-dp-pp-tp", "a-b-c-d-e"})
  void whatDoesNotNameEachOnceIsNoOrder(String text) {
    assertThat(RankOrder.of(text)).isEmpty();
  }
}
