package supernode.solve.workload.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import supernode.solve.network.rate.FlowIncidence;
import supernode.solve.network.rate.MaxMin;
import supernode.solve.network.rate.MaxMinProblem;
import supernode.solve.network.rate.MaxMinResult;
import supernode.solve.workload.train.Clusters;

/** Flows between chips over the fabrics of a machine. */
class ChipFlowsTest {
  /** Inside its domain a flow has the scale-up link to itself, between domains the network's. */
  @Test
  void aFlowGoesOverTheFabricThatBothEndsAreOn() {
    ChipFlows flows = ChipFlows.of(Clusters.h100(16), new int[] {0, 0}, new int[] {7, 8});
    assertThat(flows.isInside(0)).isTrue();
    assertThat(flows.isInside(1)).isFalse();
    ChipFlows.Greedy r =
        flows.shared(2, new double[2], new double[] {1, 1}).beside(0, 2, 1, _ -> false);
    assertThat(r.bytesPerS()).containsExactly(450e9, 50e9);
    assertThat(flows.link(r.limiting()[1]).bytesPerS()).isEqualTo(50e9);
  }

  /** On stars, against the solver on links written down by hand. */
  @Property(tries = 300)
  void whatOthersWantIsKeptOrSharedFairly(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int chips = 6;
    int greedy = 1 + random.nextInt(3);
    int all = greedy + random.nextInt(8);
    int[] from = new int[all];
    int[] to = new int[all];
    double[] wanted = new double[all];
    double[] limit = new double[all];
    double[] weight = new double[all];
    FlowIncidence.Builder b = new FlowIncidence.Builder(2 * chips);
    for (int f = 0; f < all; f++) {
      from[f] = random.nextInt(chips);
      to[f] = (from[f] + 1 + random.nextInt(chips - 1)) % chips;
      b.cross(from[f], 1).cross(chips + to[f], 1).endFlow();
      boolean own = f < greedy;
      wanted[f] = random.nextInt(1, 60) * 1e9;
      limit[f] = own ? Double.POSITIVE_INFINITY : wanted[f];
      weight[f] = random.nextInt(1, 4);
    }
    double[] capacity = new double[2 * chips];
    Arrays.fill(capacity, 50e9);
    MaxMinResult whole =
        MaxMin.solve(
            MaxMinProblem.of(b.build(), capacity).withWeights(weight).withLimits(limit),
            () -> false);
    Fleet apart =
        new Fleet(
            Clusters.H100,
            chips,
            1,
            new Interconnect(1, 0, "", false),
            new Interconnect(50e9, 0, "IB", false));
    double[] units = Arrays.stream(wanted).map(w -> w / 2).toArray();
    ChipFlows.Greedy r =
        ChipFlows.of(apart, from, to)
            .shared(greedy, units, weight)
            .beside(0, greedy, 2, _ -> false);
    double share = 1;
    for (int f = 0; f < all; f++) {
      if (f < greedy) {
        assertThat(r.bytesPerS()[f])
            .isCloseTo(whole.rateBytesPerS(f), Percentage.withPercentage(1e-6));
      } else {
        share = Math.min(share, whole.rateBytesPerS(f) / wanted[f]);
      }
    }
    assertThat(r.wantedShare()).isCloseTo(share, Percentage.withPercentage(1e-6));
  }
}
