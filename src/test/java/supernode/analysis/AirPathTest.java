package supernode.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.withinPercentage;
import static supernode.analysis.SampleAnalysis.value;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import supernode.analysis.loop.Incident;
import supernode.catalog.Property;
import supernode.design.Ambient;
import supernode.design.Design;
import supernode.design.edit.Edit;
import supernode.solve.cooling.dynamic.TransientEvent;
import supernode.solve.cooling.fluid.Fluid;

/** A server of eight H100 in a room: fans, heat sinks, boards. */
class AirPathTest {
  /** NVIDIA DGX H100/H200 user guide: 1,105 CFM front to back at 80 % fan PWM. */
  private static final double PUBLISHED_M3S = 1105 * 0.028316846592 / 60;

  private static final Design DESIGN = SampleAnalysis.design("hgx-h100");
  private static final Analysis SERVER = SampleAnalysis.full(DESIGN, "default");

  private static CoolingAnswer cooling(Analysis a) {
    return a.cooling().asOptional().orElseThrow();
  }

  private static double itW(Analysis a) {
    return value(a, "power.itKW");
  }

  private static Analysis inRoomOf(double c) {
    Ambient ambient = DESIGN.scenarios().get(Design.DEFAULT_SCENARIO).ambient().withAirC(c);
    return SampleAnalysis.full(
        SampleAnalysis.edited(DESIGN, new Edit.SetAmbient(Design.DEFAULT_SCENARIO, ambient)),
        "default");
  }

  private static Analysis atSpeed(double speed) {
    return SampleAnalysis.full(
        SampleAnalysis.edited(
            DESIGN,
            new Edit.SetValue("node", "fans", Property.PUMP_SPEED, OptionalDouble.of(speed))),
        "default");
  }

  @Test
  void movesTheAirThatItsMakerGives() {
    assertThat(value(SERVER, "cooling.airFlowM3PerH"))
        .isCloseTo(PUBLISHED_M3S, withinPercentage(5));
  }

  /** The published case: 38,557 BTU/h into 1,105 CFM of 30 degrees are 18.5 K. */
  @Test
  void exhaustIsTheRoomAndAllPowerOverTheFlow() {
    double kgS = PUBLISHED_M3S * Fluid.AIR.density(30);
    assertThat(38_557 * 0.29307107 / (kgS * 1006.6)).isCloseTo(18.5, offset(0.05));
    Analysis warm = inRoomOf(30);
    double rise = value(warm, "cooling.airRiseK");
    double ours =
        itW(warm) / (value(warm, "cooling.airFlowM3PerH") * Fluid.AIR.density(31.2) * 1006.9);
    assertThat(rise).isCloseTo(ours, withinPercentage(0.2));
    assertThat(value(warm, "cooling.exhaustC")).isCloseTo(30 + rise, offset(1e-9));
    // By its heat and flow the published server's, in the same proportion.
    double byPublished = itW(warm) / (kgS * 1006.6);
    assertThat(rise).isCloseTo(byPublished, withinPercentage(5));
  }

  @Test
  void everyWattOfTheServerGoesIntoTheAir() {
    assertThat(value(SERVER, "cooling.airKW") + value(SERVER, "cooling.fanKW"))
        .isCloseTo(itW(SERVER), withinPercentage(1e-6));
    assertThat(cooling(SERVER).detail().loops()).hasSize(1);
    LoopDetail.Loop loop = cooling(SERVER).detail().loops().getFirst();
    assertThat(loop.coolant()).isEqualTo("air");
    assertThat(Math.abs(loop.energyResidual())).isLessThan(1e-9);
    HeatPaths heat = HeatPaths.of(SERVER).asOptional().orElseThrow();
    assertThat(heat.airW()).isCloseTo(itW(SERVER), withinPercentage(1e-6));
    assertThat(heat.liquidW()).isZero();
    assertThat(heat.handledW()).isZero();
  }

  /** Latif and others 2025 (arXiv 2507.16781) measured 54 to 72 under load. */
  @Test
  void junctionsAreInTheMeasuredRangeOrJustAbove() {
    assertThat(cooling(SERVER).chips()).hasSize(8);
    cooling(SERVER)
        .chips()
        .forEach(c -> assertThat(c.junctionC()).isBetween(54.0, 74.0).isLessThan(c.limitC()));
  }

  /** What cools the room is not drawn: no efficiency of a facility is told. */
  @Test
  void serverFansAreOfTheServerAndNotOfItsCooling() {
    assertThat(cooling(SERVER).pumpW()).isZero();
    assertThat(cooling(SERVER).rejectionW()).isZero();
    PowerAnswer power = SERVER.power().asOptional().orElseThrow();
    assertThat(power.pue()).isEmpty();
    assertThat(power.byKind().get("kind.fan"))
        .isCloseTo(value(SERVER, "cooling.fanKW"), withinPercentage(1e-9));
  }

  @Test
  void fansFollowTheirLaws() {
    Analysis full = atSpeed(1);
    double fans = value(full, "cooling.fanKW") / value(SERVER, "cooling.fanKW");
    assertThat(fans).isCloseTo(1 / 0.512, withinPercentage(1e-6));
    assertThat(value(full, "cooling.airFlowM3PerH") / value(SERVER, "cooling.airFlowM3PerH"))
        .isBetween(1.24, 1.28);
    assertThat(value(full, "cooling.hottestJunctionC"))
        .isLessThan(value(SERVER, "cooling.hottestJunctionC"));
    assertThat(itW(full)).isGreaterThan(itW(SERVER));
  }

  @Test
  void withoutOneOfItsFansItRunsHotterAndOn() {
    Analysis fewer =
        SampleAnalysis.full(
            SampleAnalysis.edited(DESIGN, new Edit.SetFault("default", "fans[0]", true)),
            "default");
    assertThat(cooling(fewer).chips()).hasSize(8);
    assertThat(value(fewer, "cooling.airFlowM3PerH"))
        .isBetween(
            5 * value(SERVER, "cooling.airFlowM3PerH") / 6, value(SERVER, "cooling.airFlowM3PerH"));
    assertThat(value(fewer, "cooling.hottestJunctionC"))
        .isGreaterThan(value(SERVER, "cooling.hottestJunctionC"));
  }

  @Test
  void aHotRoomIsFoundAndMended() {
    Analysis hot = inRoomOf(50);
    Finding found =
        hot.findings().stream()
            .filter(f -> f.kind().equals("junction-too-hot"))
            .findFirst()
            .orElseThrow();
    assertThat(found.places()).hasSize(8);
    List<Finding.Mend> mends = found.mends();
    assertThat(mends).hasSize(2);
    Design mended = hot.design();
    for (Finding.Mend m : mends) {
      mended = m.edit().applyTo(mended);
    }
    double before = value(hot, "cooling.hottestJunctionC");
    double after = value(SampleAnalysis.full(mended, "default"), "cooling.hottestJunctionC");
    assertThat(after).isLessThan(before - 5);
  }

  @Test
  void theWarmestRoomAndTheSlowestFansThatHoldAreFound() {
    Sizing sizing = new Sizing(SERVER, SampleAnalysis.CATALOG);
    double warmest = sizing.facilityWater(0).orElseThrow().value().value();
    assertThat(value(inRoomOf(warmest), "cooling.hottestJunctionC")).isBetween(86.5, 87.0);
    Proposal slowest = sizing.pumpSpeed(0).orElseThrow();
    Analysis slow = SampleAnalysis.full(slowest.edit().applyTo(DESIGN), Design.DEFAULT_SCENARIO);
    assertThat(value(slow, "cooling.hottestJunctionC")).isBetween(86.5, 87.01);
  }

  @Test
  void fansThatTripThrottleTheChips() {
    TransientAnswer run =
        Transients.run(SERVER, new Incident.PumpTrip("", false), 240, () -> false)
            .asOptional()
            .orElseThrow();
    assertThat(run.throttleS().orElseThrow()).isBetween(5.0, 120.0);
    assertThat(run.events())
        .extracting(TransientAnswer.Event::kind)
        .contains(TransientEvent.Kind.PUMP_RESTS);
    OverlayValues start = run.temperatures(0);
    cooling(SERVER)
        .chips()
        .forEach(c ->
            assertThat(start.at(c.place()).orElseThrow()).isCloseTo(c.junctionC(), offset(0.1)));
  }

  /** 32 servers between two aisles, five air handlers of which one is to spare. */
  private static final Design HALL = SampleAnalysis.design("superpod-h100-su");

  private static final Analysis ROW = SampleAnalysis.full(HALL, "default");

  @Test
  void airHandlersTakeWhatServersAndTheirOwnFansGive() {
    CoolingAnswer c = cooling(ROW);
    double handled = value(ROW, "cooling.airHandledKW");
    assertThat(handled)
        .isCloseTo(
            value(ROW, "cooling.airKW") + value(ROW, "cooling.fanKW") + c.pumpW(),
            withinPercentage(1e-6));
    assertThat(c.liquidW()).isCloseTo(handled, withinPercentage(1e-9));
    assertThat(c.detail().loops()).allMatch(l -> l.solved() && Math.abs(l.energyResidual()) < 1e-9);
    assertThat(value(ROW, "cooling.supplyC")).isCloseTo(24, offset(1e-6));
    // 24 degrees are above the dew point floor, water of 18 below.
    assertThat(c.detail().units()).hasSize(5).allMatch(u -> u.dutyW() < 100e3);
  }

  /** The fans of air handlers are cooling, those of servers are IT. */
  @Test
  void theRoomsFansCountInTheEfficiencyOfTheFacility() {
    CoolingAnswer c = cooling(ROW);
    double itW = itW(ROW);
    assertThat(value(ROW, "power.pue"))
        .isCloseTo((itW + c.pumpW() + c.rejectionW()) / itW, withinPercentage(1e-6));
    // Five fans of 4.5 kW at 70 % of their speed.
    assertThat(c.pumpW()).isCloseTo(5 * 4500 * Math.pow(0.7, 3), withinPercentage(1e-6));
    HeatPaths heat = HeatPaths.of(ROW).asOptional().orElseThrow();
    assertThat(heat.handledW()).isCloseTo(value(ROW, "cooling.airHandledKW"), offset(1e-6));
    assertThat(heat.airW()).isGreaterThanOrEqualTo(heat.handledW());
  }

  @Test
  void withoutOneHandlerTheOthersKeepTheRoomCool() {
    Analysis fewer =
        SampleAnalysis.full(
            SampleAnalysis.edited(HALL, new Edit.SetFault("default", "crah[0]", true)), "default");
    assertThat(value(fewer, "cooling.supplyC")).isCloseTo(24, offset(0.5));
    assertThat(fewer.findings()).noneMatch(f -> f.kind().equals("junction-too-hot"));
    assertThat(cooling(fewer).chips()).hasSize(256);
  }

  /** Equal servers, each with the air of the room: every junction is that of its neighbour. */
  @Test
  void equalServersAreEquallyWarm() {
    Analysis rail = SampleAnalysis.full(SampleAnalysis.design("h100-rail-1024"), "default");
    List<CoolingAnswer.Chip> chips = cooling(rail).chips();
    assertThat(chips).hasSize(1024);
    assertThat(cooling(rail).detail().loops()).hasSize(128);
    assertThat(chips.getLast().marginK() - chips.getFirst().marginK()).isLessThan(1e-6);
  }
}
