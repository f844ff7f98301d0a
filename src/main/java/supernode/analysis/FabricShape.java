package supernode.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import supernode.quantity.Dimension;
import supernode.quantity.Quantity;
import supernode.quantity.Text;
import supernode.solve.network.AllReduce;
import supernode.solve.network.NetworkResult;
import supernode.solve.network.collective.Run;
import supernode.solve.network.latency.ZeroLoadLatency;
import supernode.solve.network.metric.Bisection;
import supernode.solve.network.metric.FabricMetrics;
import supernode.topology.CsrGraph;

/** Bisection, distances, latency and collectives of a fabric, with their derivations. */
final class FabricShape {
  private final NetworkResult solved;
  private final LatencyFormulas latency;
  private final IntFunction<Explanation> bottleneck;
  private final String prefix;
  private final List<Result> results = new ArrayList<>();

  private FabricShape(
      NetworkResult solved,
      LatencyFormulas latency,
      IntFunction<Explanation> bottleneck,
      String prefix) {
    this.solved = solved;
    this.latency = latency;
    this.bottleneck = bottleneck;
    this.prefix = prefix;
  }

  /**
   * @param bottleneck of a channel that limits: what it is and its rate
   */
  static List<Result> results(
      NetworkResult solved,
      LatencyFormulas latency,
      IntFunction<Explanation> bottleneck,
      String prefix) {
    FabricShape shape = new FabricShape(solved, latency, bottleneck, prefix);
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
    Run run = a.best();
    add("allReduceGiBUs", run.timeS(), Dimension.TIME, label -> explain(label, run, a));
    add(
        "allReduceBusGBps",
        run.busBytesPerS(),
        Dimension.BANDWIDTH,
        label -> explain(label, run, a));
  }

  private Explanation longest() {
    Text label = Text.of("explain.pairLatency");
    return solved
        .latency()
        .asOptional()
        .map(l -> latency.explain(label, l.mostS(), l))
        .orElseGet(() -> Explanation.remark(label, ""));
  }

  private Explanation explain(Text label, Run run, AllReduce a) {
    boolean rate = label.key().endsWith("GBps");
    return Derivation.computed(
        label,
        rate ? run.busBytesPerS() : run.timeS(),
        rate ? Dimension.BANDWIDTH : Dimension.TIME,
        "formula.allReduce." + run.algorithm().key(),
        Derivation.count(Text.of("explain.ranks"), a.ranks()),
        bottleneck.apply(run.bottleneckChannel()).asLimiting(),
        longest());
  }
}
