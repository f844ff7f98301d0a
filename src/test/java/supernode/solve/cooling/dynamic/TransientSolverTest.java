package supernode.solve.cooling.dynamic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import supernode.solve.Outcome;
import supernode.solve.cooling.CoolingProblem;
import supernode.solve.cooling.CoolingSolution;
import supernode.solve.cooling.CoolingSolver;
import supernode.solve.cooling.HeatInput;
import supernode.solve.cooling.RackSample;
import supernode.solve.cooling.fluid.Coolants;
import supernode.solve.cooling.fluid.Fluid;
import supernode.solve.cooling.heat.ChipPackage;
import supernode.solve.cooling.heat.ChipStack;
import supernode.solve.cooling.heat.ChipState;
import supernode.solve.cooling.heat.PlateResistance;
import supernode.solve.cooling.heat.Throttle;
import supernode.solve.cooling.hydraulic.HydraulicNode;
import supernode.solve.cooling.hydraulic.Pipe;

class TransientSolverTest {
  /** Of one temperature only: all its properties are constant. */
  private static final Fluid CONSTANT = Coolants.of("fc40").orElseThrow();

  private static final double FLOW_KG_S = 0.5;
  private static final double VOLUME_M3 = 0.01;

  private static TransientSolution run(TransientProblem problem) {
    Outcome<TransientSolution> outcome = TransientSolver.solve(problem, () -> false);
    assertThat(outcome.whyNot()).isEmpty();
    TransientSolution solution = outcome.asOptional().orElseThrow();
    assertThat(Math.abs(solution.balance().relativeResidual())).isLessThan(1e-9);
    return solution;
  }

  /** Fluid flows through one heated link of a volume. */
  private static CoolingProblem.Builder through(Fluid fluid, double inletC) {
    CoolingProblem.Builder b = CoolingProblem.of(fluid).inflowC(inletC);
    int in = b.add(new HydraulicNode("in", 0, OptionalDouble.empty(), -FLOW_KG_S));
    int out = b.add(HydraulicNode.vessel("out", 0, 1e5));
    b.link("link", in, out, new Pipe(1, 0.05, 0, 0), 1);
    return b;
  }

  private static double[] exact(double[] timeS, double start, double end, double tauS) {
    return Arrays.stream(timeS).map(t -> end + (start - end) * Math.exp(-t / tauS)).toArray();
  }

  private static void close(double[] found, double[] wanted, double withinK) {
    for (int i = 0; i < found.length; i++) {
      assertThat(found[i]).as("sample %s", i).isCloseTo(wanted[i], within(withinK));
    }
  }

  @Test
  void oneVolumeWarmsAsAnExponential() {
    CoolingProblem.Builder b = through(CONSTANT, 20);
    b.add(new HeatInput("link", 0, 11_000));
    TransientSolution s =
        run(
            new TransientProblem(
                b.build(),
                List.of(),
                List.of(),
                new double[] {VOLUME_M3},
                new Disturbance.ColdStart(10, 0),
                300));
    double endC = 20 + 11_000 / (FLOW_KG_S * CONSTANT.heatCapacity(25));
    double tauS = VOLUME_M3 * CONSTANT.density(25) / FLOW_KG_S;
    close(s.coolantC(0), exact(s.timeS(), 10, endC, tauS), 0.03);
    assertThat(s.timeS()[s.timeS().length - 1]).isEqualTo(300);
  }

  /** Die and plate over coolant of constant temperature: two exponentials. */
  @Test
  void twoLumpsWarmAsTwoExponentials() {
    CoolingProblem.Builder b = through(CONSTANT, 20);
    double dieKW = 0.02;
    PlateResistance plate = new PlateResistance(0.03, 0, 1e-3, 0, PlateResistance.Reference.INLET);
    b.add(
        new ChipPackage(
            "chip", 0, 1000, 0, 0, plate, ChipStack.ofDie(dieKW), 500, OptionalDouble.empty()));
    ChipMass mass = new ChipMass(50, 0, 300);
    // No volume: the coolant is as warm as what enters and the chip's heat make it.
    TransientSolution s =
        run(
            new TransientProblem(
                b.build(),
                List.of(mass),
                List.of(Throttle.at(500)),
                new double[] {0},
                new Disturbance.ColdStart(20, 0),
                200));
    double a = 1 / dieKW;
    double f = 1 / 0.03;
    double[][] rates = {{-a / 50, a / 50}, {a / 300, -(a + f) / 300}};
    double trace = rates[0][0] + rates[1][1];
    double determinant = rates[0][0] * rates[1][1] - rates[0][1] * rates[1][0];
    double root = Math.sqrt(trace * trace / 4 - determinant);
    double fast = trace / 2 - root;
    double slow = trace / 2 + root;
    double endC = 20 + 1000 * (0.03 + dieKW);
    // From 20 degrees at a rate of 1000 W / 50 J/K.
    double slowK = (20 - endC - 1000 / 50.0 / fast) / (1 - slow / fast);
    double fastK = 20 - endC - slowK;
    double[] wanted =
        Arrays.stream(s.timeS())
            .map(t -> endC + slowK * Math.exp(slow * t) + fastK * Math.exp(fast * t))
            .toArray();
    close(s.dieC(0), wanted, 0.05);
  }

  static TransientProblem rack(Disturbance disturbance, double durationS) {
    CoolingProblem rack = RackSample.expanded();
    double[] volume = new double[rack.network().links().size()];
    Arrays.fill(volume, 6e-5);
    volume[0] = 5e-3;
    List<Throttle> throttles = rack.chips().stream().map(c -> Throttle.at(c.dieLimitC())).toList();
    return new TransientProblem(
        rack,
        rack.chips().stream().map(c -> ChipMass.ofPower(c.dieW() + c.hbmW())).toList(),
        throttles,
        volume,
        disturbance,
        durationS);
  }

  private static int chip(TransientProblem p, String label) {
    return p.steady().chips().stream().map(ChipPackage::label).toList().indexOf(label);
  }

  @Test
  void undisturbedARackStaysAsItIs() {
    TransientProblem p = rack(new Disturbance.None(), 600);
    TransientSolution s = run(p);
    CoolingSolution steady =
        CoolingSolver.solve(p.steady(), Optional.empty()).asOptional().orElseThrow();
    assertThat(s.events()).isEmpty();
    for (int c = 0; c < p.steady().chips().size(); c++) {
      double dieC = ((ChipState.Cooled) steady.chip(c)).dieC();
      for (double t : s.dieC(c)) {
        assertThat(t).isCloseTo(dieC, within(0.05));
      }
    }
  }

  static Stream<Disturbance> all() {
    return Stream.of(
        new Disturbance.None(),
        new Disturbance.PumpTrip(List.of(0), 2, Optional.empty()),
        new Disturbance.PumpTrip(List.of(0), 2, Optional.of(new Disturbance.Standby(2, 3))),
        new Disturbance.PrimaryLoss(List.of(0)),
        new Disturbance.Blockage(60, 1e3),
        new Disturbance.Blockage(60, Double.POSITIVE_INFINITY),
        new Disturbance.Leak(1, 1e-5, 0.02, 2),
        new Disturbance.WrongFluid(Coolants.of("pao6").orElseThrow()),
        new Disturbance.ColdStart(10, 5),
        new Disturbance.FacilityStep(5),
        new Disturbance.FanLoss(0.125, 25, 4e6));
  }

  /** The balance is tested in {@link #run}. */
  @ParameterizedTest
  @MethodSource("all")
  void everyDisturbanceKeepsItsEnergyAndStaysFinite(Disturbance disturbance) {
    TransientSolution s = run(rack(disturbance, 120));
    for (int c = 0; c < s.problem().steady().chips().size(); c++) {
      for (double t : s.dieC(c)) {
        assertThat(t).isFinite();
      }
    }
    assertThat(s.timeS()[0]).isZero();
    assertThat(s.effort().steps()).isLessThan(2000);
  }

  @Test
  void aTrippedPumpThrottlesThenTripsInSeconds() {
    TransientProblem p = rack(new Disturbance.PumpTrip(List.of(0), 2, Optional.empty()), 600);
    TransientSolution s = run(p);
    double throttle = s.timeToThrottleS().orElseThrow();
    double trip = s.timeToTripS().orElseThrow();
    assertThat(throttle).isBetween(1.0, 60.0);
    assertThat(trip).isGreaterThan(throttle).isLessThan(600);
    int gpu = chip(p, "tray0.gpu0");
    assertThat(s.flowM3S(0)[s.timeS().length - 1]).isZero();
    assertThat(s.powerShare(gpu)[0]).isEqualTo(1);
    assertThat(s.powerShare(gpu)[s.timeS().length - 1]).isZero();
    List<Double> times = s.events().stream().map(TransientEvent::timeS).toList();
    assertThat(times).isSorted();
  }

  /** Without flow all heat stays: each lump warms to what the stack leaves it below the limit. */
  @Test
  void aBlockedPlateWarmsAsItsHeatCapacity() {
    TransientProblem whole = rack(new Disturbance.None(), 1);
    int link = whole.steady().chips().get(chip(whole, "tray5.gpu1")).link();
    TransientProblem p = rack(new Disturbance.Blockage(link, Double.POSITIVE_INFINITY), 120);
    TransientSolution s = run(p);
    int gpu = chip(p, "tray5.gpu1");
    ChipMass m = p.masses().get(gpu);
    double coolantJK = 6e-5 * Fluid.PG25.density(50) * Fluid.PG25.heatCapacity(50);
    double plateEndC = 85 - p.steady().chips().get(gpu).stack().dieRiseK(1000, 200);
    double neededJ =
        m.dieJK() * (85 - s.dieC(gpu)[0])
            + m.plateJK() * (plateEndC - s.plateC(gpu)[0])
            + coolantJK * (plateEndC - s.coolantC(link)[0]);
    assertThat(s.timeToThrottleS().orElseThrow()).isCloseTo(neededJ / 1200, withinPercentage(5));
    assertThat(s.events().getFirst().place()).isEqualTo("tray5.gpu1");
    // Its neighbours do not notice.
    int other = chip(p, "tray12.gpu0");
    assertThat(Collections.max(Arrays.stream(s.dieC(other)).boxed().toList()))
        .isLessThan(s.dieC(other)[0] + 1);
  }

  @Test
  void aStandbyPumpInTimeSavesTheRack() {
    TransientSolution without =
        run(rack(new Disturbance.PumpTrip(List.of(0), 2, Optional.empty()), 300));
    TransientSolution with =
        run(
            rack(
                new Disturbance.PumpTrip(List.of(0), 2, Optional.of(new Disturbance.Standby(1, 3))),
                300));
    assertThat(with.timeToTripS()).isEmpty();
    double[] die = with.dieC(0);
    assertThat(die[die.length - 1]).isCloseTo(die[0], within(0.1));
    assertThat(without.timeToTripS()).isPresent();
  }

  @Test
  void withoutFacilityWaterTheLoopWarmsAsItsWater() {
    TransientSolution s = run(rack(new Disturbance.PrimaryLoss(List.of(0)), 20));
    assertThat(s.dutyW(0)[1]).isCloseTo(0, within(1.0));
    double[] supply = s.supplyC(0);
    assertThat(supply[supply.length - 1]).isGreaterThan(supply[0] + 5);
    assertThat(s.balance().storedJ()).isGreaterThan(0.9 * s.balance().chipsJ() * 0.5);
  }

  @Test
  void aColdStartEndsInTheSteadyState() {
    TransientProblem p = rack(new Disturbance.ColdStart(10, 5), 900);
    TransientSolution s = run(p);
    CoolingSolution steady =
        CoolingSolver.solve(p.steady(), Optional.empty()).asOptional().orElseThrow();
    double[] die = s.dieC(0);
    assertThat(die[0]).isEqualTo(10);
    assertThat(die[die.length - 1])
        .isCloseTo(((ChipState.Cooled) steady.chip(0)).dieC(), within(0.1));
  }

  @Test
  void lostFansWarmTheFacilityWater() {
    TransientSolution s = run(rack(new Disturbance.FanLoss(0.125, 25, 2e7), 600));
    double[] water = s.primaryC(0);
    for (int i = 1; i < water.length; i++) {
      assertThat(water[i]).isGreaterThanOrEqualTo(water[i - 1]);
    }
    // 108 kW of heat, an eighth of it still rejected, into 20 MJ/K.
    assertThat(water[water.length - 1] - 35)
        .isCloseTo(0.85 * 108e3 * 600 / 2e7, withinPercentage(15));
  }

  @Test
  void aLeakEmptiesTheVessel() {
    TransientSolution s = run(rack(new Disturbance.Leak(1, 1e-5, 0.02, 2), 300));
    TransientEvent dry =
        s.events().stream()
            .filter(e -> e.kind() == TransientEvent.Kind.RAN_DRY)
            .findFirst()
            .orElseThrow();
    assertThat(dry.timeS()).isBetween(50.0, 250.0);
    assertThat(s.timeToThrottleS().orElseThrow()).isGreaterThan(dry.timeS());
  }

  @Test
  void whatIsOutsideItsBoundsIsRefused() {
    assertThat(TransientSolver.solve(rack(new Disturbance.None(), -1), () -> false).whyNot())
        .hasValueSatisfying(t -> assertThat(t.key()).isEqualTo("cooling.dynamic.duration"));
  }
}
