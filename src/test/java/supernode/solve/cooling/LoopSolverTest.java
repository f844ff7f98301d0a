package supernode.solve.cooling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import supernode.solve.Outcome;
import supernode.solve.cooling.fluid.Fluid;
import supernode.solve.cooling.heat.Cdu;
import supernode.solve.cooling.heat.ChipPackage;
import supernode.solve.cooling.hydraulic.Closed;
import supernode.solve.cooling.hydraulic.HydraulicNode;
import supernode.solve.cooling.hydraulic.Notice;
import supernode.solve.cooling.hydraulic.Partition;
import supernode.solve.cooling.hydraulic.PowerLaw;
import supernode.solve.cooling.hydraulic.Pump;
import supernode.solve.cooling.power.PumpDrive;

/** Racks that share no coolant: equal ones are solved once, and each has the answer of its own. */
class LoopSolverTest {
  private static final int RACKS = 5;
  private static final double LPM = RackSample.LPM;

  @Test
  void everyRackHasTheAnswerThatItHasAlone() {
    LoopsSolution all = solved(row(true, false), Optional.empty());
    assertThat(all.loops()).isEqualTo(RACKS);
    for (int r = 0; r < RACKS; r++) {
      same(answer(all, r), alone(all, r));
    }
  }

  @Test
  void oneOfEqualRacksIsSolvedForAll() {
    LoopsSolution all = solved(row(true, false), Optional.empty());
    for (int r = 1; r < RACKS; r++) {
      assertThat(answer(all, r).temperatures()).isSameAs(answer(all, 0).temperatures());
      assertThat(answer(all, r).problem().chips().get(3).label())
          .isEqualTo("rack" + r + ".tray0.gpu3");
    }
  }

  @Test
  void aRackOfAnotherFluidOrPowerOrPumpIsAnother() {
    CoolingProblem plain = row(true, false);
    List<ChipPackage> chips = new ArrayList<>(plain.chips());
    chips.set(0, chips.get(0).withDieW(1001));
    CoolingProblem warmer = plain.withChips(chips);
    int links = EqualRacks.RACK.network().links().size();
    Pump slower = new Pump(RackSample.PUMP_CURVE, 0.999);
    LoopSystem system =
        system(warmer.withLaw(links + EqualRacks.PUMP, slower), fluids(2, Fluid.WATER));
    LoopsSolution all = LoopSolver.solve(system, Optional.empty());
    for (int r = 0; r < RACKS; r++) {
      same(answer(all, r), alone(all, r));
    }
    assertThat(answer(all, 0).temperatures()).isNotSameAs(answer(all, 3).temperatures());
    assertThat(answer(all, 1).temperatures()).isNotSameAs(answer(all, 3).temperatures());
    assertThat(answer(all, 2).temperatures()).isNotSameAs(answer(all, 3).temperatures());
    assertThat(answer(all, 4).temperatures()).isSameAs(answer(all, 3).temperatures());
  }

  @Test
  void onlyTheRackThatIsTouchedIsSolvedAnew() {
    CoolingProblem plain = row(true, false);
    LoopsSolution before = solved(plain, Optional.empty());
    int links = EqualRacks.RACK.network().links().size();
    int plate = EqualRacks.RACK.chips().get(3).link();
    CoolingProblem blocked = plain.withLaw(2 * links + plate, new Closed());
    LoopsSolution after = solved(blocked, Optional.of(before));
    for (int r = 0; r < RACKS; r++) {
      if (r != 2) {
        assertThat(answer(after, r).temperatures()).isSameAs(answer(before, r).temperatures());
      }
    }
    assertThat(answer(after, 2).notices())
        .contains(new Notice(Notice.Kind.STARVED, "rack2.tray0.gpu3"));
    assertThat(after.notices()).filteredOn(n -> n.kind() == Notice.Kind.STARVED).hasSize(1);
  }

  @Test
  void whatStopsOneRackIsSaidOfEachInItsOwnName() {
    CoolingProblem still = row(false, false);
    LoopsSolution all = solved(still, Optional.empty());
    for (int r = 0; r < RACKS; r++) {
      assertThat(all.outcome(r).whyNot().orElseThrow().values())
          .isEqualTo(
              CoolingSolver.solve(all.system().loop(r), Optional.empty())
                  .whyNot()
                  .orElseThrow()
                  .values());
    }
    assertThat(all.outcome(3).whyNot().orElseThrow().values().toString()).contains("rack3");
  }

  @Test
  void racksOnOneFacilityLoopAreSolvedAsIfEachWereItsOwn() {
    LoopsSolution shared = LoopSolver.solve(onFacility(false), Optional.empty());
    LoopsSolution apart = LoopSolver.solve(onFacility(true), Optional.empty());
    assertThat(answer(shared, 1).temperatures()).isSameAs(answer(shared, 0).temperatures());
    assertThat(answer(apart, 1).temperatures()).isNotSameAs(answer(apart, 0).temperatures());
    for (int loop = 0; loop < shared.loops(); loop++) {
      same(answer(shared, loop), answer(apart, loop));
    }
    // What the racks give is what the facility's cooler takes, but for its own pump.
    double rejectedW = answer(shared, RACKS).balance().exchangersW();
    double pumpsW = answer(shared, RACKS).balance().pumpsW();
    assertThat((rejectedW - pumpsW) / shared.betweenW() - 1).isBetween(-1e-8, 1e-8);
  }

  private static void same(CoolingSolution a, CoolingSolution b) {
    assertThat(a.problem().network().links().size())
        .isEqualTo(b.problem().network().links().size());
    for (int k = 0; k < a.problem().network().links().size(); k++) {
      close(a.flow().flowM3S(k), b.flow().flowM3S(k));
      close(a.flow().lossPa(k), b.flow().lossPa(k));
      close(a.inletC(k), b.inletC(k));
      close(a.outletC(k), b.outletC(k));
    }
    assertThat(a.chips()).isEqualTo(b.chips());
    assertThat(a.cdus()).isEqualTo(b.cdus());
    assertThat(a.pumps()).isEqualTo(b.pumps());
    assertThat(a.notices()).isEqualTo(b.notices());
  }

  private static void close(double a, double b) {
    assertThat(Math.abs(a - b)).isLessThanOrEqualTo(1e-12 * Math.abs(b));
  }

  private static CoolingSolution answer(LoopsSolution all, int loop) {
    return all.outcome(loop).asOptional().orElseThrow();
  }

  private static CoolingSolution alone(LoopsSolution all, int loop) {
    Outcome<CoolingSolution> outcome =
        CoolingSolver.solve(all.system().loop(loop), Optional.empty());
    return outcome.asOptional().orElseThrow();
  }

  private static LoopsSolution solved(CoolingProblem whole, Optional<LoopsSolution> warm) {
    return LoopSolver.solve(system(whole, fluids(0, Fluid.PG25)), warm);
  }

  private static List<Fluid> fluids(int loop, Fluid other) {
    List<Fluid> fluids = new ArrayList<>(Collections.nCopies(RACKS, Fluid.PG25));
    fluids.set(loop, other);
    return fluids;
  }

  private static LoopSystem system(CoolingProblem whole, List<Fluid> fluids) {
    return new LoopSystem(whole, Partition.of(whole.network()), fluids, List.of());
  }

  private static CoolingProblem row(boolean cooled, boolean marked) {
    return EqualRacks.row(RACKS, cooled, marked);
  }

  /** The racks' units side by side on one loop with a pump and a cooler of its own. */
  private static LoopSystem onFacility(boolean marked) {
    CoolingProblem.Builder b = CoolingProblem.of(Fluid.PG25);
    EqualRacks.add(b, RACKS, true, marked);
    int warm = b.add(HydraulicNode.vessel("warm", 0, 2e5));
    int between = b.add(HydraulicNode.at("between", 0));
    int cold = b.add(HydraulicNode.at("cold", 0));
    int pump = b.link("water pump", warm, between, new Pump(RackSample.PUMP_CURVE, 3), 1);
    PowerLaw law =
        new PowerLaw(200 * LPM, 40e3, 1.8, Fluid.WATER.density(30), Fluid.WATER.viscosity(30));
    int cooler = b.link("cooler", between, cold, law, 1);
    b.add(new PumpDrive("water pump", pump, EqualRacks.RACK.pumps().getFirst().efficiency(), 0.9));
    Cdu unit = EqualRacks.RACK.cdus().getFirst();
    b.add(unit.named("cooler").at(cooler).withPrimary(20, 20 * unit.primaryLimitM3S()));
    List<LoopSystem.Coupling> couplings = new ArrayList<>();
    for (int r = 0; r < RACKS; r++) {
      couplings.add(new LoopSystem.Coupling(r, b.link("rack" + r + ".side", cold, warm, law, 1)));
    }
    CoolingProblem whole = b.build();
    List<Fluid> fluids = new ArrayList<>(Collections.nCopies(RACKS, Fluid.PG25));
    fluids.add(Fluid.WATER);
    return new LoopSystem(whole, Partition.of(whole.network()), fluids, couplings);
  }
}
