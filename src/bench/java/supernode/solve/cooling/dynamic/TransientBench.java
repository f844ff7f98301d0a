package supernode.solve.cooling.dynamic;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import supernode.solve.Outcome;
import supernode.solve.cooling.CoolingProblem;
import supernode.solve.cooling.RackSample;
import supernode.solve.cooling.heat.Throttle;

/** 600 s of a rack of 27 trays with 126 chips, every plate a link of its own. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(1)
public class TransientBench {
  private final TransientProblem trip =
      rack(new Disturbance.PumpTrip(List.of(0), 2, Optional.empty()));
  private final TransientProblem standby =
      rack(new Disturbance.PumpTrip(List.of(0), 2, Optional.of(new Disturbance.Standby(1, 3))));
  private final TransientProblem primaryLoss = rack(new Disturbance.PrimaryLoss(List.of(0)));
  private final TransientProblem coldStart = rack(new Disturbance.ColdStart(10, 5));

  private static TransientProblem rack(Disturbance disturbance) {
    CoolingProblem rack = RackSample.expanded();
    double[] volume = new double[rack.network().links().size()];
    Arrays.fill(volume, 6e-5);
    volume[0] = 5e-3;
    return new TransientProblem(
        rack,
        rack.chips().stream().map(c -> ChipMass.ofPower(c.dieW() + c.hbmW())).toList(),
        rack.chips().stream().map(c -> Throttle.at(c.dieLimitC())).toList(),
        volume,
        disturbance,
        600);
  }

  @Benchmark
  public Outcome<TransientSolution> pumpTrip() {
    return TransientSolver.solve(trip, () -> false);
  }

  @Benchmark
  public Outcome<TransientSolution> pumpTripWithStandby() {
    return TransientSolver.solve(standby, () -> false);
  }

  @Benchmark
  public Outcome<TransientSolution> primaryLoss() {
    return TransientSolver.solve(primaryLoss, () -> false);
  }

  @Benchmark
  public Outcome<TransientSolution> coldStart() {
    return TransientSolver.solve(coldStart, () -> false);
  }
}
