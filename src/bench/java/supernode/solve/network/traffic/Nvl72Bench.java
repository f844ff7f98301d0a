package supernode.solve.network.traffic;

import java.util.BitSet;
import java.util.List;
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
import supernode.solve.network.NetworkResult;
import supernode.solve.network.latency.LatencyTerms;
import supernode.solve.network.rate.FlowQuotient;
import supernode.solve.network.rate.MaxMin;
import supernode.solve.network.rate.MaxMinProblem;
import supernode.solve.network.rate.MaxMinResult;
import supernode.solve.network.route.EcmpRoutes;
import supernode.solve.network.route.FlowPairs;
import supernode.topology.CsrGraph;
import supernode.topology.CsrGraphBuilder;
import supernode.topology.LinkSpec;

/** All network answers on 72 endpoints and 18 switches, whole and with a failed link. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class Nvl72Bench {
  private static final LatencyTerms TERMS = new LatencyTerms(0, 0, 64, 4096);
  private static final List<Traffic> PATTERNS =
      List.of(new Traffic.AllToAll(), Traffic.ring(), new Traffic.Permutation(1));

  private final CsrGraph whole = nvl72();
  private final CsrGraph damaged = withoutFirstLink(whole);
  private final MaxMinProblem writtenOut = writtenOut(whole);

  /** Snapshot to all patterns, metrics, latency and collectives. */
  @Benchmark
  public Outcome<NetworkResult> everything() {
    return NetworkResult.solve(whole, PATTERNS, TERMS, true, () -> false);
  }

  /** The same with one link of 1,296 failed: several rates, no formula for the bisection. */
  @Benchmark
  public Outcome<NetworkResult> everythingDamaged() {
    return NetworkResult.solve(damaged, PATTERNS, TERMS, true, () -> false);
  }

  /** Routes and uniform all-to-all alone. */
  @Benchmark
  public Outcome<TrafficResult> allToAll() {
    return EcmpRoutes.of(whole)
        .flatMap(r -> TrafficSolver.solve(r, new Traffic.AllToAll(), () -> false));
  }

  /** 5,112 flows over 184,032 crossings, each written out. */
  @Benchmark
  public MaxMinResult maxMinOfCrossings() {
    return MaxMin.solve(writtenOut, () -> false);
  }

  /** The same by classes of flows and links. */
  @Benchmark
  public MaxMinResult maxMinOfClasses() {
    return FlowQuotient.solve(writtenOut, () -> false);
  }

  private static CsrGraph nvl72() {
    CsrGraphBuilder b = new CsrGraphBuilder();
    for (int e = 0; e < 72; e++) {
      b.addEndpoint(0);
    }
    for (int s = 0; s < 18; s++) {
      int v = b.addSwitch(300e-9);
      for (int e = 0; e < 72; e++) {
        b.addLink(e, v, new LinkSpec(50e9, 20e-9, 1, 4.5e-9));
      }
    }
    return b.build();
  }

  private static CsrGraph withoutFirstLink(CsrGraph graph) {
    BitSet failed = new BitSet();
    failed.set(0);
    return graph.without(new BitSet(), failed);
  }

  private static MaxMinProblem writtenOut(CsrGraph graph) {
    return EcmpRoutes.of(graph)
        .flatMap(r -> r.incidence(FlowPairs.allToAll(72), 1 << 20, () -> false))
        .map(a -> FilledRates.problem(graph, a))
        .asOptional()
        .orElseThrow();
  }
}
