package supernode.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static supernode.analysis.SampleAnalysis.edited;
import static supernode.analysis.SampleAnalysis.full;
import static supernode.analysis.SampleAnalysis.value;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import supernode.catalog.Property;
import supernode.design.Arrangement;
import supernode.design.Design;
import supernode.design.Fabric;
import supernode.design.Pattern;
import supernode.design.Placement;
import supernode.design.Selector;
import supernode.design.Wiring;
import supernode.design.edit.Edit;

/** The published figures of the GB200 NVL72, from the sum of its drawn parts. */
class Nvl72Test {
  private static final Design DESIGN = SampleAnalysis.design("gb200-nvl72");
  private static final Analysis DEFAULT = full(DESIGN, Design.DEFAULT_SCENARIO);

  @Test
  void countsAndComputeAreThePublishedOnes() {
    assertThat(value(DEFAULT, "totals.accelerators")).isEqualTo(72);
    assertThat(value(DEFAULT, "totals.cpus")).isEqualTo(36);
    assertThat(value(DEFAULT, "totals.switches")).isEqualTo(18);
    assertThat(value(DEFAULT, "totals.fp4DensePflops")).isCloseTo(720e15, within(1e9));
    assertThat(value(DEFAULT, "totals.fp4SparsePflops")).isCloseTo(1440e15, within(1e9));
    assertThat(value(DEFAULT, "totals.memoryTB")).isBetween(13.4e12, 13.9e12);
    assertThat(value(DEFAULT, "totals.memoryBandwidthTBps")).isCloseTo(576e12, within(1e6));
  }

  @Test
  void bandwidthIsThePublishedOnePerDirection() {
    assertThat(value(DEFAULT, "totals.scaleUpInjectionTBps")).isCloseTo(64.8e12, within(1.0));
    assertThat(value(DEFAULT, "totals.scaleUpBothWaysTBps"))
        .as("the vendor's 130 TB/s adds both directions")
        .isCloseTo(129.6e12, within(1.0));
    assertThat(value(DEFAULT, "scaleUp.injectionGBps")).isCloseTo(900e9, within(1e-3));
    assertThat(value(DEFAULT, "scaleUp.bisectionTBps")).isCloseTo(32.4e12, within(1.0));
    assertThat(value(DEFAULT, "scaleUp.switchHops")).isEqualTo(1);
    assertThat(value(DEFAULT, "scaleUp.edgeConnectivity")).isEqualTo(18);
    assertThat(value(DEFAULT, "scaleUp.allToAllPairGBps")).isCloseTo(900e9 / 71, within(1e-3));
  }

  @Test
  void aFailedSwitchChipCostsOneEighteenth() {
    Analysis failed = full(DESIGN, "one switch down");
    for (String id : List.of("scaleUp.allToAllPairGBps", "scaleUp.bisectionTBps")) {
      assertThat(value(failed, id) / value(DEFAULT, id)).isCloseTo(17.0 / 18, within(1e-12));
    }
    FabricAnswer answer = failed.networks().get(Fabric.SCALE_UP).asOptional().orElseThrow();
    assertThat(answer.traffics().getFirst().bottlenecks())
        .as("the links that now limit are named")
        .isNotEmpty()
        .allSatisfy(b -> assertThat(b.from() + b.to()).doesNotContain("fabric[3].switch[0]"));
    assertThat(failed.findings()).extracting(Finding::kind).contains("part-failed");
    Explanation why = failed.result("scaleUp.injectionGBps").orElseThrow().explanation().get();
    assertThat(why.inputs())
        .as("the failed chip is in the derivation")
        .anyMatch(e -> e.limiting() && e.place().equals("fabric[3].switch[0]"));
  }

  @Test
  void powerOfThePartsLiesInThePublishedBand() {
    assertThat(value(DEFAULT, "power.totalKW")).isBetween(120e3, 132e3);
    PowerAnswer power = DEFAULT.power().asOptional().orElseThrow();
    double sum = power.byKind().values().stream().mapToDouble(Double::doubleValue).sum();
    CoolingAnswer cooling = DEFAULT.cooling().asOptional().orElseThrow();
    assertThat(sum - cooling.rejectionW())
        .as("the kinds add up to the total")
        .isCloseTo(value(DEFAULT, "power.totalKW"), within(1e-6));
  }

  @Test
  void coolantRisesAsHeatAndFlowSay() {
    double heatW = value(DEFAULT, "cooling.liquidKW");
    double flowM3S = value(DEFAULT, "cooling.flowLpm");
    double rise = value(DEFAULT, "cooling.riseK");
    double pumpW = value(DEFAULT, "cooling.pumpKW");
    // PG25 near 33 degrees C, cooling.md 2.9: density 1013.4, heat capacity 3951.9. The pump's
    // work ends in the coolant too.
    assertThat(rise).isCloseTo((heatW + pumpW) / (flowM3S * 1013.4 * 3951.9), within(0.02 * rise));
  }

  @Test
  void thePumpMeetsTheSolvedLoopAtItsDutyPoint() {
    CoolingAnswer cooling = DEFAULT.cooling().asOptional().orElseThrow();
    double[] flow = cooling.pumping().get().system().x();
    double[] pressure = cooling.pumping().get().system().y();
    assertThat(flow).hasSizeGreaterThan(5).isSorted();
    assertThat(pressure).isSorted();
    int at = 0;
    while (flow[at] < cooling.pumping().get().dutyFlowM3S() * (1 - 1e-6)) {
      at++;
    }
    assertThat(pressure[at]).isCloseTo(cooling.pumping().get().dutyPressurePa(), within(1.0));
    // Plates and couplings are near-quadratic, hoses less: the exponent lies between.
    double exponent = Math.log(pressure[at] / pressure[0]) / Math.log(flow[at] / flow[0]);
    assertThat(exponent).isBetween(1.5, 2.0);
  }

  @Test
  void anyTwoChipsAreJoinedOverEighteenSwitches() {
    List<supernode.topology.Link> links =
        DEFAULT.model().asOptional().orElseThrow().links(Fabric.SCALE_UP);
    Map<Integer, java.util.Set<Integer>> switches = new java.util.HashMap<>();
    links.forEach(l -> switches.computeIfAbsent(l.a(), _ -> new java.util.HashSet<>()).add(l.b()));
    assertThat(switches).hasSize(72);
    assertThat(switches.values().stream().distinct().toList())
        .as("all hang on the same switches")
        .singleElement()
        .satisfies(planes -> assertThat(planes).hasSize(18));
  }

  @Test
  void junctionsHoldAt45DegreesOrAFindingSaysWhyNot() {
    Analysis warm = full(DESIGN, "45 °C facility water");
    CoolingAnswer cooling = warm.cooling().asOptional().orElseThrow();
    assertThat(cooling.chips()).hasSize(126);
    boolean allHold = cooling.chips().stream().allMatch(c -> c.marginK() >= 0);
    boolean said = warm.findings().stream().anyMatch(f -> f.kind().startsWith("junction-"));
    assertThat(allHold || said).isTrue();
    assertThat(allHold).isTrue();
  }

  @Test
  void aSlowerPumpHeatsTheChipsUntilTheFirstIsNamed() {
    double before = value(DEFAULT, "cooling.hottestJunctionC");
    Analysis slower =
        full(
            edited(
                DESIGN,
                new Edit.SetValue("rack", "cdu", Property.PUMP_SPEED, OptionalDouble.of(0.4))),
            Design.DEFAULT_SCENARIO);
    assertThat(value(slower, "cooling.hottestJunctionC")).isGreaterThan(before + 1);
    Analysis slow =
        full(
            edited(
                DESIGN,
                new Edit.SetValue("rack", "cdu", Property.PUMP_SPEED, OptionalDouble.of(0.08))),
            Design.DEFAULT_SCENARIO);
    Finding hot =
        slow.findings().stream()
            .filter(f -> f.kind().equals("junction-too-hot"))
            .findFirst()
            .orElseThrow();
    assertThat(hot.places().getFirst())
        .isEqualTo(slow.cooling().asOptional().orElseThrow().chips().getFirst().place());
    assertThat(hot.mends()).as("running the pump again mends it").isNotEmpty();
    Analysis mended =
        full(hot.mends().getFirst().edit().applyTo(slow.design()), Design.DEFAULT_SCENARIO);
    assertThat(mended.findings()).extracting(Finding::kind).doesNotContain("junction-too-hot");
  }

  @Test
  void oneTrayMoreFindsNoFreeSwitchPort() {
    Placement extra =
        new Placement("compute-tray", 1, new Arrangement.Slots(List.of(10)), Map.of());
    Wiring spine =
        DESIGN.rootAssembly().wirings().stream()
            .filter(w -> w.fabric() == Fabric.SCALE_UP)
            .findFirst()
            .orElseThrow();
    Wiring wired =
        new Wiring(
            "more",
            Fabric.SCALE_UP,
            spine.link(),
            spine.lengthM(),
            new Pattern.EveryToEvery(
                Selector.parse("extra[*].gpu[*].nvlink"),
                Selector.parse("fabric[*].switch[*].port"),
                1));
    Design crowded =
        edited(
            DESIGN,
            new Edit.AddPlacement("rack", "extra", extra),
            new Edit.AddWiring("rack", wired));
    Analysis analysis = full(crowded, Design.DEFAULT_SCENARIO);
    Finding shortage =
        analysis.findings().stream()
            .filter(f -> f.kind().equals("port-shortage"))
            .findFirst()
            .orElseThrow();
    assertThat(shortage.places()).hasSize(18).allMatch(p -> p.startsWith("fabric["));
    assertThat(shortage.mends()).isNotEmpty();
    Design mended = shortage.mends().getLast().edit().applyTo(crowded);
    assertThat(full(mended, Design.DEFAULT_SCENARIO).findings())
        .extracting(Finding::kind)
        .doesNotContain("port-shortage");
  }

  @Test
  void theSampleAsShippedHasNoErrors() {
    assertThat(DEFAULT.findings()).noneMatch(f -> f.severity() == Severity.ERROR);
  }

  @Test
  void everyResultExplainsItselfToItsLeaves() {
    DEFAULT
        .results()
        .forEach(r -> {
          Explanation e = r.explanation().get();
          assertThat(e.value()).as(r.id()).isPresent();
          assertThat(e.value().orElseThrow().value())
              .as(r.id())
              .isCloseTo(
                  r.quantity().value(), within(1e-9 * Math.abs(r.quantity().value()) + 1e-15));
          assertThat(e.formula().isPresent() || e.source().isPresent()).as(r.id()).isTrue();
        });
  }
}
