package supernode.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import supernode.catalog.Confidence;
import supernode.catalog.Property;
import supernode.catalog.Sourced;
import supernode.quantity.Dimension;
import supernode.quantity.Text;
import supernode.solve.network.NetworkResult;
import supernode.solve.network.latency.HopLatency;
import supernode.solve.network.latency.LatencyTerms;
import supernode.solve.network.latency.PairLatency;
import supernode.solve.network.latency.ZeroLoadLatency;
import supernode.topology.FabricGraph;
import supernode.topology.Instance;
import supernode.topology.Link;
import supernode.topology.SystemModel;

/** Why a latency is what it is: the terms along the slowest path, each from what stands there. */
final class LatencyFormulas {
  private final SystemModel model;
  private final FabricGraph fabric;
  private final NetworkResult solved;
  private final LatencyTerms terms;

  LatencyFormulas(SystemModel model, FabricGraph fabric, NetworkResult solved, LatencyTerms terms) {
    this.model = model;
    this.fabric = fabric;
    this.solved = solved;
    this.terms = terms;
  }

  Explanation explain(Text label, double seconds, ZeroLoadLatency l) {
    List<Explanation> inputs = new ArrayList<>();
    inputs.add(
        Derivation.computed(
            Text.of("explain.endpointLatency"),
            terms.sendS() + terms.receiveS(),
            Dimension.TIME,
            "formula.twiceSlowestEnd",
            NetworkAssumptions.endpoint(model, fabric)));
    ZeroLoadLatency.ofPair(solved.routes(), terms, l.slowestSource(), l.slowestDestination())
        .asOptional()
        .ifPresent(p -> hops(p, inputs));
    inputs.add(Explanation.remark(Text.of("explain.latencyCaveat"), ""));
    return Derivation.computed(label, seconds, Dimension.TIME, "formula.latency", inputs);
  }

  private void hops(PairLatency p, List<Explanation> inputs) {
    inputs.add(
        term(
            p,
            "explain.fixedLatency",
            HopLatency::fixedS,
            (link, _) -> Optional.of(Derivation.property(link.type(), Property.FIXED_LATENCY))));
    inputs.add(term(p, "explain.propagation", HopLatency::propagationS, (link, _) -> flight(link)));
    inputs.add(term(p, "explain.headerTime", HopLatency::headerS, (link, behind) -> header(link)));
    inputs.add(
        term(
            p,
            "explain.transit",
            HopLatency::transitS,
            (_, behind) -> Optional.of(transit(behind))));
  }

  private Explanation term(
      PairLatency p,
      String key,
      ToDoubleFunction<HopLatency> of,
      BiFunction<Link, Instance, Optional<Explanation>> why) {
    Map<Text, Explanation> inputs = new LinkedHashMap<>();
    for (HopLatency hop : p.hops()) {
      if (of.applyAsDouble(hop) > 0) {
        Link link = model.links().get(fabric.linkOf()[hop.channel() / 2]);
        int behind = fabric.instanceOf()[fabric.graph().channelTo(hop.channel())];
        why.apply(link, model.instances().get(behind))
            .ifPresent(e -> inputs.putIfAbsent(e.label(), e));
      }
    }
    if (inputs.isEmpty()) {
      Explanation none = Explanation.remark(Text.of("explain.noneOnPath"), "");
      inputs.put(none.label(), none);
    }
    return Derivation.computed(
        Text.of(key),
        p.sumS(of),
        Dimension.TIME,
        "formula.sumOverHops",
        List.copyOf(inputs.values()));
  }

  private static Optional<Explanation> flight(Link link) {
    return Optional.of(
        Derivation.computed(
            Text.of("explain.flightOf", link.type().name()),
            link.propagationS(),
            Dimension.TIME,
            "formula.lengthTimesDelay",
            Derivation.drawn(
                Text.of("explain.lengthOf", link.type().name()), link.lengthM(), Dimension.LENGTH),
            Derivation.property(link.type(), Property.PROPAGATION)));
  }

  private Optional<Explanation> header(Link link) {
    Sourced bytes =
        new Sourced(terms.headerBytes(), Confidence.ASSUMPTION, NetworkAssumptions.SOURCE, "");
    return Optional.of(
        Derivation.computed(
            Text.of("explain.headerOver", link.type().name()),
            terms.headerBytes() / link.rateBytesPerS(),
            Dimension.TIME,
            "formula.headerOverRate",
            Derivation.given(Text.of("explain.header"), bytes, Dimension.DATA),
            FabricResults.explainRate(link)));
  }

  private static Explanation transit(Instance behind) {
    return behind.values().find(Property.TRANSIT_LATENCY).isPresent()
        ? Derivation.property(behind, Property.TRANSIT_LATENCY)
        : Derivation.given(
            Text.of(
                "explain.property",
                behind.part().name(),
                Derivation.label(Property.TRANSIT_LATENCY)),
            new Sourced(
                FabricGraph.SWITCH_TRANSIT_S,
                Confidence.ASSUMPTION,
                NetworkAssumptions.SOURCE,
                "250 ns as published for Tomahawk Ultra"),
            Dimension.TIME);
  }
}
