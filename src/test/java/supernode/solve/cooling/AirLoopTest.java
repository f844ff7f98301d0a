package supernode.solve.cooling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Optional;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import supernode.solve.cooling.fluid.Fluid;
import supernode.solve.cooling.heat.ChipPackage;
import supernode.solve.cooling.heat.ChipStack;
import supernode.solve.cooling.heat.ChipState;
import supernode.solve.cooling.heat.PlateResistance;
import supernode.solve.cooling.hydraulic.Gravity;
import supernode.solve.cooling.hydraulic.HydraulicNode;
import supernode.solve.cooling.hydraulic.LinkLaw;
import supernode.solve.cooling.hydraulic.Notice;
import supernode.solve.cooling.hydraulic.PowerLaw;
import supernode.solve.cooling.hydraulic.Pump;
import supernode.solve.cooling.hydraulic.PumpCurve;
import supernode.solve.cooling.power.PumpDrive;
import supernode.solve.cooling.power.PumpEfficiency;

/** A fan that draws air from a room, heat sinks side by side, and the room again. */
class AirLoopTest {
  private static final double RATED_M3S = 0.04;
  private static final double RATED_PA = 400;
  private static final double SHUTOFF_PA = 1500;
  private static final double FAN_M3S = 0.4;
  private static final double FAN_PA = 600;
  private static final double FAN_W = 500;
  private static final double SINK_KW = 0.05;
  private static final double ROOM_C = 25;

  private static final double WEIGHT = Fluid.AIR.density(20) * Gravity.M_S2;

  private static LinkLaw fins(double exponent) {
    return new PowerLaw(
        RATED_M3S, RATED_PA, exponent, Fluid.AIR.density(20), Fluid.AIR.viscosity(20));
  }

  private static LinkLaw fan(double speed) {
    double factor = (SHUTOFF_PA - FAN_PA) / WEIGHT / (FAN_M3S * FAN_M3S);
    return new Pump(new PumpCurve.Power(SHUTOFF_PA / WEIGHT, factor, 2, FAN_M3S), speed);
  }

  /** Chips of a power on equal sinks behind a fan whose heat is left out where it draws nothing. */
  private static CoolingSolution solved(
      int sinks, double watts, double speed, double fanW, double exponent, double roomC) {
    CoolingProblem.Builder b = CoolingProblem.of(Fluid.AIR).inflowC(roomC);
    int room = b.add(HydraulicNode.vessel("in", 0, 0));
    int plenum = b.add(HydraulicNode.at("plenum", 0));
    int fan = b.link("fan", room, plenum, fan(speed), 1);
    b.add(new PumpDrive("fan", fan, new PumpEfficiency.FanLaws(fanW), 1));
    for (int i = 0; i < sinks; i++) {
      int out = b.add(HydraulicNode.vessel("out" + i, 0, 0));
      int sink = b.link("sink" + i, plenum, out, fins(exponent), 1);
      b.add(
          new ChipPackage(
              "chip" + i,
              sink,
              watts,
              0,
              0,
              PlateResistance.ofFins(SINK_KW, RATED_M3S),
              ChipStack.ofDie(0.02),
              90,
              OptionalDouble.empty()));
    }
    return CoolingSolverTest.solved(b.build(), Optional.empty());
  }

  /** Air of 20 degrees, in which curves and drops are rated: where both meet, by bisection. */
  private static double dutyM3S(int sinks, double speed, double exponent) {
    double low = 0;
    double high = 1;
    for (int i = 0; i < 80; i++) {
      double q = (low + high) / 2;
      double rise = SHUTOFF_PA * speed * speed - (SHUTOFF_PA - FAN_PA) * Math.pow(q / FAN_M3S, 2);
      double loss = RATED_PA * Math.pow(q / sinks / RATED_M3S, exponent);
      low = rise > loss ? q : low;
      high = rise > loss ? high : q;
    }
    return low;
  }

  @Test
  void theFanWorksWhereItsCurveMeetsTheSystem() {
    for (double speed : new double[] {0.4, 0.8, 1}) {
      CoolingSolution s = solved(8, 0, speed, 0, 1.8, 20);
      assertThat(s.flow().flowM3S(0)).isCloseTo(dutyM3S(8, speed, 1.8), withinPercentage(1e-4));
    }
  }

  @Test
  void airWarmsByItsHeatOverItsFlow() {
    CoolingSolution s = solved(8, 700, 0.8, FAN_W, 1.8, ROOM_C);
    double fanW = FAN_W * 0.512;
    double kgS = s.flow().massFlowKgS(0);
    assertThat(s.pump(0).electricW()).isCloseTo(fanW, withinPercentage(1e-9));
    double behindFanC = s.outletC(0);
    // cp of air changes by 0.05 % over these temperatures.
    assertThat(behindFanC - ROOM_C).isCloseTo(fanW / (kgS * 1006.5), withinPercentage(0.1));
    assertThat(s.outletC(1) - behindFanC)
        .isCloseTo(8 * 700 / (kgS * 1006.9), withinPercentage(0.1));
    assertThat(s.balance().chipsW()).isCloseTo(8 * 700, within(1e-6));
    assertThat(Math.abs(s.balance().relativeResidual())).isLessThan(1e-9);
    assertThat(s.notices()).isEmpty();
  }

  @Test
  void aHeatSinkWarmsByItsResistanceAtItsFlow() {
    CoolingSolution s = solved(4, 500, 1, 0, 1.8, ROOM_C);
    double q = s.flow().flowM3S(1);
    double sink = SINK_KW * Math.sqrt(RATED_M3S / q);
    ChipState.Cooled chip = (ChipState.Cooled) s.chip(0);
    assertThat(chip.inletC()).isCloseTo(ROOM_C, within(1e-6));
    assertThat(chip.dieC()).isCloseTo(ROOM_C + 500 * (sink + 0.02), within(1e-6));
  }

  /**
   * Fans pull: before them the pressure is below that of the room, and nothing is wrong with it.
   */
  @Test
  void belowTheAtmosphereIsNoFaultOfAir() {
    CoolingProblem.Builder b = CoolingProblem.of(Fluid.AIR).inflowC(ROOM_C);
    int room = b.add(HydraulicNode.vessel("in", 0, 0));
    int before = b.add(HydraulicNode.at("before", 0));
    int out = b.add(HydraulicNode.vessel("out", 0, 0));
    b.link("fins", room, before, fins(1.8), 1);
    b.link("fan", before, out, fan(1), 1);
    CoolingSolution s = CoolingSolverTest.solved(b.build(), Optional.empty());
    assertThat(s.flow().pressurePa(before)).isNegative();
    assertThat(s.notices()).extracting(Notice::kind).isEmpty();
  }

  @Property(tries = 60)
  void equalSinksShareAlike(
      @ForAll @DoubleRange(min = 50, max = 1200) double watts,
      @ForAll @DoubleRange(min = 0.3, max = 1) double speed) {
    CoolingSolution s = solved(6, watts, speed, FAN_W, 1.8, ROOM_C);
    for (int i = 2; i <= 6; i++) {
      assertThat(s.flow().massFlowKgS(i))
          .isCloseTo(s.flow().massFlowKgS(1), withinPercentage(1e-4));
    }
    assertThat(Math.abs(s.balance().relativeResidual())).isLessThan(1e-9);
  }

  /** Fan laws: through what loses with the square of flow, flow goes with speed. */
  @Property(tries = 40)
  void flowFollowsSpeed(@ForAll @DoubleRange(min = 0.2, max = 1) double speed) {
    double full = solved(5, 0, 1, 0, 2, 20).flow().flowM3S(0);
    double slow = solved(5, 0, speed, 0, 2, 20).flow().flowM3S(0);
    assertThat(slow / full).isCloseTo(speed, withinPercentage(1e-3));
  }

  @Property(tries = 40)
  void warmerRoomsAndSlowerFansMakeWarmerChips(
      @ForAll @DoubleRange(min = 5, max = 40) double roomC,
      @ForAll @DoubleRange(min = 0.3, max = 0.95) double speed) {
    double here = ((ChipState.Cooled) solved(4, 400, speed, FAN_W, 1.8, roomC).chip(0)).dieC();
    double warmer =
        ((ChipState.Cooled) solved(4, 400, speed, FAN_W, 1.8, roomC + 5).chip(0)).dieC();
    double faster =
        ((ChipState.Cooled) solved(4, 400, speed + 0.05, FAN_W, 1.8, roomC).chip(0)).dieC();
    // Thinner air is moved in the same volume: a little more than the room's own rise.
    assertThat(warmer - here).isBetween(5.0, 6.5);
    assertThat(faster).isLessThan(here);
  }
}
