package supernode.solve.network.traffic;

import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import supernode.topology.CsrGraph;
import supernode.topology.LinkSpec;
import supernode.topology.generate.LeafSpine;

/**
 * 8,192 endpoints, 128 leaves of 64, 64 spines: all-to-all by classes, with so many random links
 * failed; from the whole graph's snapshot.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ClassBench {
  private final CsrGraph whole = new LeafSpine(128, 64, 64, 64).generate(LinkSpec.of(50e9)).graph();

  @Param({"0", "1", "4", "16"})
  private int failedLinks;

  @Benchmark
  public ClassRates allToAll() {
    SplittableRandom random = new SplittableRandom(failedLinks);
    BitSet failed = new BitSet();
    while (failed.cardinality() < failedLinks) {
      failed.set(random.nextInt(whole.linkCount()));
    }
    CsrGraph damaged = whole.without(new BitSet(), failed);
    return ClassRates.allToAll(damaged, () -> false).orElseThrow();
  }
}
