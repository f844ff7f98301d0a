package supernode.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import supernode.catalog.Property;
import supernode.design.Arrangement;
import supernode.design.Design;
import supernode.design.Fabric;
import supernode.design.Pattern;
import supernode.design.Placement;
import supernode.design.Selector;
import supernode.design.Wiring;
import supernode.design.edit.Edit;
import supernode.design.edit.Splice;

/** Valves, filters and vessels put into the hoses of a rack do there what they are for. */
class SplicedPartTest {
  private static final Design RACK = SampleAnalysis.design("gb200-nvl72");
  private static final double TRAY_M3S = 3e-3 / 60;

  private static Wiring hose(Design design, String assembly, String name) {
    return design.assemblies().get(assembly).wirings().stream()
        .filter(w -> w.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Design spliced(String assembly, String hose, String part, Edit... more) {
    Edit edit =
        new Splice(RACK, RACK.library(SampleAnalysis.CATALOG))
            .of(placing(assembly, part), hose(RACK, assembly, hose))
            .orElseThrow();
    return SampleAnalysis.edited(edit.applyTo(RACK), more);
  }

  private static Edit.AddPlacement placing(String assembly, String part) {
    return new Edit.AddPlacement(
        assembly,
        "extra",
        new Placement(part, 1, new Arrangement.Grid(0, 900, 20, 10, 1, 4), Map.of()));
  }

  private static LoopDetail.Part part(Design design, String place) {
    Analysis a = SampleAnalysis.full(design, Design.DEFAULT_SCENARIO);
    return a.cooling().asOptional().orElseThrow().detail().parts().stream()
        .filter(p -> p.place().equals(place))
        .findFirst()
        .orElseThrow();
  }

  private static Edit set(String assembly, Property property, double si) {
    return new Edit.SetValue(assembly, "extra", property, OptionalDouble.of(si));
  }

  @Test
  void aHoseIsSplitInTwoHalvesAndTheCoolantGoesThroughThePart() {
    Design design = spliced("rack", "CDU supply", "filter-50um");
    List<Wiring> halves =
        design.assemblies().get("rack").wirings().stream()
            .filter(w -> w.name().equals("CDU supply"))
            .toList();
    assertThat(halves).hasSize(2).allMatch(w -> w.lengthM() == 1);
    LoopDetail.Part filter = part(design, "extra[0]");
    assertThat(filter.flowM3S())
        .isCloseTo(part(design, "cdu[0]").flowM3S(), withinPercentage(0.01));
    assertThat(filter.lossPa()).isPositive();
    assertThat(part(design, "cdu[0]").flowM3S()).isLessThan(part(RACK, "cdu[0]").flowM3S());
  }

  @Test
  void aFlowControlValveLimitsItsTrayWhicheverWayTheHoseIsDrawn() {
    for (String hose : new String[] {"tray supply", "tray return"}) {
      Design design =
          spliced(
              "compute-tray",
              hose,
              "valve-flow-dn15",
              set("compute-tray", Property.SET_FLOW, TRAY_M3S));
      assertThat(part(design, "compute[4].extra[0]").flowM3S())
          .as(hose)
          .isCloseTo(TRAY_M3S, withinPercentage(1e-4));
    }
  }

  @Test
  void aThrottleTakesWhatItsStrokeSaysAndShutStopsTheFlow() {
    Design open = spliced("rack", "CDU supply", "valve-balancing-dn50");
    Design half =
        spliced("rack", "CDU supply", "valve-balancing-dn50", set("rack", Property.OPENING, 0.4));
    assertThat(part(half, "extra[0]").flowM3S()).isLessThan(part(open, "extra[0]").flowM3S());
    LoopDetail.Part p = part(half, "extra[0]");
    // 1 bar at Kv of water; equal percentage of 50.
    double kv = 33 * Math.pow(50, 0.4 - 1);
    double waterPa = 1e5 * Math.pow(p.flowM3S() * 3600 / kv, 2);
    assertThat(p.lossPa()).isCloseTo(waterPa, withinPercentage(4));
  }

  @Test
  void aVesselHoldsItsPressure() {
    Design design =
        spliced(
            "rack", "CDU return", "expansion-vessel", set("rack", Property.SET_PRESSURE, 170e3));
    assertThat(part(design, "extra[0]").pressurePa()).isCloseTo(170e3, offset(1.0));
  }

  @Test
  void aCheckValveTheRightWayRoundPasses() {
    Design design = spliced("rack", "CDU return", "valve-check-dn25");
    assertThat(part(design, "extra[0]").flowM3S()).isPositive();
  }

  /** One manifold to every plate, or every plate to one: each hose gets a valve of its own. */
  @ParameterizedTest
  @CsvSource({
    "compute-tray, GPU plate supply, 4, compute[4].extra[3]",
    "compute-tray, GPU plate return, 4, compute[4].extra[0]",
    "rack, compute supply, 18, extra[17]",
    "rack, compute return, 18, extra[2]"
  })
  void hosesFromOnePlaceToManyGetOneEach(String assembly, String hose, int count, String place) {
    double setM3S = 0.2 * TRAY_M3S;
    Design design =
        spliced(assembly, hose, "valve-flow-dn15", set(assembly, Property.SET_FLOW, setM3S));
    assertThat(design.assemblies().get(assembly).placements().get("extra").count())
        .isEqualTo(count);
    List<LoopDetail.Part> valves =
        SampleAnalysis.full(design, Design.DEFAULT_SCENARIO)
            .cooling()
            .asOptional()
            .orElseThrow()
            .detail()
            .parts()
            .stream()
            .filter(p -> p.place().contains("extra["))
            .toList();
    assertThat(valves).anyMatch(p -> p.place().equals(place));
    assertThat(valves)
        .allSatisfy(p -> assertThat(p.flowM3S()).isCloseTo(setM3S, withinPercentage(1e-4)));
  }

  @Test
  void whatJoinsSeveralPlacesToSeveralOthersSaysThatItIsNotSplit() {
    Wiring crossed =
        new Wiring(
            "crossed",
            Fabric.LOOP,
            "hose-12",
            1,
            new Pattern.EveryToEvery(
                Selector.parse("compute[*].coolantOut"), Selector.parse("fabric[*].coolantIn"), 1));
    Splice splice = new Splice(RACK, RACK.library(SampleAnalysis.CATALOG));
    Edit.AddPlacement valve = placing("rack", "valve-flow-dn15");
    assertThat(splice.of(valve, crossed)).isEmpty();
    assertThat(splice.refusal(valve, crossed)).map(t -> t.key()).contains("edit.noSplice");
    assertThat(splice.refusal(valve, hose(RACK, "rack", "CDU supply"))).isEmpty();
    // What lets no coolant through does not ask.
    assertThat(splice.refusal(placing("rack", "power-shelf-33kw"), crossed)).isEmpty();
  }
}
