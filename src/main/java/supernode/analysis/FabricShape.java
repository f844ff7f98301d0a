package supernode.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import supernode.quantity.Dimension;
import supernode.quantity.Quantity;
import supernode.quantity.Text;
import supernode.solve.network.AllReduce;
import supernode.solve.network.NetworkResult;
import supernode.solve.network.latency.HopLatency;
import supernode.solve.network.latency.LatencyTerms;
import supernode.solve.network.latency.PairLatency;
import supernode.solve.network.latency.ZeroLoadLatency;
import supernode.solve.network.metric.Bisection;
import supernode.solve.network.metric.FabricMetrics;

/** Bisection, distances, latency and collectives of a fabric, with their derivations. */
final class FabricShape {
  /** The message for which collectives are quoted. */
  private static final double GIBIBYTE = 1073741824.0;

  private final NetworkResult solved;
  private final LatencyTerms terms;
  private final String prefix;
  private final List<Result> results = new ArrayList<>();

  private FabricShape(NetworkResult solved, LatencyTerms terms, String prefix) {
    this.solved = solved;
    this.terms = terms;
    this.prefix = prefix;
  }

  static List<Result> results(NetworkResult solved, LatencyTerms terms, String prefix) {
    FabricShape shape = new FabricShape(solved, terms, prefix);
    solved.metrics().asOptional().ifPresent(shape::metrics);
    solved.latency().asOptional().ifPresent(shape::latency);
    solved.allReduce().asOptional().ifPresent(shape::allReduce);
    return shape.results;
  }

  private void add(
      String id,
      double si,
      Dimension dimension,
      java.util.function.Function<Text, Explanation> explanation) {
    Text label = Text.of("result." + id);
    results.add(
        new Result(
            prefix + id, label, new Quantity(si, dimension), () -> explanation.apply(label)));
  }

  private void metrics(FabricMetrics m) {
    m.bisection()
        .asOptional()
        .ifPresent(b ->
            add("bisectionTBps", b.bytesPerS(), Dimension.BANDWIDTH, label -> explain(label, b)));
    int switchHops = m.hops().diameterTransits();
    add(
        "switchHops",
        switchHops,
        Dimension.COUNT,
        label ->
            Derivation.computed(
                label,
                switchHops,
                Dimension.COUNT,
                "formula.longestShortestPath",
                Derivation.count(Text.of("explain.linksOnPath"), m.hops().diameter())));
    add(
        "edgeConnectivity",
        m.edgeConnectivity().links(),
        Dimension.COUNT,
        label ->
            Derivation.computed(
                label,
                m.edgeConnectivity().links(),
                Dimension.COUNT,
                m.edgeConnectivity().exact() ? "formula.minimumCut" : "formula.leastDegree"));
  }

  private static Explanation explain(Text label, Bisection b) {
    return Derivation.computed(
        label,
        b.bytesPerS(),
        Dimension.BANDWIDTH,
        b.method().isExact() ? "formula.bisectionExact" : "formula.bisectionFound",
        Derivation.count(Text.of("explain.linksAcross"), (double) b.links()),
        Explanation.remark(
            Text.of("bisection." + b.method().name().toLowerCase(java.util.Locale.ROOT)), ""),
        Explanation.remark(Text.of("explain.perDirection"), ""));
  }

  private void latency(ZeroLoadLatency l) {
    add("latencyMinNs", l.leastS(), Dimension.TIME, label -> explain(label, l.leastS(), l));
    add("latencyMeanNs", l.meanS(), Dimension.TIME, label -> explain(label, l.meanS(), l));
    add("latencyMaxNs", l.mostS(), Dimension.TIME, label -> explain(label, l.mostS(), l));
  }

  private Explanation explain(Text label, double seconds, ZeroLoadLatency l) {
    List<Explanation> inputs = new ArrayList<>();
    Optional<PairLatency> pair =
        ZeroLoadLatency.ofPair(solved.routes(), terms, l.slowestSource(), l.slowestDestination())
            .asOptional();
    inputs.add(term("explain.endpointLatency", terms.sendS() + terms.receiveS()));
    pair.ifPresent(p -> {
      inputs.add(term(p, "explain.fixedLatency", HopLatency::fixedS));
      inputs.add(term(p, "explain.propagation", HopLatency::propagationS));
      inputs.add(term(p, "explain.headerTime", HopLatency::headerS));
      inputs.add(term(p, "explain.transit", HopLatency::transitS));
    });
    inputs.add(Explanation.remark(Text.of("explain.latencyCaveat"), ""));
    return Explanation.derived(
        label, new Quantity(seconds, Dimension.TIME), Text.of("formula.latency"), inputs);
  }

  private static Explanation term(PairLatency p, String key, ToDoubleFunction<HopLatency> of) {
    return term(key, p.sumS(of));
  }

  private static Explanation term(String key, double seconds) {
    return new Explanation(
        Text.of(key),
        Optional.of(new Quantity(seconds, Dimension.TIME)),
        Optional.empty(),
        Optional.empty(),
        "",
        false,
        List.of());
  }

  private void allReduce(AllReduce a) {
    AllReduce.Run best = null;
    for (AllReduce.Algorithm algorithm : a.algorithms()) {
      AllReduce.Run run = a.run(algorithm, GIBIBYTE);
      if (best == null || run.timeS() < best.timeS()) {
        best = run;
      }
    }
    if (best == null) {
      return;
    }
    AllReduce.Run run = best;
    add("allReduceGiBUs", run.timeS(), Dimension.TIME, label -> explain(label, run, a));
    add(
        "allReduceBusGBps",
        run.busBytesPerS(),
        Dimension.BANDWIDTH,
        label -> explain(label, run, a));
  }

  private static Explanation explain(Text label, AllReduce.Run run, AllReduce a) {
    boolean rate = label.key().endsWith("GBps");
    return Derivation.computed(
        label,
        rate ? run.busBytesPerS() : run.timeS(),
        rate ? Dimension.BANDWIDTH : Dimension.TIME,
        "formula.allReduce." + run.algorithm().name().toLowerCase(java.util.Locale.ROOT),
        Derivation.count(Text.of("explain.ranks"), a.ranks()),
        new Explanation(
            Text.of("explain.slowestSender"),
            Optional.of(new Quantity(a.injectionBytesPerS(), Dimension.BANDWIDTH)),
            Optional.empty(),
            Optional.empty(),
            "",
            true,
            List.of()),
        term("explain.pairLatency", a.pairLatencyS()));
  }
}
