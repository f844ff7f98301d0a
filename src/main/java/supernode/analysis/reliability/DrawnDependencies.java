package supernode.analysis.reliability;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import supernode.analysis.Analysis;
import supernode.catalog.PartKind;
import supernode.catalog.PortType;
import supernode.catalog.Property;
import supernode.design.Fabric;
import supernode.solve.reliability.Dependencies;
import supernode.topology.Link;
import supernode.topology.SystemModel;

/**
 * What the parts of a drawing need of each other: a chip its stacks, a host, a plate with coolant
 * and current, its tray's fans and boards; a part behind parallel supplies as many of them as its
 * load takes. Parts are numbered as in the model; pipes and cables follow.
 */
final class DrawnDependencies {
  private final Analysis analysis;
  private final SystemModel model;
  private final Dependencies graph = new Dependencies();
  private final Map<Integer, Integer> ofLink = new HashMap<>();

  DrawnDependencies(Analysis analysis, SystemModel model) {
    this.analysis = analysis;
    this.model = model;
    model.instances().forEach(_ -> graph.add());
    stacks();
    power();
    new HostDependencies(analysis.design(), model, graph, this::link).add();
    new CoolantDependencies(model, analysis.pipes(), graph, this::link).add();
  }

  /** Instances that are down when one of them is. */
  BitSet lostWithPart(int instance) {
    return instances(graph.lostWith(instance));
  }

  /** Instances that are down when a pipe or cable is; empty for other links. */
  BitSet lostWithLink(int link) {
    Integer node = ofLink.get(link);
    return node == null ? new BitSet() : instances(graph.lostWith(node));
  }

  private BitSet instances(BitSet down) {
    down.clear(model.instances().size(), Math.max(model.instances().size(), down.length()));
    return down;
  }

  private int link(int link) {
    return ofLink.computeIfAbsent(link, _ -> graph.add());
  }

  private PartKind kind(int instance) {
    return model.instances().get(instance).part().kind();
  }

  private void stacks() {
    for (Link l : model.links()) {
      if (l.fabric() == Fabric.MEMORY && !l.failed()) {
        if (kind(l.a()) == PartKind.ACCELERATOR && kind(l.b()) == PartKind.HBM_STACK) {
          graph.need(l.a(), l.b());
        } else if (kind(l.b()) == PartKind.ACCELERATOR && kind(l.a()) == PartKind.HBM_STACK) {
          graph.need(l.b(), l.a());
        }
      }
    }
  }

  private record Feed(int source, int cable) {}

  private void power() {
    Map<Integer, List<Feed>> feeds = new HashMap<>();
    for (Link l : model.links()) {
      if (l.fabric() == Fabric.POWER && !l.failed()) {
        boolean aGives =
            l.portA().type() instanceof PortType.Power(PortType.Side side, double _)
                && side == PortType.Side.OUT;
        int cable = link(l.index());
        graph.need(cable, aGives ? l.a() : l.b());
        feeds
            .computeIfAbsent(aGives ? l.b() : l.a(), _ -> new ArrayList<>())
            .add(new Feed(aGives ? l.a() : l.b(), cable));
      }
    }
    feeds.forEach(
        (fed, from) -> graph.need(fed, enough(fed, from), from.stream().map(Feed::cable).toList()));
  }

  /** How many of its supplies a part needs, the smallest ones; one where a capacity is unknown. */
  private int enough(int fed, List<Feed> from) {
    List<Double> capacities =
        new ArrayList<>(from.stream().map(f -> capacityW(f.source())).toList());
    if (capacities.size() == 1 || capacities.contains(0.0)) {
      return 1;
    }
    double left = inputW(fed);
    Collections.sort(capacities);
    int n = 0;
    while (left > 0 && n < capacities.size()) {
      left -= capacities.get(n++);
    }
    return Math.max(1, n);
  }

  private double capacityW(int instance) {
    return model.instances().get(instance).values().get(Property.CAPACITY_W, 0);
  }

  private double inputW(int instance) {
    return analysis.power().asOptional().stream()
        .flatMap(p -> p.at(model.instances().get(instance).name()).stream())
        .mapToDouble(r -> r.quantity().value())
        .findFirst()
        .orElse(0);
  }
}
