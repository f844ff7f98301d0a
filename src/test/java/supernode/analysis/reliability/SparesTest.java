package supernode.analysis.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import supernode.analysis.Analysis;
import supernode.analysis.DrawnFleet;
import supernode.analysis.SampleAnalysis;
import supernode.catalog.Property;
import supernode.design.Design;
import supernode.design.edit.Edit;
import supernode.solve.reliability.RepairShop;
import supernode.solve.workload.machine.Fleet;

/** Accelerators, trays and racks in reserve: k of n are in use. */
class SparesTest {
  private static final Design SOUND = SampleAnalysis.design("gb200-nvl72");

  private static Design spare(Design design, String assembly, String placement, int spares) {
    return SampleAnalysis.edited(
        design, new Edit.SetValue(assembly, placement, Property.SPARES, OptionalDouble.of(spares)));
  }

  private static Fleet fleet(Design design) {
    return DrawnFleet.of(SampleAnalysis.full(design, "default")).asOptional().orElseThrow().fleet();
  }

  private static Resilience resilience(Design design) {
    Analysis analysis = SampleAnalysis.full(design, "default");
    return Resilience.of(analysis, () -> false).asOptional().orElseThrow();
  }

  /** Of 18 trays two stand by: 64 of 72 accelerators carry the job, each as it was. */
  @Test
  void spareTraysCarryNoJob() {
    Fleet all = fleet(SOUND);
    Fleet used = fleet(spare(SOUND, "rack", "compute", 2));
    assertThat(used.count()).isEqualTo(64);
    assertThat(used.domainSize()).isEqualTo(64);
    assertThat(used.chip()).isEqualTo(all.chip());
    assertThat(
            DrawnFleet.of(SampleAnalysis.full(spare(SOUND, "rack", "compute", 2), "default"))
                .asOptional()
                .orElseThrow()
                .notes())
        .anyMatch(t -> t.key().equals("workload.spares") && t.values().equals(List.of(64, 8)));
  }

  /** A failed accelerator takes its tray out of use; a spare one steps in. */
  @Test
  void aSpareTrayStandsInForOneThatIsImpaired() {
    Design failed =
        SampleAnalysis.edited(
            spare(SOUND, "rack", "compute", 2),
            new Edit.SetFault("default", "compute[0].gpu[1]", true));
    assertThat(fleet(failed).count()).isEqualTo(64);
    assertThat(resilience(failed).accelerators()).isEqualTo(71);
    assertThat(resilience(failed).spares()).isEqualTo(7);
  }

  /** 64 and one: a job runs on while one of the 65 is down, whichever it is. */
  @Test
  void oneSpareOfARowOfAccelerators() {
    Design node = spare(SampleAnalysis.design("trn2-node"), "node", "chip", 1);
    assertThat(fleet(node).count()).isEqualTo(15);
    assertThat(resilience(node).spares()).isEqualTo(1);
  }

  /**
   * Places are filled as the machine repair problem says: here its steady state as sums of
   * products, worked out anew.
   */
  @Test
  void placesAreFilledAsTheClosedFormSays() {
    int spares = 8;
    Resilience r = resilience(spare(SOUND, "rack", "compute", 2));
    RepairShop shop = r.repairShop().orElseThrow();
    assertThat(shop.inUse()).isEqualTo(64);
    assertThat(shop.spares()).isEqualTo(spares);
    double rho = shop.one().perHour() * shop.repairHours();
    double sum = 0;
    double full = 0;
    double weight = 1;
    for (int down = 0; down <= 64 + spares; down++) {
      sum += weight;
      full += down <= spares ? weight : 0;
      weight *= Math.min(64, 64 + spares - down) * rho;
    }
    assertThat(shop.fullAvailability()).isCloseTo(full / sum, within(1e-12));
  }

  /** A part in reserve stops no job: the rate goes with what is in use. */
  @Test
  void spareAcceleratorsStopNoJob() {
    Resilience all = resilience(SOUND);
    Resilience some = resilience(spare(SOUND, "rack", "compute", 2));
    double chips = 72 * 6970 + 576 * 678 + 36 * 377;
    assertThat(all.stopping().fit()).isCloseTo(chips, within(1e-3));
    assertThat(some.stopping().fit()).isCloseTo(chips * 64 / 72, within(1e-3));
  }

  /** Not all can stand by. */
  @Test
  void atLeastOneIsInUse() {
    assertThat(fleet(spare(SOUND, "rack", "compute", 18)).count()).isEqualTo(4);
  }
}
