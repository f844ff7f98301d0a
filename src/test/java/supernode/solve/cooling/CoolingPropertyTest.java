package supernode.solve.cooling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import supernode.solve.Outcome;
import supernode.solve.cooling.fluid.Fluid;
import supernode.solve.cooling.heat.CduState;
import supernode.solve.cooling.heat.ChipState;
import supernode.solve.cooling.hydraulic.HydraulicNetwork;
import supernode.solve.cooling.hydraulic.HydraulicNode;
import supernode.solve.cooling.hydraulic.NetworkPropertyTest;

/** What must hold of temperatures in any network. */
class CoolingPropertyTest {
  private static final double AMBIENT_C = 30;

  @Property(tries = 150)
  void energyIsKeptInAnyNetwork(@ForAll long seed, @ForAll @IntRange(min = 2, max = 40) int size) {
    HydraulicNetwork network = NetworkPropertyTest.random(seed, size);
    Random random = new Random(seed);
    CoolingProblem.Builder b = CoolingProblem.of(Fluid.PG25).inflowC(AMBIENT_C);
    // Level: where only its warmth drives a branch, its flow may swing for ever.
    network.nodes().forEach(n -> b.add(new HydraulicNode(n.label(), 0, n.fixedPressurePa(), 0)));
    for (int k = 0; k < network.links().size(); k++) {
      b.add(network.links().get(k));
      b.add(new AmbientLoss(k, 1 + 50 * random.nextDouble(), AMBIENT_C));
      b.add(new HeatInput("heat" + k, k, 20 * random.nextDouble()));
    }
    Outcome<CoolingSolution> outcome = CoolingSolver.solve(b.build(), Optional.empty());
    assertThat(outcome.whyNot()).isEmpty();
    CoolingSolution s = outcome.asOptional().orElseThrow();
    assertThat(Math.abs(s.balance().relativeResidual())).isLessThan(1e-9);
    for (int v = 0; v < size; v++) {
      // Second law: heated fluid in surroundings of one temperature is nowhere colder than they.
      assertThat(s.nodeC(v)).isGreaterThanOrEqualTo(AMBIENT_C - 1e-9).isFinite();
    }
  }

  @Property(tries = 40)
  void aRackKeepsEnergyAndOrderOfTemperatures(
      @ForAll @DoubleRange(min = 10, max = 60) double facilityC,
      @ForAll @DoubleRange(min = 0.1, max = 1.2) double speed) {
    CoolingSolution s = CoolingSolverTest.solved(RackSample.expanded(facilityC, speed));
    CduState cdu = s.cdu(0);
    assertThat(Math.abs(s.balance().relativeResidual())).isLessThan(1e-9);
    assertThat(cdu.dutyW()).isCloseTo(s.balance().exchangersW(), within(1.0));
    assertThat(cdu.effectiveness()).isBetween(0.0, 1.0);
    assertThat(cdu.primaryReturnC()).isBetween(facilityC, cdu.returnC());
    assertThat(cdu.supplyC()).isBetween(facilityC, cdu.returnC());
    for (ChipState chip : s.chips()) {
      ChipState.Cooled c = (ChipState.Cooled) chip;
      assertThat(c.dieC()).isGreaterThan(c.plateC());
      assertThat(c.plateC()).isGreaterThan(c.inletC());
    }
  }

  /** Warmer water and more power make every junction warmer, whatever flows do meanwhile. */
  @Property(tries = 40)
  void junctionsRiseWithPowerAndInletTemperature(
      @ForAll @DoubleRange(min = 10, max = 55) double facilityC,
      @ForAll @DoubleRange(min = 0.3, max = 1.2) double speed,
      @ForAll @DoubleRange(min = 0.1, max = 10) double warmerK,
      @ForAll @DoubleRange(min = 1.01, max = 1.5) double more) {
    CoolingProblem rack = RackSample.expanded(facilityC, speed);
    CoolingSolution plain = CoolingSolverTest.solved(rack);
    CoolingSolution warmer =
        CoolingSolverTest.solved(RackSample.expanded(facilityC + warmerK, speed));
    CoolingSolution hungrier =
        CoolingSolverTest.solved(
            rack.withChips(rack.chips().stream().map(c -> c.withDieW(more * c.dieW())).toList()));
    for (int c = 0; c < plain.chips().size(); c++) {
      double dieC = ((ChipState.Cooled) plain.chip(c)).dieC();
      // A unit that keeps its set point lets nothing of the facility's warmth through.
      assertThat(((ChipState.Cooled) warmer.chip(c)).dieC()).isGreaterThan(dieC - 1e-3);
      assertThat(((ChipState.Cooled) hungrier.chip(c)).dieC()).isGreaterThan(dieC);
    }
  }
}
