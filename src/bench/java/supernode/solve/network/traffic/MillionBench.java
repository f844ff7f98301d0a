package supernode.solve.network.traffic;

import java.util.BitSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import supernode.topology.CsrGraph;
import supernode.topology.LinkSpec;
import supernode.topology.generate.Generator;

/** 1,024,000 endpoints: the fat tree of three levels of 160-port switches, in 512 MB. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx512m")
@Warmup(iterations = 1)
@Measurement(iterations = 5)
public class MillionBench {
  private CsrGraph whole;
  private int turn;

  @Setup
  public void build() {
    whole = null;
  }

  /** From the template's parameters to the rates. */
  @Benchmark
  public ClassRates templateToAllToAll() {
    CsrGraph graph = Generator.fatTree(160, 3).generate(LinkSpec.of(50e9)).graph();
    return ClassRates.allToAll(graph, () -> false).orElseThrow();
  }

  /** From the snapshot to the rates, with a link between two switches failed. */
  @Benchmark
  public ClassRates failedLink() {
    if (whole == null) {
      whole = Generator.fatTree(160, 3).generate(LinkSpec.of(50e9)).graph();
    }
    BitSet failed = new BitSet();
    failed.set(whole.linkCount() - 1);
    CsrGraph damaged = whole.without(new BitSet(), failed);
    return ClassRates.allToAll(damaged, () -> false).orElseThrow();
  }

  /** From the template's parameters to rates and distances, the tree never built. */
  @Benchmark
  public TreeRates unbuilt() {
    return TreeRates.allToAll(
        Generator.fatTree(160, 3), new double[] {50e9, 50e9, 50e9}, List.of(), () -> false);
  }

  /** The same with another 16 links to the core failed each time. */
  @Benchmark
  public TreeRates unbuiltWithFailures() {
    turn++;
    List<TreeRates.TreeLink> failed =
        IntStream.range(0, 16)
            .mapToObj(i ->
                new TreeRates.TreeLink(
                    3, List.of((7 * i + turn) % 160), List.of(0, (11 * i) % 80, (3 * i) % 80)))
            .toList();
    return TreeRates.allToAll(
        Generator.fatTree(160, 3), new double[] {50e9, 50e9, 50e9}, failed, () -> false);
  }
}
