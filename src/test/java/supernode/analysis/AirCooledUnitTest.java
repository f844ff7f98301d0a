package supernode.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import supernode.catalog.Property;
import supernode.design.Design;
import supernode.design.Scenario;
import supernode.design.edit.Edit;

/** A distribution unit that gives the heat of its loop to the air of the room. */
class AirCooledUnitTest {
  private static final double CAPACITY_W = 160e3;
  private static final double FAN_SHARE = 0.04;

  private final Design rack =
      SampleAnalysis.edited(
          SampleAnalysis.design("gb200-nvl72"),
          new Edit.Replace("rack", "cdu", "cdu-air"),
          new Edit.SetValue("rack", "cdu", Property.CAPACITY_W, OptionalDouble.of(CAPACITY_W)),
          new Edit.SetValue("rack", "cdu", Property.RATED_FLOW, OptionalDouble.of(4e-3)));

  private static LoopDetail.Unit unit(Analysis a) {
    return a.cooling().asOptional().orElseThrow().detail().units().getFirst();
  }

  private Analysis atAirC(double c) {
    Scenario s = rack.scenarios().get(Design.DEFAULT_SCENARIO);
    Edit warmer = new Edit.SetAmbient(Design.DEFAULT_SCENARIO, s.ambient().withAirC(c));
    return SampleAnalysis.full(warmer.applyTo(rack), Design.DEFAULT_SCENARIO);
  }

  @Test
  void theHeatOfTheLoopGoesToTheRoom() {
    Analysis a = atAirC(25);
    HeatPaths heat = HeatPaths.of(a).asOptional().orElseThrow();
    assertThat(heat.roomW()).isCloseTo(heat.liquidW(), withinPercentage(0.1));
    assertThat(unit(a).dutyW()).isCloseTo(heat.liquidW(), withinPercentage(0.1));
    assertThat(a.cooling().asOptional().orElseThrow().detail().loops().getFirst().energyResidual())
        .isCloseTo(0, offset(1e-9));
  }

  @Test
  void itKeepsItsSupplyAboveTheAirByNoLessThanItsRatingAllows() {
    Analysis cool = atAirC(25);
    Analysis warm = atAirC(35);
    // Below its capacity it reaches air and approach, its set point, with less than all its air.
    assertThat(unit(cool).supplyC()).isCloseTo(25 + 12, offset(0.1));
    assertThat(unit(warm).supplyC()).isCloseTo(35 + 12, offset(0.1));
    assertThat(unit(cool).primaryReturnC()).isLessThan(unit(cool).returnC());
    double fansW = cool.power().asOptional().orElseThrow().pue().orElseThrow().fanW();
    assertThat(fansW).isPositive().isLessThan(FAN_SHARE * CAPACITY_W);
  }

  /** Each pump's work once: what goes outside is what all loops take up. */
  @Test
  void pumpsOfTheFacilityAreCountedInItsWaterAlone() {
    Analysis row = SampleAnalysis.full(SampleAnalysis.design("row-10-racks"), "default");
    HeatPaths heat = HeatPaths.of(row).asOptional().orElseThrow();
    CoolingAnswer cooling = row.cooling().asOptional().orElseThrow();
    assertThat(heat.facilityPumpsW()).isPositive();
    assertThat(heat.pumpsW() + heat.facilityPumpsW())
        .isCloseTo(cooling.pumpW(), withinPercentage(0.1));
    assertThat(heat.liquidW() + heat.facilityPumpsW())
        .isCloseTo(cooling.liquidW(), withinPercentage(0.1));
  }
}
