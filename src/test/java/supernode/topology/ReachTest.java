package supernode.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.graph.Pseudograph;
import org.junit.jupiter.api.Test;
import supernode.analysis.SampleAnalysis;
import supernode.design.Design;
import supernode.design.Fabric;
import supernode.design.edit.Edit;

/** Whether a fabric hangs together, against the pieces that a library counts. */
class ReachTest {
  private static final Design RACK = SampleAnalysis.design("gb200-nvl72");

  @Property(tries = 40)
  void aFabricIsWholeWhenItHasOnePiece(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Set<String> faults = new TreeSet<>();
    // Of 18 switch chips so many fail that the fabric sometimes falls apart.
    int down = random.nextInt(15, 19);
    for (int chip = 0; chip < down; chip++) {
      faults.add("fabric[" + chip / 2 + "].switch[" + chip % 2 + "]");
    }
    SystemModel model = unrolled(faults);
    for (Fabric f : Fabric.values()) {
      int pieces = pieces(model, f);
      assertThat(Reach.isWhole(model, f)).as("%s without %s", f, faults).isEqualTo(pieces < 2);
      assertThat(Reach.pieces(model, f)).as("%s without %s", f, faults).hasSize(pieces);
      CsrGraph graph = FabricGraph.of(model, f).graph();
      if (graph.usableLinkCount() == graph.linkCount()) {
        assertThat(Reach.isWhole(graph)).as("%s without %s", f, faults).isEqualTo(pieces < 2);
      }
    }
  }

  @Test
  void theRackIsWholeAndItsHostLinksAreNot() {
    SystemModel model = unrolled(Set.of());
    assertThat(Reach.isWhole(model, Fabric.SCALE_UP)).isTrue();
    assertThat(Reach.isWhole(model, Fabric.HOST)).isFalse();
  }

  private static int pieces(SystemModel model, Fabric fabric) {
    Pseudograph<Integer, Integer> graph = new Pseudograph<>(Integer.class);
    for (Link link : model.links()) {
      if (link.fabric() == fabric && !link.failed()) {
        graph.addVertex(link.a());
        graph.addVertex(link.b());
        graph.addEdge(link.a(), link.b(), link.index());
      }
    }
    return new ConnectivityInspector<>(graph).connectedSets().size();
  }

  private static SystemModel unrolled(Set<String> faults) {
    Design design = RACK;
    for (String fault : faults) {
      design = new Edit.SetFault(Design.DEFAULT_SCENARIO, fault, true).applyTo(design);
    }
    return Expansion.of(
        design,
        design.library(SampleAnalysis.CATALOG),
        design.scenarios().get(Design.DEFAULT_SCENARIO));
  }
}
