package supernode.solve.cooling;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import supernode.solve.cooling.hydraulic.Closed;

/** 144 racks with a loop each: equal ones, ones that differ, one of the equal ones blocked. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class EqualLoopsBench {
  private static final int RACKS = 144;

  private LoopSystem equal;
  private LoopSystem unlike;
  private LoopSystem blocked;
  private LoopsSolution solved;

  @Setup(Level.Trial)
  public void setUp() {
    CoolingProblem row = EqualRacks.row(RACKS, true, false);
    equal = EqualRacks.system(row, RACKS);
    unlike = EqualRacks.system(EqualRacks.row(RACKS, true, true), RACKS);
    int plate = EqualRacks.RACK.chips().getFirst().link();
    blocked = EqualRacks.system(row.withLaw(plate, new Closed()), RACKS);
    solved = LoopSolver.solve(equal, Optional.empty());
  }

  /** One is solved for all. */
  @Benchmark
  public LoopsSolution equal() {
    return LoopSolver.solve(equal, Optional.empty());
  }

  /** The same physics, but each is solved on its own. */
  @Benchmark
  public LoopsSolution unlike() {
    return LoopSolver.solve(unlike, Optional.empty());
  }

  /** A plate of one rack is shut after all were solved. */
  @Benchmark
  public LoopsSolution oneBlocked() {
    return LoopSolver.solve(blocked, Optional.of(solved));
  }
}
