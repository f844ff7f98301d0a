package supernode.solve.cooling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import supernode.solve.Outcome;
import supernode.solve.cooling.fluid.Fluid;
import supernode.solve.cooling.heat.CduState;
import supernode.solve.cooling.heat.ChipState;
import supernode.solve.cooling.hydraulic.Closed;
import supernode.solve.cooling.hydraulic.FlowCoefficient;
import supernode.solve.cooling.hydraulic.HydraulicNode;
import supernode.solve.cooling.hydraulic.Notice;
import supernode.solve.cooling.hydraulic.Pipe;
import supernode.solve.cooling.hydraulic.Pump;
import supernode.solve.cooling.hydraulic.PumpCurve;

class CoolingSolverTest {
  private static final double LPM = RackSample.LPM;

  static CoolingSolution solved(CoolingProblem problem) {
    return solved(problem, Optional.empty());
  }

  static CoolingSolution solved(CoolingProblem problem, Optional<CoolingSolution> warm) {
    Outcome<CoolingSolution> outcome = CoolingSolver.solve(problem, warm);
    assertThat(outcome.whyNot()).isEmpty();
    return outcome.asOptional().orElseThrow();
  }

  private static ChipState.Cooled cooled(CoolingSolution s, int chip) {
    return (ChipState.Cooled) s.chip(chip);
  }

  private static int link(CoolingProblem problem, String label) {
    return problem.network().links().stream().map(l -> l.label()).toList().indexOf(label);
  }

  @Test
  void aRackKeepsItsChipsWithinLimits() {
    CoolingProblem problem = RackSample.expanded();
    CoolingSolution s = solved(problem);
    assertThat(s.notices()).isEmpty();
    assertThat(s.cdu(0).mode()).isEqualTo(CduState.Mode.CONTROLLED);
    assertThat(s.cdu(0).supplyC()).isCloseTo(40, within(1e-6));
    assertThat(s.cdu(0).approachK()).isCloseTo(5, within(1e-6));
    for (int i = 0; i < problem.chips().size(); i++) {
      assertThat(cooled(s, i).withinLimits()).isTrue();
    }
    assertThat(s.balance().chipsW()).isCloseTo(18 * (4 * 1200 + 2 * 300) + 9 * 600, within(1e-6));
    assertThat(Math.abs(s.balance().relativeResidual())).isLessThan(1e-9);
    double flow = s.flow().flowM3S(link(problem, "pump"));
    assertThat(s.cdu(0).returnC() - s.cdu(0).supplyC())
        .isCloseTo(
            s.cdu(0).dutyW() / (flow * Fluid.PG25.density(45) * Fluid.PG25.heatCapacity(45)),
            withinPercentage(0.5));
    // The tray at the far end of the manifold gets a little less.
    assertThat(s.flow().flowM3S(link(problem, "tray17.gpu0")))
        .isLessThan(s.flow().flowM3S(link(problem, "tray0.gpu0")));
  }

  @Test
  void lumpedTraysGiveWhatSingleOnesGive() {
    CoolingSolution all = solved(RackSample.onHeader(false));
    CoolingSolution few = solved(RackSample.onHeader(true));
    int tray = link(all.problem(), "tray3.gpu2");
    int lump = link(few.problem(), "compute.gpu0");
    assertThat(few.flow().flowM3S(lump))
        .isCloseTo(all.flow().flowM3S(tray), withinPercentage(1e-6));
    assertThat(few.cdu(0).dutyW()).isCloseTo(all.cdu(0).dutyW(), withinPercentage(1e-6));
    assertThat(few.pumpElectricW()).isCloseTo(all.pumpElectricW(), withinPercentage(1e-6));
    assertThat(few.balance().chipsW()).isCloseTo(all.balance().chipsW(), within(1e-6));
    assertThat(cooled(few, 0).dieC()).isCloseTo(cooled(all, 0).dieC(), within(1e-6));
    assertThat(Math.abs(few.balance().relativeResidual())).isLessThan(1e-9);
  }

  @Test
  void anEditIsSolvedFromTheLastSolution() {
    CoolingProblem problem = RackSample.expanded();
    CoolingSolution before = solved(problem);
    CoolingProblem slower = problem.withLaw(0, new Pump(RackSample.PUMP_CURVE, 0.9));
    CoolingSolution warm = solved(slower, Optional.of(before));
    CoolingSolution cold = solved(slower);
    assertThat(warm.flow().flowM3S(0)).isCloseTo(cold.flow().flowM3S(0), withinPercentage(1e-5));
    assertThat(cooled(warm, 0).dieC()).isCloseTo(cooled(cold, 0).dieC(), within(2e-3));
    assertThat(warm.rounds()).isLessThanOrEqualTo(cold.rounds());
  }

  @Test
  void aSlowerPumpNeverCoolsAJunction() {
    double last = 0;
    for (double speed = 1; speed > 0.15; speed -= 0.1) {
      CoolingSolution s = solved(RackSample.expanded(30, speed));
      assertThat(cooled(s, 0).dieC()).isGreaterThan(last);
      last = cooled(s, 0).dieC();
    }
  }

  @Test
  void warmFacilityWaterSaturatesTheExchanger() {
    double lastDie = 0;
    for (double facility = 25; facility <= 55; facility += 5) {
      CoolingSolution s = solved(RackSample.expanded(facility, 1));
      CduState cdu = s.cdu(0);
      assertThat(cdu.primaryReturnC()).isLessThanOrEqualTo(cdu.returnC());
      assertThat(cdu.effectiveness()).isBetween(0.0, 1.0);
      assertThat(cdu.supplyC()).isGreaterThan(facility);
      assertThat(Math.abs(s.balance().relativeResidual())).isLessThan(1e-9);
      assertThat(cooled(s, 0).dieC()).isGreaterThanOrEqualTo(lastDie - 1e-3);
      lastDie = cooled(s, 0).dieC();
      boolean floats = cdu.mode() == CduState.Mode.SATURATED;
      assertThat(floats).isEqualTo(facility > 37);
      assertThat(s.notices().contains(new Notice(Notice.Kind.SATURATED, "cdu"))).isEqualTo(floats);
      assertThat(cdu.supplyC() > 40 + 1e-6).isEqualTo(floats);
    }
  }

  @Test
  void aBlockedPlateStarvesItsChipAlone() {
    CoolingProblem problem = RackSample.expanded();
    int plate = link(problem, "tray5.gpu1");
    CoolingSolution s = solved(problem.withLaw(plate, new Closed()));
    int chip = problem.chips().stream().map(c -> c.link()).toList().indexOf(plate);
    assertThat(s.chip(chip)).isInstanceOf(ChipState.Starved.class);
    assertThat(s.notices()).containsExactly(new Notice(Notice.Kind.STARVED, "tray5.gpu1"));
    assertThat(s.balance().starvedW()).isEqualTo(1200);
    assertThat(cooled(s, chip - 1).withinLimits()).isTrue();
  }

  @Test
  void aStoppedPumpStarvesAll() {
    CoolingProblem problem = RackSample.expanded();
    CoolingSolution s = solved(problem.withLaw(0, new Closed()));
    assertThat(s.chips()).allMatch(c -> c instanceof ChipState.Starved);
    assertThat(s.balance().starvedW()).isGreaterThan(100e3);
    assertThat(s.pumpElectricW()).isZero();
    // The pump of a warm start comes back.
    CoolingSolution again = solved(problem, Optional.of(s));
    assertThat(cooled(again, 0).dieC()).isCloseTo(cooled(solved(problem), 0).dieC(), within(2e-3));
  }

  /** Rack rise by flow: heat over flow, density and heat capacity. */
  @ParameterizedTest
  @CsvSource({"180, pg25, 9.985", "180, water, 9.629", "150, pg25, 11.982", "240, pg25, 7.489"})
  void coolantRisesByHeatOverFlow(double lpm, String fluidId, double rise) {
    Fluid fluid = fluidId.equals("water") ? Fluid.WATER : Fluid.PG25;
    double inlet = 35 - rise / 2;
    double mass = lpm * LPM * fluid.density(35);
    CoolingProblem.Builder b = CoolingProblem.of(fluid).inflowC(inlet);
    int in = b.add(new HydraulicNode("in", 0, OptionalDouble.empty(), -mass));
    int out = b.add(HydraulicNode.vessel("out", 0, 1e5));
    int rack = b.link("rack", in, out, new Pipe(1, 0.05, 0, 0), 1);
    b.add(new HeatInput("rack", rack, 120e3));
    CoolingSolution s = solved(b.build());
    assertThat(s.outletC(rack) - s.inletC(rack)).isCloseTo(rise, withinPercentage(0.02));
    assertThat(Math.abs(s.balance().relativeResidual())).isLessThan(1e-9);
  }

  /** Frontier and Summit: 10 MW into their published water flows; 1 gpm = 3.785411784 L/min. */
  @ParameterizedTest
  @CsvSource({"6000, 34, 6.357", "4000, 25, 9.505"})
  void publishedPlantFlowsGiveTheirRise(double gpm, double meanC, double rise) {
    double mass = gpm * 3.785411784 * LPM * Fluid.WATER.density(meanC);
    double before = Fluid.WATER.enthalpy(meanC - rise / 2);
    assertThat(Fluid.WATER.temperatureC(before + 10e6 / mass) - (meanC - rise / 2))
        .isCloseTo(rise, withinPercentage(0.1));
  }

  /** Frontier's water by 8 K takes 12.58 MW. */
  @Test
  void frontiersWaterTakesItsHeat() {
    double mass = 6000 * 3.785411784 * LPM * Fluid.WATER.density(34);
    double heat = mass * (Fluid.WATER.enthalpy(38) - Fluid.WATER.enthalpy(30));
    assertThat(heat).isCloseTo(12.58e6, withinPercentage(0.1));
  }

  @Test
  void aLoopWithoutSinkIsRefused() {
    CoolingProblem.Builder b = CoolingProblem.of(Fluid.WATER);
    int back = b.add(HydraulicNode.vessel("return", 0, 1e5));
    int front = b.add(HydraulicNode.at("supply", 0));
    b.link("pump", back, front, new Pump(RackSample.PUMP_CURVE, 1), 1);
    int plate = b.link("plate", front, back, RackSample.GPU_PLATE, 1);
    CoolingSolution idle = solved(b.build());
    assertThat(idle.nodeC(front)).isCloseTo(25, within(1e-9));
    b.add(new HeatInput("plate", plate, 100));
    assertThat(CoolingSolver.solve(b.build(), Optional.empty()).whyNot().orElseThrow().key())
        .isEqualTo("cooling.fault.noSink");
    b.add(new AmbientLoss(plate, 20, 20));
    CoolingSolution lossy = solved(b.build());
    assertThat(lossy.balance().ambientW()).isCloseTo(100, within(1e-6));
    assertThat(lossy.nodeC(front)).isCloseTo(25, within(0.5));
  }

  @Test
  void resultsAreFinite() {
    for (CoolingProblem problem :
        List.of(RackSample.expanded(), RackSample.expanded().withLaw(0, new Closed()))) {
      CoolingSolution s = solved(problem);
      for (int v = 0; v < problem.network().nodes().size(); v++) {
        assertThat(s.nodeC(v) + s.flow().pressurePa(v)).isFinite();
      }
      for (int k = 0; k < problem.network().links().size(); k++) {
        assertThat(s.inletC(k) + s.outletC(k) + s.flow().flowM3S(k)).isFinite();
      }
      assertThat(s.cdu(0).primaryReturnC() + s.cdu(0).effectiveness()).isFinite();
    }
  }

  @Test
  void pumpDutyMeetsTheClosedForm() {
    // 180 L/min against 40 psi: 827.37 W in the water.
    double hydraulic = 180 * LPM * 40 * 6894.757293168;
    assertThat(hydraulic).isCloseTo(827.37, offset(0.01));
    CoolingSolution s = solved(RackSample.expanded());
    assertThat(s.pump(0).hydraulicW())
        .isCloseTo(-s.flow().flowM3S(0) * s.flow().lossPa(0), withinPercentage(1e-9));
    assertThat(s.balance().pumpsW()).isCloseTo(s.pump(0).shaftW(), within(1e-9));
    assertThat(s.pump(0).electricW()).isCloseTo(s.pump(0).shaftW() / 0.9, within(1e-9));
  }

  @Test
  void aPumpThatDrawsBelowTheVapourPressureCavitates() {
    for (double fillPa : new double[] {1e5, -0.97e5}) {
      CoolingProblem.Builder b = CoolingProblem.of(Fluid.WATER).inflowC(40);
      int back = b.add(HydraulicNode.vessel("return", 0, fillPa));
      int front = b.add(HydraulicNode.at("supply", 0));
      b.link("pump", back, front, new Pump(PumpCurve.ofPoint(1e-3, 10), 1), 1);
      b.link("load", front, back, new FlowCoefficient(3), 1);
      List<Notice.Kind> kinds = solved(b.build()).notices().stream().map(Notice::kind).toList();
      if (fillPa > 0) {
        assertThat(kinds).doesNotContain(Notice.Kind.CAVITATION, Notice.Kind.BOILING);
      } else {
        assertThat(kinds).contains(Notice.Kind.CAVITATION, Notice.Kind.BOILING);
      }
    }
  }
}
