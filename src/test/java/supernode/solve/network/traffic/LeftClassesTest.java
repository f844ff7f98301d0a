package supernode.solve.network.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import supernode.analysis.SampleAnalysis;
import supernode.design.Damage;
import supernode.design.Design;
import supernode.design.Fabric;
import supernode.design.Scenario;
import supernode.solve.network.route.FabricClasses;
import supernode.topology.CsrGraph;
import supernode.topology.Expansion;
import supernode.topology.Remains;
import supernode.topology.SoundModel;

/** Classes of what failures leave are as good found from the sound ones as from nothing. */
class LeftClassesTest {
  private static final int MOST_CROSSINGS = 1_000_000;

  @ParameterizedTest
  @CsvSource({
    "atlas950-superpod, SCALE_UP, 3",
    "cloudmatrix384, SCALE_UP, 4",
    "cross-site, SCALE_OUT, 4",
    "fat-tree-k48, SCALE_OUT, 2",
    "gb200-nvl72, SCALE_UP, 6",
    "mi300x-mesh, SCALE_UP, 6",
    "scalex640, SCALE_UP, 4",
    "superpod-h100-su, SCALE_OUT, 6",
    "ub-mesh-rack, SCALE_UP, 6"
  })
  void aFewFailuresSplitTheSoundCells(String sample, Fabric fabric, int scenarios) {
    Design design = SampleAnalysis.design(sample);
    SoundModel sound =
        new SoundModel(Expansion.whole(design, design.library(SampleAnalysis.CATALOG)));
    CsrGraph whole = sound.fabric(fabric).whole().graph();
    FabricClasses classes = FabricClasses.of(whole, () -> false);
    SplittableRandom random = new SplittableRandom(7);
    for (int k = 0; k < scenarios; k++) {
      Scenario scenario = scenario(sound, fabric, k, random);
      Remains left = sound.fabric(fabric).under(sound.under(scenario));
      CsrGraph graph = left.fabric().graph();
      FabricClasses split =
          FabricClasses.left(classes, graph, left.loss().orElseThrow(), () -> false);
      FabricClasses anew = FabricClasses.of(graph, () -> false);
      refines(split, anew, graph);
      agree(split, anew, graph);
    }
  }

  private static Scenario scenario(
      SoundModel sound, Fabric fabric, int k, SplittableRandom random) {
    List<Damage> damage =
        List.of(
            new Damage.Random(Damage.Part.LINKS, fabric, 1 + random.nextInt(16), k),
            new Damage.Random(Damage.Part.ENDPOINTS, fabric, k % 2, k));
    int[] instances = sound.fabric(fabric).whole().instanceOf();
    String part = sound.model().instances().get(instances[random.nextInt(instances.length)]).name();
    return Scenario.DEFAULT.withDamage(damage).withFaults(k % 3 == 0 ? Set.of() : Set.of(part));
  }

  private static void refines(FabricClasses split, FabricClasses anew, CsrGraph graph) {
    int[] within = new int[split.cells()];
    Arrays.fill(within, -1);
    for (int v = 0; v < graph.vertexCount(); v++) {
      int cell = split.cellOf(v);
      assertThat(cell < split.endpointCells()).isEqualTo(graph.isEndpoint(v));
      assertThat(within[cell]).isIn(-1, anew.cellOf(v));
      within[cell] = anew.cellOf(v);
    }
  }

  private static void agree(FabricClasses split, FabricClasses anew, CsrGraph graph) {
    Optional<ClassRates> found = ClassRates.allToAll(split, MOST_CROSSINGS, () -> false);
    Optional<ClassRates> known = ClassRates.allToAll(anew, MOST_CROSSINGS, () -> false);
    assertThat(found).isPresent();
    assertThat(found.get().certificate().holds()).isTrue();
    same(found.get().rates().leastBytesPerS(), known.orElseThrow().rates().leastBytesPerS());
    same(found.get().rates().meanBytesPerS(), known.get().rates().meanBytesPerS());
    for (int e = 0; e < graph.endpointCount(); e++) {
      same(found.get().egress(e), known.get().egress(e));
      same(found.get().ingress(e), known.get().ingress(e));
    }
    for (int c = 0; c < graph.channelCount(); c++) {
      same(found.get().utilisation(c), known.get().utilisation(c));
    }
  }

  // Plain comparison first: there are hundreds of thousands.
  private static void same(double found, double known) {
    if (Math.abs(found - known) > 1e-9 * Math.max(1, Math.abs(known))) {
      assertThat(found).isCloseTo(known, within(1e-9 * Math.abs(known)));
    }
  }
}
