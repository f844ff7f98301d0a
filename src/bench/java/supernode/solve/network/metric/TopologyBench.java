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
import supernode.topology.generate.Generated;
import supernode.topology.generate.Generator;
import supernode.topology.generate.Grid;

/**
 * From a rule to all metrics of large fabrics, warm; {@link ColdTopologyBench} has the first run.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx512m")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class TopologyBench {
  private static final LinkSpec LINK = LinkSpec.of(50e9);

  private final Generated torus = Grid.torus(16, 16, 16).generate(LINK);
  private final Generated fatTree = Generator.fatTree(48, 3).generate(LINK);

  /** 16,773,120 ordered pairs of a 16 x 16 x 16 torus, every vertex as a source. */
  @Benchmark
  public HopCounts hopsOfTorusWithoutSymmetry() {
    return HopCounts.betweenEndpoints(torus.graph(), () -> false);
  }

  /** 764 million ordered pairs of 27,648 hosts, every host as a source. */
  @Benchmark
  public HopCounts hopsOfFatTreeWithoutSymmetry() {
    return HopCounts.betweenEndpoints(fatTree.graph(), () -> false);
  }

  /** 27,648 hosts, from the rule to all metrics. */
  @Benchmark
  public TopologyAnswer fatTreeOf27648() {
    return TopologyAnswer.of(Generator.fatTree(48, 3).generate(LINK), () -> false);
  }

  /** 65,536 hosts, from the rule to all metrics. */
  @Benchmark
  public TopologyAnswer fatTreeOf65536() {
    return TopologyAnswer.of(Generator.fatTree(64, 3).generate(LINK), () -> false);
  }

  /** 1,024,000 hosts, from the rule to all metrics. */
  @Benchmark
  public TopologyAnswer fatTreeOfAMillion() {
    return TopologyAnswer.of(Generator.fatTree(160, 3).generate(LINK), () -> false);
  }
}
