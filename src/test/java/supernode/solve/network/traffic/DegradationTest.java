package supernode.solve.network.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import supernode.solve.network.Fabrics;
import supernode.solve.network.route.Routing;
import supernode.topology.CsrGraph;
import supernode.topology.LinkSpec;
import supernode.topology.generate.Grid;
import supernode.topology.generate.LeafSpine;
import supernode.topology.generate.Star;

class DegradationTest {
  private static final double B = 50e9;
  private static final Routing ECMP = new Routing.EqualCost();

  @Test
  void eachFailedSpineTakesItsPartOfAllSeeds() {
    CsrGraph graph = new LeafSpine(8, 8, 8, 8).generate(LinkSpec.of(B)).graph();
    Degradation d = solved(graph, Degradation.Part.SWITCH, List.of(0, 1, 4), 12);
    Degradation.Point whole = d.points().getFirst();
    assertThat(whole.reach().least()).isEqualTo(1);
    assertThat(whole.totalBytesPerS().median()).isCloseTo(64 * B, within(1.0));
    // A spine costs an eighth between leaves, a leaf cuts its eight hosts off.
    Degradation.Point one = d.points().get(1);
    assertThat(one.reach().most()).isEqualTo(1);
    assertThat(one.reach().least()).isCloseTo(56.0 * 55 / (64 * 63), within(1e-12));
    for (int i = 1; i < d.points().size(); i++) {
      assertThat(d.points().get(i).totalBytesPerS().median())
          .isLessThanOrEqualTo(d.points().get(i - 1).totalBytesPerS().median());
    }
  }

  @Test
  void aStarLosesItsEndpointsOneByOne() {
    CsrGraph star = new Star(10).generate(LinkSpec.of(B)).graph();
    Degradation d = solved(star, Degradation.Part.LINK, List.of(0, 3, 10), 4);
    assertThat(d.points().get(1).reach().median()).isCloseTo(7 * 6 / 90.0, within(1e-12));
    assertThat(d.points().get(1).leastBytesPerS().least()).isCloseTo(B / 6, within(1.0));
    assertThat(d.points().get(2).reach().most()).isZero();
    assertThat(d.points().get(2).totalBytesPerS().most()).isZero();
  }

  @Test
  void theChosenRoutingIsFollowedAsPartsFail() {
    CsrGraph mesh = new Grid(List.of(4, 4), false, 0).generate(LinkSpec.of(B)).graph();
    Routing order = new Routing.DimensionOrder(List.of(4, 4), false);
    Degradation ordered =
        Fabrics.solved(
            Degradation.of(mesh, order, Degradation.Part.LINK, List.of(0, 1), 6, () -> false));
    Degradation.Point one = ordered.points().get(1);
    // Dimension order does not go round a failed link; shortest paths do.
    assertThat(one.reach().most()).isLessThan(1);
    Degradation split = solved(mesh, Degradation.Part.LINK, List.of(0, 1), 6);
    assertThat(split.points().get(1).reach().least()).isEqualTo(1);
    Routing groups = new Routing.Minimal(7);
    assertThat(
            Degradation.of(mesh, groups, Degradation.Part.LINK, List.of(1), 1, () -> false)
                .whyNot())
        .isPresent();
  }

  @Test
  void moreThanThereAreIsRefused() {
    CsrGraph star = new Star(4).generate(LinkSpec.of(B)).graph();
    assertThat(
            Degradation.of(star, ECMP, Degradation.Part.SWITCH, List.of(2), 1, () -> false)
                .whyNot())
        .isPresent();
  }

  private static Degradation solved(
      CsrGraph graph, Degradation.Part part, List<Integer> failures, int seeds) {
    return Fabrics.solved(Degradation.of(graph, ECMP, part, failures, seeds, () -> false));
  }
}
