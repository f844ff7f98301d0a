package supernode.solve.network.collective;

import java.util.BitSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import supernode.solve.network.Fabrics;
import supernode.solve.network.latency.LatencyTerms;
import supernode.solve.network.route.EcmpRoutes;
import supernode.topology.CsrGraph;

/** All-reduce on NVL72: all algorithms placed, and a curve over message sizes in both modes. */
@State(Scope.Benchmark)
@BenchmarkMode(org.openjdk.jmh.annotations.Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CollectiveBench {
  private final CsrGraph graph = Fabrics.nvl72();
  private final EcmpRoutes routes = Fabrics.routes(graph);
  private final Collective placed = placed();

  private Collective placed() {
    BitSet switches = new BitSet();
    switches.set(72, 90);
    Tier tier =
        new Tier(
            Tier.Kind.SCALE_UP,
            routes,
            new LatencyTerms(0, 0, 64, 4096),
            IntStream.range(0, 72).toArray(),
            switches,
            LinkCalibration.ofProtocol("NVLink5"));
    RankNetwork network = new RankNetwork(72, List.of(tier));
    return Collective.of(Operation.ALL_REDUCE, network, Grid.of(4, 18), () -> false);
  }

  @Benchmark
  public Collective place() {
    return placed();
  }

  @Benchmark
  public double curve() {
    double sum = 0;
    for (int log2 = 16; log2 <= 33; log2++) {
      for (Mode mode : Mode.values()) {
        for (Run run : placed.runs(Math.scalb(1.0, log2), mode)) {
          sum += run.timeS();
        }
      }
    }
    return sum;
  }
}
