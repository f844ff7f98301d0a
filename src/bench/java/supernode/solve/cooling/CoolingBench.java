package supernode.solve.cooling;

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
import supernode.solve.cooling.hydraulic.Pump;

/** Steady cooling of a rack of 27 trays with every plate a link of its own. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class CoolingBench {
  private final CoolingProblem rack = RackSample.expanded();
  private final CoolingProblem slower = rack.withLaw(0, new Pump(RackSample.PUMP_CURVE, 0.9));
  private final CoolingSolution solved =
      CoolingSolver.solve(rack, Optional.empty()).asOptional().orElseThrow();

  /** A new drawing: order, symbolic phase and all. */
  @Benchmark
  public Outcome<CoolingSolution> rackCold() {
    return CoolingSolver.solve(rack, Optional.empty());
  }

  /** The pump is slowed: from the last solution. */
  @Benchmark
  public Outcome<CoolingSolution> rackAfterAnEdit() {
    return CoolingSolver.solve(slower, Optional.of(solved));
  }

  /** The curves of the pump chart. */
  @Benchmark
  public Optional<PumpChart> pumpChart() {
    return PumpChart.of(solved, 0);
  }
}
