package supernode.solve.network.rate;

import java.util.Arrays;
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

/**
 * 1,047,552 single flows on given routes: all-to-all of 1,024 hosts, 64 leaves of 16 hosts and 8
 * uplinks (2:1), the spine chosen by destination; 4.1 million crossings.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class MaxMinBench {
  private static final int HOSTS = 1024;
  private static final int PER_LEAF = 16;
  private static final int SPINES = 8;
  private static final int LEAVES = HOSTS / PER_LEAF;

  private final MaxMinProblem problem = problem();

  @Benchmark
  public MaxMinResult millionFlows() {
    return MaxMin.solve(problem, () -> false);
  }

  @Benchmark
  public MaxMinCertificate certificate() {
    return MaxMinCertificate.check(problem, new double[problem.incidence().flows()]);
  }

  /** Links: hosts up, hosts down, leaf to spine, spine to leaf. */
  private static MaxMinProblem problem() {
    int links = 2 * HOSTS + 2 * LEAVES * SPINES;
    FlowIncidence.Builder b = new FlowIncidence.Builder(links);
    for (int from = 0; from < HOSTS; from++) {
      for (int to = 0; to < HOSTS; to++) {
        if (from == to) {
          continue;
        }
        b.cross(from, 1);
        if (from / PER_LEAF != to / PER_LEAF) {
          int spine = to % SPINES;
          b.cross(2 * HOSTS + from / PER_LEAF * SPINES + spine, 1);
          b.cross(2 * HOSTS + LEAVES * SPINES + to / PER_LEAF * SPINES + spine, 1);
        }
        b.cross(HOSTS + to, 1).endFlow();
      }
    }
    double[] capacity = new double[links];
    Arrays.fill(capacity, 1e9);
    return MaxMinProblem.of(b.build(), capacity);
  }
}
