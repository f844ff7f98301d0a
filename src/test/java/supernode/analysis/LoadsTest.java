package supernode.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import supernode.design.Design;
import supernode.design.Scenario;
import supernode.design.edit.Edit;
import supernode.topology.Expansion;
import supernode.topology.Instance;
import supernode.topology.Outage;
import supernode.topology.SoundModel;
import supernode.topology.SystemModel;

/** What parts draw after a failure is the same whether it is found from what failed or afresh. */
class LoadsTest {
  @ParameterizedTest
  @ValueSource(strings = {"gb200-nvl72", "al128", "row-10-racks"})
  void afterAFailureAreThoseOfTheFailedDesign(String sample) {
    Design design = SampleAnalysis.design(sample);
    SystemModel whole = Expansion.whole(design, design.library(SampleAnalysis.CATALOG));
    SoundModel sound = new SoundModel(whole);
    Loads before = new Loads(whole);
    Random random = new Random(7);
    for (int round = 0; round < 20; round++) {
      Outage outage = sound.under(failing(design, whole, random));
      Loads found = before.under(outage);
      Loads afresh = new Loads(outage.model());
      for (Instance i : whole.instances()) {
        assertThat(found.inputW(i.index()))
            .as(i.name())
            .isCloseTo(afresh.inputW(i.index()), within(1e-9));
        assertThat(found.heatW(i.index()))
            .as(i.name())
            .isCloseTo(afresh.heatW(i.index()), within(1e-9));
        assertThat(found.isFacility(i.index())).isEqualTo(afresh.isFacility(i.index()));
      }
      assertThat(found.totalW()).isCloseTo(afresh.totalW(), within(1e-6));
    }
  }

  private static Scenario failing(Design design, SystemModel model, Random random) {
    Set<String> failed = new LinkedHashSet<>();
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      failed.add(model.instances().get(random.nextInt(model.instances().size())).name());
    }
    // Feeds are few: one fails each time.
    List<String> feeds =
        model.instances().stream()
            .filter(i -> i.part().kind().key().startsWith("power"))
            .map(Instance::name)
            .toList();
    failed.add(feeds.get(random.nextInt(feeds.size())));
    Design next = design;
    for (String name : failed) {
      next = new Edit.SetFault(Design.DEFAULT_SCENARIO, name, true).applyTo(next);
    }
    return next.scenarios().get(Design.DEFAULT_SCENARIO);
  }
}
