package supernode.solve.cooling.dynamic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import supernode.solve.cooling.CoolingProblem;
import supernode.solve.cooling.HeatInput;
import supernode.solve.cooling.LoopSystem;
import supernode.solve.cooling.fluid.Fluid;
import supernode.solve.cooling.heat.AirCoil;
import supernode.solve.cooling.heat.Cdu;
import supernode.solve.cooling.heat.LiquidExchanger;
import supernode.solve.cooling.heat.MoistAir;
import supernode.solve.cooling.hydraulic.HydraulicNode;
import supernode.solve.cooling.hydraulic.Partition;
import supernode.solve.cooling.hydraulic.Pipe;
import supernode.solve.cooling.hydraulic.Pump;
import supernode.solve.cooling.hydraulic.PumpCurve;

/** The facility's own water: what stands in a unit, what flows in a drawn loop. */
class FacilityWaterTest {
  private static final double HEAT_W = 60e3;
  private static final PumpCurve CURVE = PumpCurve.ofPoint(3e-3, 20);
  private static final int SECONDARY = 1;
  private static final int PRIMARY = 4;

  private static TransientSolution run(TransientProblem problem) {
    TransientSolution s = TransientSolver.solve(problem, () -> false).asOptional().orElseThrow();
    TransientBalance b = s.balance();
    assertThat(Math.abs(b.relativeResidual())).isLessThan(1e-9);
    assertThat(b.facilityJ() + b.rejectedJ()).isCloseTo(b.exchangersJ(), within(1e-3));
    return s;
  }

  /** Coolant of one temperature flows past water that stands: an exponential. */
  @Test
  void waterThatStandsWarmsUntilItIsAsWarmAsTheCoolant() {
    double kgS = 1.5;
    double volumeM3 = 0.02;
    CoolingProblem.Builder b = CoolingProblem.of(Fluid.WATER).inflowC(40);
    int in = b.add(new HydraulicNode("in", 0, OptionalDouble.empty(), -kgS));
    int out = b.add(HydraulicNode.vessel("out", 0, 1e5));
    int link = b.link("cdu", in, out, new Pipe(1, 0.05, 0, 0), 1);
    LiquidExchanger plates = new LiquidExchanger(12e3, 2, 1.5);
    b.add(new Cdu("cdu", link, plates, Fluid.WATER, 20, 2e-3, 30, 0, 0));
    CoolingProblem p = b.build();
    TransientSolution s =
        run(
            new TransientProblem(
                single(p, Fluid.WATER),
                List.of(),
                List.of(),
                new double[] {0},
                new double[] {volumeM3},
                new Disturbance.PrimaryLoss(List.of(0)),
                200));
    double rate = kgS * Fluid.WATER.heatCapacity(40);
    double passes = rate * -Math.expm1(-plates.conductance(0.05 * 2, kgS) / rate);
    double storesJK = volumeM3 * Fluid.WATER.density(20) * Fluid.WATER.heatCapacity(20);
    double startC = s.primaryC(0)[0];
    assertThat(startC).isBetween(20.0, 40.0);
    for (int i = 0; i < s.timeS().length; i++) {
      double wanted = 40 + (startC - 40) * Math.exp(-passes / storesJK * s.timeS()[i]);
      assertThat(s.primaryC(0)[i]).isCloseTo(wanted, within(0.06));
    }
    assertThat(s.balance().facilityJ())
        .isCloseTo(
            storesJK * (s.primaryC(0)[s.timeS().length - 1] - startC), withinPercentage(0.1));
    assertThat(s.balance().rejectedJ()).isCloseTo(0, within(1e-3));
  }

  private static LoopSystem single(CoolingProblem p, Fluid fluid) {
    return new LoopSystem(p, Partition.of(p.network()), List.of(fluid), List.of());
  }

  /** Heat, unit and pump in one loop; pump, unit and dry cooler in that of the facility. */
  private static TransientProblem coupled(Disturbance disturbance, double durationS) {
    CoolingProblem.Builder b = CoolingProblem.of(Fluid.PG25);
    int cold = b.add(HydraulicNode.vessel("cold", 0, 1e5));
    int front = b.add(HydraulicNode.at("front", 0));
    int back = b.add(HydraulicNode.at("back", 0));
    b.link("pump", cold, front, new Pump(CURVE, 1), 1);
    int secondary = b.link("cdu", back, cold, new Pipe(2, 0.05, 0, 5), 1);
    int plates = b.link("plates", front, back, new Pipe(2, 0.04, 0, 20), 1);
    b.add(new HeatInput("plates", plates, HEAT_W));
    int outside = b.add(HydraulicNode.vessel("outside", 0, 1e5));
    int before = b.add(HydraulicNode.at("before", 0));
    int after = b.add(HydraulicNode.at("after", 0));
    b.link("water pump", outside, before, new Pump(CURVE, 1), 1);
    int primary = b.link("unit", before, after, new Pipe(2, 0.05, 0, 5), 1);
    int cooler = b.link("cooler", after, outside, new Pipe(2, 0.05, 0, 20), 1);
    assertThat(new int[] {secondary, primary}).containsExactly(SECONDARY, PRIMARY);
    LiquidExchanger unit =
        LiquidExchanger.rated(HEAT_W, 4, 2.5, 4180, 3, Fluid.PG25.heatCapacity(30)).orElseThrow();
    b.add(new Cdu("cdu", secondary, unit, Fluid.WATER, 25, 2.5e-3, Cdu.OPEN_C, 5, 0));
    AirCoil coil = AirCoil.rated(HEAT_W, 6, 16).orElseThrow().withLiquid(2.5);
    b.add(
        new Cdu(
            "cooler",
            cooler,
            coil,
            MoistAir.DRY,
            20,
            coil.ratedAirKgS() / MoistAir.DRY.density(20),
            25,
            -100,
            0));
    CoolingProblem whole = b.build();
    LoopSystem loops =
        new LoopSystem(
            whole,
            Partition.of(whole.network()),
            List.of(Fluid.PG25, Fluid.WATER),
            List.of(new LoopSystem.Coupling(0, PRIMARY)));
    double[] volume = new double[whole.network().links().size()];
    Arrays.fill(volume, 0, 3, 0.02);
    Arrays.fill(volume, 3, 6, 0.1);
    return new TransientProblem(
        loops, List.of(), List.of(), volume, new double[] {0.01, 0}, disturbance, durationS);
  }

  private static double last(double[] series) {
    return series[series.length - 1];
  }

  @Test
  void undisturbedBothLoopsStayAsTheyAre() {
    TransientSolution s = run(coupled(new Disturbance.None(), 900));
    for (int k = 0; k < 6; k++) {
      double start = s.coolantC(k)[0];
      for (double c : s.coolantC(k)) {
        assertThat(c).isCloseTo(start, within(0.01));
      }
    }
    assertThat(s.balance().storedJ()).isCloseTo(0, within(0.001 * HEAT_W * 900));
    assertThat(s.coolantC(PRIMARY)[0]).isGreaterThan(s.coolantC(PRIMARY - 1)[0] + 2);
  }

  static Stream<Disturbance> all() {
    return Stream.of(
        new Disturbance.None(),
        new Disturbance.DraughtLoss(List.of(1), 0.125),
        new Disturbance.PrimaryLoss(List.of(0)),
        new Disturbance.FacilityStep(8),
        new Disturbance.PumpTrip(List.of(3), 2, java.util.Optional.empty()),
        new Disturbance.PumpTrip(List.of(0, 3), 2, java.util.Optional.empty()),
        new Disturbance.Leak(5, 1e-5, 0.02, 2),
        new Disturbance.ColdStart(10, 5),
        new Disturbance.WrongFluid(Fluid.WATER));
  }

  /** The balance is tested in {@link #run}. */
  @ParameterizedTest
  @MethodSource("all")
  void heatThatPassesFromLoopToLoopIsKept(Disturbance disturbance) {
    TransientSolution s = run(coupled(disturbance, 300));
    for (double c : s.coolantC(SECONDARY)) {
      assertThat(c).isFinite();
    }
    assertThat(s.effort().steps()).isLessThan(2000);
  }

  /** Without fans the heat stays in the water of both loops. */
  @Test
  void withoutFansTheFacilityLoopWarmsAsItsWater() {
    TransientSolution s = run(coupled(new Disturbance.DraughtLoss(List.of(1), 0), 400));
    double water = 0.3 * Fluid.WATER.density(35) * Fluid.WATER.heatCapacity(35);
    double coolant = 0.06 * Fluid.PG25.density(40) * Fluid.PG25.heatCapacity(40);
    double given = s.balance().chipsJ() + s.balance().pumpsJ();
    double meanK = last(s.primaryC(0)) - s.primaryC(0)[0];
    assertThat(s.balance().rejectedJ()).isCloseTo(0, within(1e-3 * given));
    // The unit sees it later than the water before it, by about half a turn.
    assertThat(meanK).isCloseTo(given / (water + coolant), withinPercentage(10));
  }

  /** What is behind the step comes through the water of the drawn loop, not at once. */
  @Test
  void aStepOfTheCoolersReachesTheUnitsThroughTheWater() {
    TransientSolution s = run(coupled(new Disturbance.FacilityStep(8), 900));
    double[] water = s.primaryC(0);
    assertThat(water[1] - water[0]).isLessThan(1);
    assertThat(last(water) - water[0]).isCloseTo(8, within(0.3));
  }
}
