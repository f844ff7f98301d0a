package supernode.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import supernode.quantity.Dimension;
import supernode.quantity.Quantity;
import supernode.quantity.Text;
import supernode.solve.network.AllReduce;
import supernode.solve.network.NetworkResult;
import supernode.solve.network.latency.ZeroLoadLatency;
import supernode.solve.network.metric.Bisection;
import supernode.solve.network.metric.FabricMetrics;
import supernode.topology.CsrGraph;

/** Bisection, distances, latency and collectives of a fabric, with their derivations. */
final class FabricShape {
  /** The message for which collectives are quoted. */
  private static final double GIBIBYTE = 1073741824.0;

  private final NetworkResult solved;
  private final LatencyFormulas latency;
  private final Supplier<Explanation> injection;
  private final String prefix;
  private final List<Result> results = new ArrayList<>();

  private FabricShape(
      NetworkResult solved,
      LatencyFormulas latency,
      Supplier<Explanation> injection,
      String prefix) {
    this.solved = solved;
    this.latency = latency;
    this.injection = injection;
    this.prefix = prefix;
  }

  /**
   * @param injection why the slowest endpoint sends what it does
   */
  static List<Result> results(
      NetworkResult solved,
      LatencyFormulas latency,
      Supplier<Explanation> injection,
      String prefix) {
    FabricShape shape = new FabricShape(solved, latency, injection, prefix);
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
                Derivation.computed(
                    Text.of("explain.linksOnPath"),
                    m.hops().diameter(),
                    Dimension.COUNT,
                    "formula.breadthFirst",
                    drawn())));
    add(
        "edgeConnectivity",
        m.edgeConnectivity().links(),
        Dimension.COUNT,
        label ->
            Derivation.computed(
                label,
                m.edgeConnectivity().links(),
                Dimension.COUNT,
                m.edgeConnectivity().exact() ? "formula.minimumCut" : "formula.leastDegree",
                drawn()));
  }

  private List<Explanation> drawn() {
    CsrGraph graph = solved.routes().graph();
    return List.of(
        Derivation.count(Text.of("result.endpoints"), graph.endpointCount()),
        Derivation.count(Text.of("result.links"), graph.usableLinkCount()));
  }

  private Explanation explain(Text label, Bisection b) {
    return Derivation.computed(
        label,
        b.bytesPerS(),
        Dimension.BANDWIDTH,
        b.method().isExact() ? "formula.bisectionExact" : "formula.bisectionFound",
        Derivation.computed(
            Text.of("explain.linksAcross"),
            (double) b.links(),
            Dimension.COUNT,
            "formula.countedAcross",
            drawn()),
        Explanation.remark(
            Text.of("bisection." + b.method().name().toLowerCase(java.util.Locale.ROOT)), ""),
        Explanation.remark(Text.of("explain.perDirection"), ""),
        Explanation.remark(
            solved
                .metrics()
                .asOptional()
                .filter(m -> m.islands() > 1)
                .map(m -> Text.of("explain.ofOneIsland", m.islands()))
                .orElse(Text.of("explain.ofTheWhole")),
            ""));
  }

  private void latency(ZeroLoadLatency l) {
    add("latencyMinNs", l.leastS(), Dimension.TIME, label -> latency.explain(label, l.leastS(), l));
    add("latencyMeanNs", l.meanS(), Dimension.TIME, label -> latency.explain(label, l.meanS(), l));
    add("latencyMaxNs", l.mostS(), Dimension.TIME, label -> latency.explain(label, l.mostS(), l));
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

  private Explanation longest(AllReduce a) {
    Text label = Text.of("explain.pairLatency");
    return solved
        .latency()
        .asOptional()
        .map(l -> latency.explain(label, a.pairLatencyS(), l))
        .orElseGet(() -> Explanation.remark(label, ""));
  }

  private Explanation explain(Text label, AllReduce.Run run, AllReduce a) {
    boolean rate = label.key().endsWith("GBps");
    return Derivation.computed(
        label,
        rate ? run.busBytesPerS() : run.timeS(),
        rate ? Dimension.BANDWIDTH : Dimension.TIME,
        "formula.allReduce." + run.algorithm().name().toLowerCase(java.util.Locale.ROOT),
        Derivation.count(Text.of("explain.ranks"), a.ranks()),
        Derivation.computed(
                Text.of("explain.slowestSender"),
                a.injectionBytesPerS(),
                Dimension.BANDWIDTH,
                "formula.allToAllOfOne",
                injection.get())
            .asLimiting(),
        longest(a));
  }
}
