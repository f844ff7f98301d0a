package supernode.solve.network.traffic;

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
import supernode.solve.network.route.Routing;
import supernode.topology.CsrGraph;
import supernode.topology.LinkSpec;
import supernode.topology.generate.Generator;

/** Random permutation on 27,648 hosts: the 48-ary fat tree of three levels, equal splitting. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class PermutationBench {
  private final CsrGraph tree = Generator.fatTree(48, 3).generate(LinkSpec.of(50e9)).graph();

  @Benchmark
  public Outcome<TrafficResult> permutation() {
    return TrafficSolver.solve(
        tree, new Routing.EqualCost(), new Traffic.Permutation(1), () -> false);
  }
}
