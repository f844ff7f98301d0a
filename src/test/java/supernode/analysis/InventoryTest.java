package supernode.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import supernode.catalog.PartKind;
import supernode.catalog.Property;
import supernode.design.Damage;
import supernode.design.Design;
import supernode.design.Fabric;
import supernode.design.Scenario;
import supernode.topology.Expansion;
import supernode.topology.Instance;
import supernode.topology.Link;
import supernode.topology.Outage;
import supernode.topology.SoundModel;
import supernode.topology.SystemModel;

/** Totals and loads that follow from the sound ones are the sums over what is up. */
class InventoryTest {
  @ParameterizedTest
  @CsvSource({
    "gb200-nvl72, compute[2], SCALE_UP",
    "gb200-nvl72, compute[2].gpu[1], SCALE_UP",
    "gb200-nvl72, fabric[0].switch[1], SCALE_UP",
    "mi300x-mesh, '', SCALE_UP",
    "superpod-h100-su, '', SCALE_OUT",
    "cloudmatrix384, '', SCALE_UP"
  })
  void failuresTakeAwayWhatTheyTake(String sample, String fault, Fabric fabric) {
    Design design = SampleAnalysis.design(sample);
    SoundModel sound =
        new SoundModel(Expansion.whole(design, design.library(SampleAnalysis.CATALOG)));
    Outage outage =
        sound.under(
            Scenario.DEFAULT
                .withFaults(fault.isEmpty() ? Set.of() : Set.of(fault))
                .withDamage(
                    List.of(
                        new Damage.Random(Damage.Part.LINKS, fabric, 9, 3),
                        new Damage.Random(Damage.Part.ENDPOINTS, fabric, 1, 3))));
    List<Result> totals = new Inventory(sound).under(outage).results();
    SystemModel model = outage.model();
    total(totals, "fp16DensePflops", chips(model, i -> i.values().get(Property.FP16_DENSE, 0)));
    total(
        totals,
        fabric == Fabric.SCALE_UP ? "scaleUpInjectionTBps" : "scaleOutInjectionTBps",
        injected(model, fabric));
    for (Result r : totals) {
      Explanation why = r.explanation().get();
      assertThat(why.value().orElseThrow().value()).isEqualTo(r.quantity().value());
    }
    Loads left = new Loads(sound.model()).under(outage);
    Loads anew = new Loads(model);
    same(left.totalW(), anew.totalW());
    same(left.computeW(), anew.computeW());
    same(left.linkEndsW(), anew.linkEndsW());
    for (Instance i : model.instances()) {
      same(left.inputW(i.index()), anew.inputW(i.index()));
      same(left.heatW(i.index()), anew.heatW(i.index()));
    }
  }

  private static double chips(SystemModel model, ToDoubleFunction<Instance> value) {
    return model.instances().stream()
        .filter(i -> i.part().kind() == PartKind.ACCELERATOR && !i.failed())
        .mapToDouble(value)
        .sum();
  }

  private static double injected(SystemModel model, Fabric fabric) {
    double sum = 0;
    for (Link l : model.links()) {
      for (int end : new int[] {l.a(), l.b()}) {
        PartKind kind = model.instances().get(end).part().kind();
        boolean sends =
            kind == PartKind.ACCELERATOR || (fabric == Fabric.SCALE_OUT && kind == PartKind.NIC);
        sum += l.fabric() == fabric && sends ? l.live() * l.rateBytesPerS() : 0;
      }
    }
    return sum;
  }

  private static void total(List<Result> totals, String id, double expected) {
    double found =
        totals.stream()
            .filter(r -> r.id().equals("totals." + id))
            .mapToDouble(r -> r.quantity().value())
            .findFirst()
            .orElse(0);
    same(found, expected);
  }

  private static void same(double found, double expected) {
    assertThat(found).isCloseTo(expected, within(1e-12 * Math.abs(expected)));
  }
}
