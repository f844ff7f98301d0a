package supernode.solve.network.metric;

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
import supernode.topology.LinkSpec;
import supernode.topology.generate.Generator;

/** The first run in a new process, 512 MB of heap: 1,024,000 hosts from the rule to all metrics. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 5, jvmArgsAppend = "-Xmx512m")
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class ColdTopologyBench {
  @Benchmark
  public TopologyAnswer fatTreeOfAMillion() {
    return TopologyAnswer.of(Generator.fatTree(160, 3).generate(LinkSpec.of(50e9)), () -> false);
  }
}
