package supernode.solve.cooling;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import supernode.solve.Outcome;
import supernode.solve.cooling.hydraulic.Closed;
import supernode.solve.cooling.hydraulic.HydraulicSolution;
import supernode.solve.cooling.hydraulic.HydraulicSolver;

/** Steady cooling of rows: 1, 10 and 97 of them are 1,011, 10,083 and 97,779 nodes. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 4, time = 2)
@Fork(1)
public class RowBench {
  @Param({"1", "10", "97"})
  private int rows;

  private CoolingProblem whole;
  private CoolingProblem slower;
  private CoolingProblem shut;
  private CoolingSolution solved;
  private double[] density;
  private double[] viscosity;

  @Setup(Level.Trial)
  public void setUp() {
    whole = RowSample.rows(rows);
    slower = whole.withLaw(0, RowSample.pump(rows, 0.9));
    shut = whole.withLaw(6, new Closed());
    solved = CoolingSolver.solve(whole, Optional.empty()).asOptional().orElseThrow();
    density = new double[whole.network().links().size()];
    viscosity = new double[density.length];
    Arrays.fill(density, 1010);
    Arrays.fill(viscosity, 1.3e-3);
  }

  /** From nothing: order, symbolic phase, flow and heat. */
  @Benchmark
  public Outcome<CoolingSolution> cold() {
    return CoolingSolver.solve(whole, Optional.empty());
  }

  /** Flow alone, from nothing. */
  @Benchmark
  public Outcome<HydraulicSolution> flowCold() {
    return HydraulicSolver.solve(whole.network(), 1010, 1.3e-3);
  }

  /** Flow alone after the pump is slowed, from the last solution. */
  @Benchmark
  public Outcome<HydraulicSolution> flowAfterPumpEdit() {
    return HydraulicSolver.solve(slower.network(), density, viscosity, Optional.of(solved.flow()));
  }

  /** The pump is slowed. */
  @Benchmark
  public Outcome<CoolingSolution> pumpEdit() {
    return CoolingSolver.solve(slower, Optional.of(solved));
  }

  /** A tray is shut. */
  @Benchmark
  public Outcome<CoolingSolution> valveEdit() {
    return CoolingSolver.solve(shut, Optional.of(solved));
  }
}
