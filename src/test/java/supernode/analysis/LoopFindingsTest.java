package supernode.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import supernode.catalog.LinkType;
import supernode.catalog.Property;
import supernode.catalog.Values;
import supernode.design.Arrangement;
import supernode.design.Design;
import supernode.design.DesignException;
import supernode.design.Fabric;
import supernode.design.Pattern;
import supernode.design.Placement;
import supernode.design.Selector;
import supernode.design.Wiring;
import supernode.design.edit.Edit;
import supernode.solve.Outcome;
import supernode.solve.cooling.power.Pue;

/** A faulty loop is named with its place; the other loops are solved. */
class LoopFindingsTest {
  private static final String DEFAULT = Design.DEFAULT_SCENARIO;
  private static final Design ROW = SampleAnalysis.design("row-10-racks");
  private static final Design TANK = SampleAnalysis.design("immersion-tank");
  private static final Design RACK = SampleAnalysis.design("gb200-nvl72");

  private static Edit value(String assembly, String placement, Property property, double si) {
    return new Edit.SetValue(assembly, placement, property, OptionalDouble.of(si));
  }

  private static Edit one(String path, Property property, double si) {
    return new Edit.SetInstanceValue(path, property, OptionalDouble.of(si));
  }

  private static Analysis analysis(Design design, Edit... edits) {
    return SampleAnalysis.full(SampleAnalysis.edited(design, edits), DEFAULT);
  }

  private static Finding find(Analysis analysis, String kind) {
    assertThat(analysis.findings()).extracting(Finding::kind).contains(kind);
    return analysis.findings().stream()
        .filter(f -> f.kind().equals(kind))
        .findFirst()
        .orElseThrow();
  }

  /** Two plates of their own on a hose, beside the rack's loop. */
  private static Design withLooseLoop(Edit... more) {
    Design design = SampleAnalysis.design("gb200-nvl72");
    Arrangement at = new Arrangement.Grid(1900, 100, 60, 40, 2, 10);
    Edit[] edits = {
      new Edit.AddPlacement("rack", "alone", new Placement("cp-1400w", 2, at, Map.of())),
      hose("alone[0].out", "alone[1].in"),
      hose("alone[1].out", "alone[0].in")
    };
    return SampleAnalysis.edited(SampleAnalysis.edited(design, edits), more);
  }

  private static Edit hose(String a, String b) {
    Pattern joins = new Pattern.PointToPoint(Selector.parse(a), Selector.parse(b), 1);
    return new Edit.AddWiring("rack", new Wiring("alone", Fabric.LOOP, "hose-8", 0.5, joins));
  }

  @Test
  void aLoopWithoutPumpIsNamedAndTheOthersAreSolved() {
    Analysis a = SampleAnalysis.full(withLooseLoop(), DEFAULT);
    Finding f = find(a, "loop-no-pump");
    assertThat(f.severity()).isEqualTo(Severity.ERROR);
    assertThat(f.places()).containsExactly("alone[0]");
    assertThat(a.cooling().asOptional().orElseThrow().chips()).hasSize(126);
  }

  @Test
  void aLoopThatCannotBeSolvedLeavesTheOthersTheirAnswers() {
    // A plate without rated flow makes its loop unusable.
    Analysis a =
        SampleAnalysis.full(withLooseLoop(value("rack", "alone", Property.RATED_FLOW, 0)), DEFAULT);
    Finding f = find(a, "loop-unsolvable");
    assertThat(f.severity()).isEqualTo(Severity.ERROR);
    assertThat(f.places()).isNotEmpty().allMatch(p -> p.startsWith("alone["));
    CoolingAnswer c = a.cooling().asOptional().orElseThrow();
    assertThat(c.chips()).hasSize(126);
    assertThat(c.detail().loops()).extracting(LoopDetail.Loop::solved).contains(true, false);
  }

  @Test
  void aLoopWithoutSinkIsNamed() {
    // The cooler has no capacity: what heats the water cannot leave it.
    Analysis a = analysis(TANK, value("hall", "cooler", Property.CAPACITY_W, 0));
    assertThat(a.cooling()).isInstanceOf(Outcome.NotApplicable.class);
    Finding f = find(a, "loop-unsolvable");
    assertThat(f.severity()).isEqualTo(Severity.ERROR);
    assertThat(f.text().key()).isEqualTo("cooling.fault.noSink");
    assertThat(f.text().values().toString()).contains("tank[0]");
  }

  @Test
  void aManifoldIsNotGivenABoreOfNothing() {
    Edit none = value("rack", "supply", Property.INNER_DIAMETER_M, 0);
    assertThatThrownBy(() -> none.applyTo(RACK))
        .isInstanceOf(DesignException.class)
        .hasMessageContaining("rack.supply");
  }

  @Test
  void aHoseWithoutBoreIsNamedAndTheOtherLoopsAreSolved() {
    LinkType hose = SampleAnalysis.CATALOG.links().get("hose-8");
    Values flat = hose.values().overridden(Map.of(Property.INNER_DIAMETER_M, 0.0));
    Edit own =
        new Edit.EmbedLink(
            new LinkType("flat", hose.family(), "flat", hose.medium(), hose.protocols(), flat));
    Pattern joins =
        new Pattern.PointToPoint(Selector.parse("alone[0].out"), Selector.parse("alone[1].in"), 1);
    Edit laid =
        new Edit.ReplaceWiring(
            "rack",
            new Wiring("alone", Fabric.LOOP, "hose-8", 0.5, joins),
            new Wiring("alone", Fabric.LOOP, "flat", 0.5, joins));
    Analysis a = SampleAnalysis.full(withLooseLoop(own, laid), DEFAULT);
    Finding f = find(a, "loop-unsolvable");
    assertThat(f.severity()).isEqualTo(Severity.ERROR);
    assertThat(f.places()).isNotEmpty().allMatch(p -> p.startsWith("alone["));
    assertThat(a.cooling().asOptional().orElseThrow().chips()).hasSize(126);
  }

  @Test
  void aLoopWithoutVesselSaysWhereItIsHeld() {
    Finding f = find(SampleAnalysis.full(TANK, DEFAULT), "loop-pinned");
    assertThat(f.severity()).isEqualTo(Severity.INFO);
    assertThat(f.places()).isNotEmpty();
  }

  @Test
  void twoSetPointsInOneLoopConflict() {
    Analysis a = analysis(ROW, one("cdu[1]", Property.SUPPLY_SET_C, 40));
    Finding f = find(a, "loop-set-points");
    assertThat(f.places()).containsExactly("cdu[1]");
    assertThat(f.text().values().toString()).contains("cdu[0]");
  }

  @Test
  void aPumpCurveThatDoesNotFallIsNamed() {
    Analysis a = analysis(TANK, value("hall", "pump", Property.SHUTOFF_PRESSURE, 150e3));
    assertThat(find(a, "pump-curve").places()).containsExactly("pump[0]");
    assertThat(a.cooling().asOptional()).isPresent();
  }

  @Test
  void twoCoolantsInOneLoopAreAnError() {
    double eg25 = Property.COOLANT.choice("eg25").orElseThrow();
    double water = Property.COOLANT.choice("water").orElseThrow();
    Analysis a =
        analysis(
            ROW, one("cdu[0]", Property.COOLANT, eg25), one("cdu[1]", Property.COOLANT, water));
    assertThat(find(a, "loop-two-coolants").severity()).isEqualTo(Severity.ERROR);
  }

  @Test
  void theCoolantOfALoopIsChosen() {
    double water = Property.COOLANT.choice("water").orElseThrow();
    Design rack = SampleAnalysis.design("gb200-nvl72");
    Analysis glycol = SampleAnalysis.full(rack, DEFAULT);
    Analysis wet = analysis(rack, value("rack", "cdu", Property.COOLANT, water));
    LoopDetail.Loop loop = wet.cooling().asOptional().orElseThrow().detail().loops().getFirst();
    assertThat(loop.coolant()).isEqualTo("water");
    assertThat(loop.basis()).isEqualTo("pure");
    assertThat(glycol.cooling().asOptional().orElseThrow().detail().loops().getFirst().basis())
        .isEqualTo("by-mass");
    // Water is thinner and takes more heat: more flow, less rise.
    assertThat(SampleAnalysis.value(wet, "cooling.flowLpm"))
        .isGreaterThan(SampleAnalysis.value(glycol, "cooling.flowLpm"));
    assertThat(SampleAnalysis.value(wet, "cooling.riseK"))
        .isLessThan(SampleAnalysis.value(glycol, "cooling.riseK"));
  }

  @Test
  void leakageWarmsChipsAndRunsAwayWhereItOutgrowsTheCooling() {
    Design rack = SampleAnalysis.design("gb200-nvl72");
    double plain = SampleAnalysis.value(SampleAnalysis.full(rack, DEFAULT), "cooling.liquidKW");
    Analysis some = analysis(rack, value("gb200-package", "die", Property.LEAKAGE_SHARE, 0.2));
    // Cooler than their limit, chips draw less than rated.
    assertThat(SampleAnalysis.value(some, "cooling.liquidKW")).isLessThan(plain);
    Analysis away =
        analysis(
            rack,
            value("gb200-package", "die", Property.LEAKAGE_SHARE, 0.02),
            value("gb200-package", "die", Property.JUNCTION_TO_CASE, 0.2),
            value("gb200-package", "die", Property.JUNCTION_LIMIT_C, 60));
    assertThat(find(away, "loop-runaway").severity()).isEqualTo(Severity.ERROR);
  }

  @Test
  void chipsAboveTheirLimitComputeMoreSlowly() {
    Design rack = SampleAnalysis.design("gb200-nvl72");
    assertThat(
            SampleAnalysis.full(rack, DEFAULT)
                .cooling()
                .asOptional()
                .orElseThrow()
                .detail()
                .speeds())
        .isEmpty();
    Analysis hot = analysis(rack, value("rack", "cdu", Property.PUMP_SPEED, 0.08));
    Map<String, Double> speeds = hot.cooling().asOptional().orElseThrow().detail().speeds();
    assertThat(speeds).isNotEmpty();
    assertThat(speeds.values()).allMatch(s -> s > 0 && s < 1);
    assertThat(SampleAnalysis.value(hot, "power.pjPerFlop"))
        .isGreaterThan(SampleAnalysis.value(SampleAnalysis.full(rack, DEFAULT), "power.pjPerFlop"));
  }

  @Test
  void oneUnitCarriesTheRowWhenTheOtherFails() {
    Analysis both = SampleAnalysis.full(ROW, DEFAULT);
    Analysis single = SampleAnalysis.full(ROW, "one CDU down");
    List<LoopDetail.Unit> units =
        single.cooling().asOptional().orElseThrow().detail().units().stream()
            .filter(u -> u.place().startsWith("cdu"))
            .toList();
    assertThat(units).extracting(LoopDetail.Unit::place).containsExactly("cdu[1]");
    assertThat(single.count(Severity.ERROR)).isZero();
    assertThat(SampleAnalysis.value(single, "cooling.hottestJunctionC"))
        .isGreaterThan(SampleAnalysis.value(both, "cooling.hottestJunctionC"));
  }

  @Test
  void aTwoPhaseTankKeepsItsBoilingPoint() {
    Analysis a = analysis(TANK, value("tank", "bath", Property.BOILING_C, 50));
    CoolingAnswer.Chip chip = a.cooling().asOptional().orElseThrow().chips().getFirst();
    Analysis single = SampleAnalysis.full(TANK, DEFAULT);
    assertThat(chip.junctionC())
        .isGreaterThan(single.cooling().asOptional().orElseThrow().chips().getFirst().junctionC());
  }

  @Test
  void manifoldsAreAsWarmAsTheirCoolant() {
    CoolingAnswer c = SampleAnalysis.full(RACK, DEFAULT).cooling().asOptional().orElseThrow();
    LoopDetail.Unit unit = c.detail().units().getFirst();
    assertThat(c.temperatures().get().at("supply[0]").orElseThrow())
        .isCloseTo(unit.supplyC(), within(0.1));
    assertThat(c.temperatures().get().at("return[0]").orElseThrow())
        .isCloseTo(unit.returnC(), within(0.1));
    assertThat(unit.returnC()).isGreaterThan(unit.supplyC() + 5);
  }

  @Test
  void partsOfUsageEffectivenessAddUp() {
    PowerAnswer p = SampleAnalysis.full(ROW, DEFAULT).power().asOptional().orElseThrow();
    Pue pue = p.pue().orElseThrow();
    assertThat(pue.facilityPumpW()).isPositive();
    assertThat(pue.pue())
        .isEqualTo(
            1
                + (pue.loopPumpW()
                        + pue.facilityPumpW()
                        + pue.fanW()
                        + pue.chillerW()
                        + pue.electricalW())
                    / pue.itW());
    Analysis hot = SampleAnalysis.full(ROW, "hot day");
    assertThat(SampleAnalysis.value(hot, "power.pue"))
        .isGreaterThan(SampleAnalysis.value(SampleAnalysis.full(ROW, DEFAULT), "power.pue"));
    assertThat(SampleAnalysis.value(hot, "power.energyMWhPerYear") * 0.46)
        .isCloseTo(
            SampleAnalysis.value(hot, "power.carbonTPerYear"),
            org.assertj.core.api.Assertions.withinPercentage(1e-6));
  }
}
