package supernode.solve.network.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import supernode.solve.network.Fabrics;
import supernode.solve.network.rate.FlowIncidence;
import supernode.solve.network.rate.FlowQuotient;
import supernode.solve.network.rate.MaxMin;
import supernode.solve.network.rate.MaxMinProblem;
import supernode.solve.network.rate.MaxMinResult;
import supernode.solve.network.rate.RandomProblems;
import supernode.solve.network.route.EcmpRoutes;
import supernode.solve.network.route.FlowPairs;
import supernode.topology.CsrGraph;

/** Classes of flows and links give the rates of the whole (T1 of network.md). */
class FlowQuotientTest {
  @Test
  void nvl72IsOneFlowAndOneLink() {
    FlowQuotient q = FlowQuotient.of(allToAll(Fabrics.nvl72()), () -> false);
    assertThat(q.problem().incidence().flows()).isEqualTo(1);
    // Links up and down are alike: 71 flows each, 1/18 of every one.
    assertThat(q.problem().incidence().links()).isEqualTo(1);
    agrees(allToAll(Fabrics.nvl72()));
  }

  @Test
  void aFailedLinkSplitsOnlyWhatItTouches() {
    BitSet failed = new BitSet();
    failed.set(0);
    MaxMinProblem p = allToAll(Fabrics.nvl72().without(new BitSet(), failed));
    FlowQuotient q = FlowQuotient.of(p, () -> false);
    assertThat(q.problem().incidence().flows()).isLessThanOrEqualTo(3);
    agrees(p);
  }

  @Test
  void regularFabricsCollapseAndAgree() {
    for (CsrGraph g :
        new CsrGraph[] {
          Fabrics.leafSpine(8, 4, 2, 1e9),
          Fabrics.fatTree(4, 1e9),
          Fabrics.ring(12, 1e9),
          Fabrics.torus(4, 4, 1e9),
          Fabrics.fullMesh(8, 1e9)
        }) {
      MaxMinProblem p = allToAll(g);
      FlowQuotient q = FlowQuotient.of(p, () -> false);
      assertThat(q.problem().incidence().flows()).isLessThan(12);
      agrees(p);
    }
  }

  @Test
  void aRandomFabricIsNotCollapsed() {
    MaxMinProblem random = allToAll(Fabrics.random(3, 40, 0, 100));
    FlowQuotient q = FlowQuotient.of(random, () -> false);
    assertThat(q.problem().incidence().links()).isGreaterThan(100);
    agrees(random);
  }

  @Property(tries = 200)
  void anyProblemAgreesWithItsQuotient(@ForAll long seed) {
    agrees(RandomProblems.any(seed));
  }

  private static MaxMinProblem allToAll(CsrGraph g) {
    EcmpRoutes routes = Fabrics.routes(g);
    FlowPairs pairs = new Traffic.AllToAll().pairs(g.endpointCount());
    FlowIncidence a = Fabrics.solved(routes.incidence(pairs, 1 << 22, () -> false));
    return FilledRates.problem(g, a);
  }

  private static void agrees(MaxMinProblem p) {
    FlowQuotient q = FlowQuotient.of(p, () -> false);
    MaxMinResult small = MaxMin.solve(q.problem(), () -> false);
    MaxMinResult lifted = FlowQuotient.solve(p, () -> false);
    MaxMinResult whole = MaxMin.solve(p, () -> false);
    IntStream.range(0, p.incidence().flows())
        .forEach(f -> {
          double rate = whole.rateBytesPerS(f);
          double ofClass = small.rateBytesPerS(q.flowClass(f));
          assertThat(ofClass == rate || Math.abs(ofClass - rate) <= 1e-9 * rate).isTrue();
          assertThat(lifted.rateBytesPerS(f)).isEqualTo(ofClass);
          assertThat(lifted.limit(f)).isEqualTo(whole.limit(f));
        });
  }
}
