package supernode.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import supernode.catalog.Property;
import supernode.catalog.Sourced;
import supernode.design.Fabric;
import supernode.quantity.Dimension;
import supernode.quantity.Quantity;
import supernode.quantity.Text;
import supernode.solve.network.NetworkResult;
import supernode.solve.network.traffic.Bottleneck;
import supernode.solve.network.traffic.TrafficResult;
import supernode.topology.CsrGraph;
import supernode.topology.FabricGraph;
import supernode.topology.Instance;
import supernode.topology.Link;
import supernode.topology.SystemModel;

/** The numbers of a fabric with their derivations. */
final class FabricResults {
  /** Headlines that need no more than the rates. */
  private static final Set<String> RATES =
      Set.of(
          "endpoints",
          "fabricSwitches",
          "links",
          "cutOffEndpoints",
          "injectionGBps",
          "allToAllPairGBps");

  private final SystemModel model;
  private final Fabric fabric;
  private final FabricGraph fabricGraph;
  private final Sent sends;
  private final FabricGraph carrying;
  private final CsrGraph graph;
  private final NetworkResult solved;
  private final Optional<TrafficResult> all;
  private final Map<String, TrafficResult> byKey;
  private final List<String> cutOff;
  private final String prefix;

  /**
   * @param sends what the flows of the traffics cross, and what is sent
   */
  FabricResults(
      SystemModel model,
      Fabric fabric,
      FabricGraph fabricGraph,
      Sent sends,
      NetworkResult solved,
      Map<String, TrafficResult> byKey,
      List<String> cutOff) {
    this.cutOff = cutOff;
    this.byKey = byKey;
    this.model = model;
    this.fabric = fabric;
    this.fabricGraph = fabricGraph;
    this.sends = sends;
    this.carrying = sends.carrying();
    this.graph = fabricGraph.graph();
    this.solved = solved;
    this.all = FabricFigures.allToAll(solved);
    this.prefix =
        switch (fabric) {
          case SCALE_UP -> "scaleUp.";
          case SCALE_OUT -> "scaleOut.";
          default -> "interSite.";
        };
  }

  /** Whether a headline is there as soon as the rates are. */
  static boolean isRate(Result headline) {
    return RATES.contains(headline.id().substring(headline.id().indexOf('.') + 1));
  }

  List<Result> headline() {
    List<Result> results = new ArrayList<>();
    results.add(counted("endpoints", graph.endpointCount()));
    results.add(counted("fabricSwitches", graph.switchCount()));
    results.add(counted("links", graph.usableLinkCount()));
    solved
        .metrics()
        .asOptional()
        .filter(m -> m.islands() > 1)
        .ifPresent(m -> results.add(counted("islands", m.islands())));
    if (!cutOff.isEmpty()) {
      results.add(counted("cutOffEndpoints", cutOff.size()));
    }
    results.add(
        result(
            "injectionGBps", portBytesPerS(), Dimension.BANDWIDTH, () -> explainPort(weakest())));
    all.ifPresent(t ->
        results.add(
            result(
                "allToAllPairGBps",
                t.rates().leastBytesPerS(),
                Dimension.BANDWIDTH,
                () ->
                    explainRate(
                        Text.of("result.allToAllPairGBps"), t.rates().leastBytesPerS(), t))));
    results.addAll(
        FabricShape.results(
            solved,
            new LatencyFormulas(
                model, fabricGraph, solved, NetworkAssumptions.terms(model, fabricGraph)),
            this::explainBusiest,
            prefix));
    return results;
  }

  private Result counted(String id, double n) {
    Text label = Text.of("result." + id);
    return new Result(
        prefix + id,
        label,
        new Quantity(n, Dimension.COUNT),
        () -> {
          List<Explanation> inputs = new ArrayList<>();
          inputs.add(Derivation.count(Text.of("explain.liveOnFabric", fabricName()), n));
          inputs.addAll(failures());
          return Explanation.derived(
              label, new Quantity(n, Dimension.COUNT), Text.of("formula.counted"), inputs);
        });
  }

  private Result result(
      String id,
      double si,
      Dimension dimension,
      java.util.function.Supplier<Explanation> explanation) {
    return new Result(
        prefix + id, Text.of("result." + id), new Quantity(si, dimension), explanation);
  }

  private Text fabricName() {
    return Text.of("fabric." + fabric.key());
  }

  /** What the weakest endpoint could send through its live ports, byte/s. */
  double portBytesPerS() {
    double least = Double.POSITIVE_INFINITY;
    for (int e = 0; e < graph.endpointCount(); e++) {
      least = Math.min(least, portBytesPerS(graph.endpoint(e)));
    }
    return Double.isInfinite(least) ? 0 : least;
  }

  private int weakest() {
    int weakest = 0;
    for (int e = 1; e < graph.endpointCount(); e++) {
      if (portBytesPerS(graph.endpoint(e)) < portBytesPerS(graph.endpoint(weakest))) {
        weakest = e;
      }
    }
    return weakest;
  }

  private double portBytesPerS(int vertex) {
    double sum = 0;
    for (int arc = graph.arcStart(vertex); arc < graph.arcStart(vertex + 1); arc++) {
      sum += graph.capacityBytesPerS(graph.arcChannel(arc) / 2);
    }
    return sum;
  }

  /** "17 live links × 50 GB/s", and why one is missing. */
  private Explanation explainPort(int endpoint) {
    int vertex = graph.endpoint(endpoint);
    Instance chip = instance(vertex);
    Map<Double, Integer> byRate = new LinkedHashMap<>();
    Map<Double, Link> example = new HashMap<>();
    for (int arc = graph.arcStart(vertex); arc < graph.arcStart(vertex + 1); arc++) {
      int link = graph.arcChannel(arc) / 2;
      byRate.merge(graph.capacityBytesPerS(link), 1, Integer::sum);
      example.putIfAbsent(
          graph.capacityBytesPerS(link), model.links().get(fabricGraph.linkOf()[link]));
    }
    List<Explanation> inputs = new ArrayList<>();
    byRate.forEach((rate, n) -> {
      inputs.add(Derivation.count(Text.of("explain.liveLinks"), n));
      inputs.add(explainRate(example.get(rate)));
    });
    inputs.addAll(failures());
    return Explanation.derived(
            Text.of("result.injectionGBps"),
            new Quantity(portBytesPerS(vertex), Dimension.BANDWIDTH),
            Text.of("formula.linksTimesRate"),
            inputs)
        .at(chip.name());
  }

  /** The rate of a link: the least of the port rates and what the link type carries. */
  static Explanation explainRate(Link link) {
    Text label = Text.of("explain.linkRate", link.type().name());
    Quantity rate = new Quantity(link.rateBytesPerS(), Dimension.BANDWIDTH);
    Optional<Sourced> source = link.type().values().find(Property.RATE);
    if (source.isPresent() && source.get().value() <= rate.value()) {
      return Explanation.given(label, rate, source.get(), "");
    }
    // The ports are slower than the link, or alone have a rate.
    return Explanation.derived(
        label,
        rate,
        Text.of("formula.portRate"),
        List.of(
            Explanation.remark(Text.of("explain.port", link.portA().name()), ""),
            Explanation.remark(Text.of("explain.port", link.portB().name()), ""),
            Derivation.property(link.type(), Property.RATE)));
  }

  /** A pattern's rate: the capacity of the link that fills first, over the flow shares on it. */
  private Explanation explainRate(Text label, double shown, TrafficResult t) {
    double rate = t.rates().leastBytesPerS();
    List<Explanation> inputs = new ArrayList<>();
    t.bottlenecks().stream()
        .filter(b -> b.leastRateBytesPerS() <= rate * (1 + 1e-9))
        .findFirst()
        .ifPresent(b -> bottleneck(b, rate, inputs));
    inputs.add(Derivation.count(Text.of("result.endpoints"), carrying.graph().endpointCount()));
    inputs.addAll(failures());
    return Explanation.derived(
        label,
        new Quantity(shown, Dimension.BANDWIDTH),
        Text.of("formula.capacityOverShares"),
        inputs);
  }

  private void bottleneck(Bottleneck b, double rate, List<Explanation> inputs) {
    int channel = b.channels().getFirst();
    double capacity = carrying.graph().capacityBytesPerS(channel / 2);
    String from = crossed(carrying.graph().channelFrom(channel));
    String to = crossed(carrying.graph().channelTo(channel));
    int line = carrying.linkOf()[channel / 2];
    inputs.add(
        Explanation.derived(
                Text.of("explain.fullLink", from, to, b.channels().size()),
                new Quantity(capacity, Dimension.BANDWIDTH),
                Text.of("formula.portRate"),
                line < 0 ? List.of() : List.of(explainRate(model.links().get(line))))
            .at(from)
            .asLimiting());
    inputs.add(
        Derivation.computed(
            Text.of("explain.flowShares"),
            capacity / rate,
            Dimension.COUNT,
            "formula.equalSplit",
            Derivation.count(Text.of("result.endpoints"), carrying.graph().endpointCount()),
            Derivation.count(Text.of("result.links"), carrying.graph().usableLinkCount())));
  }

  private String crossed(int vertex) {
    return model.instances().get(carrying.instanceOf()[vertex]).name();
  }

  /** The link direction that a collective keeps busy longest. */
  private Explanation explainBusiest(int channel) {
    String from = instance(graph.channelFrom(channel)).name();
    String to = instance(graph.channelTo(channel)).name();
    return Explanation.derived(
            Text.of("explain.busiestLink", from, to),
            new Quantity(graph.capacityBytesPerS(channel / 2), Dimension.BANDWIDTH),
            Text.of("formula.portRate"),
            List.of(explainRate(model.links().get(fabricGraph.linkOf()[channel / 2]))))
        .at(from);
  }

  /** Failed parts of this fabric, as remarks. */
  private List<Explanation> failures() {
    Set<Integer> failed = new java.util.LinkedHashSet<>();
    for (Link l : model.links()) {
      if (l.fabric() == fabric && l.failed()) {
        for (int end : new int[] {l.a(), l.b()}) {
          if (model.instances().get(end).failed()) {
            failed.add(end);
          }
        }
      }
    }
    return failed.stream()
        .limit(8)
        .map(i -> {
          String name = model.instances().get(i).name();
          return Explanation.remark(Text.of("explain.failed", name), name).asLimiting();
        })
        .toList();
  }

  private Instance instance(int vertex) {
    return model.instances().get(fabricGraph.instanceOf()[vertex]);
  }

  private Result rate(String id, double bytesPerS, TrafficResult t) {
    Text label = Text.of("result.traffic." + id.substring(id.lastIndexOf('.') + 1));
    return new Result(
        id,
        label,
        new Quantity(bytesPerS, Dimension.BANDWIDTH),
        () -> explainRate(label, bytesPerS, t));
  }

  /** Tokens, each counted once: more experts of a token are more copies of it. */
  private Result tokens(String place, double copies, TrafficResult t) {
    double sent = sends.leastBytesPerS(t);
    Text label = Text.of("result.traffic.tokenGBps");
    return new Result(
        place + ".tokenGBps",
        label,
        new Quantity(sent / copies, Dimension.BANDWIDTH),
        () ->
            Derivation.computed(
                label,
                sent / copies,
                Dimension.BANDWIDTH,
                "formula.tokensSent",
                explainRate(Text.of("result.traffic.injectionGBps"), sent, t),
                Derivation.count(Text.of("explain.copiesPerToken"), copies)));
  }

  /** Endpoints: what they can inject and what all-to-all gives them. Groups show their first. */
  Map<String, List<Result>> perInstance() {
    Map<String, List<Result>> results = new HashMap<>();
    for (int e = 0; e < graph.endpointCount(); e++) {
      int endpoint = e;
      int vertex = graph.endpoint(e);
      Instance chip = instance(vertex);
      List<Result> own = new ArrayList<>();
      own.add(
          new Result(
              chip.name() + ".injectionGBps",
              Text.of("result.injectionGBps"),
              new Quantity(portBytesPerS(vertex), Dimension.BANDWIDTH),
              () -> explainPort(endpoint)));
      results.put(chip.name(), own);
    }
    for (int e = 0; e < carrying.graph().endpointCount() && all.isPresent(); e++) {
      TrafficResult t = all.get();
      double egress = t.egressBytesPerS(e);
      String chip = crossed(carrying.graph().endpoint(e));
      boolean through = carrying != fabricGraph;
      Text label = Text.of(through ? "result.allToAllThrough" : "result.allToAllEgress");
      String id = chip + (through ? ".allToAllThroughGBps" : ".allToAllGBps");
      results
          .computeIfAbsent(chip, _ -> new ArrayList<>())
          .add(
              new Result(
                  id,
                  label,
                  new Quantity(egress, Dimension.BANDWIDTH),
                  () -> explainRate(label, egress, t)));
    }
    byKey.forEach((key, t) -> {
      String place = prefix + "traffic." + key;
      List<Result> own = new ArrayList<>();
      own.add(rate(place + ".minRateGBps", t.rates().leastBytesPerS(), t));
      own.add(rate(place + ".meanRateGBps", t.rates().meanBytesPerS(), t));
      own.add(rate(place + ".injectionGBps", sends.leastBytesPerS(t), t));
      t.traffic().copiesPerToken().ifPresent(n -> own.add(tokens(place, n, t)));
      results.put(place, own);
    });
    return results;
  }
}
