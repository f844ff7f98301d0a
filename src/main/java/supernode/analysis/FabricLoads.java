package supernode.analysis;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import supernode.design.Fabric;
import supernode.design.InstancePath;
import supernode.topology.FabricGraph;
import supernode.topology.Group;
import supernode.topology.Link;
import supernode.topology.SystemModel;

/**
 * The loads of one fabric's links by what they join in the assembly that is wired. Those of a
 * wiring are added up when it is first asked for: most are never looked at.
 */
final class FabricLoads implements LinkLoads {
  private final SystemModel model;
  private final FabricGraph graph;
  private final Fabric fabric;
  private final FabricAnswer.TrafficAnswer traffic;
  private final Map<LinkLine, Map<LinkLine, LinkLoad>> wirings = new HashMap<>();
  private final Map<InstancePath.Step, String> names = new HashMap<>();
  private Map<String, Integer> groups = Map.of();
  private int[] firstOfLink = {};

  /**
   * @param traffic whose flows the links carry
   */
  FabricLoads(
      SystemModel model, FabricGraph graph, Fabric fabric, FabricAnswer.TrafficAnswer traffic) {
    this.model = model;
    this.graph = graph;
    this.fabric = fabric;
    this.traffic = traffic;
  }

  @Override
  public Optional<LinkCarried> carried(LinkLine line) {
    return of(line)
        .map(load ->
            new LinkCarried(
                fabric,
                traffic.label(),
                load,
                traffic.flows().direction(load.outChannel()),
                traffic.flows().direction(load.backChannel()),
                traffic.flows()));
  }

  @Override
  public synchronized Optional<LinkLoad> of(LinkLine line) {
    Map<LinkLine, LinkLoad> known =
        wirings.computeIfAbsent(
            LinkLine.all(line.at(), line.wiring()), all -> addUp(all.at(), all.wiring()));
    LinkLoad forward = known.get(line);
    LinkLoad backward =
        line.from().equals(line.to())
            ? null
            : known.get(new LinkLine(line.at(), line.wiring(), line.to(), line.from()));
    if (forward == null || backward == null) {
      return Optional.ofNullable(
          forward != null ? forward : backward == null ? null : backward.reversed());
    }
    return Optional.of(forward.with(backward.reversed()));
  }

  private Map<LinkLine, LinkLoad> addUp(String at, int wiring) {
    index();
    Map<LinkLine, LinkLoad> sums = new HashMap<>();
    Integer g = groups.get(at);
    if (g == null || wiring >= model.wired().wirings(g)) {
      return sums;
    }
    int depth = model.groups().get(g).path().steps().size();
    for (int i = model.wired().first(g, wiring); i < model.wired().end(g, wiring); i++) {
      if (firstOfLink[i] < 0) {
        continue;
      }
      Link link = model.links().get(i);
      if (link.live() == 0) {
        continue;
      }
      LinkLoad load = load(link);
      String a = member(link.a(), depth);
      String b = member(link.b(), depth);
      sums.merge(new LinkLine(at, wiring, a, b), load, LinkLoad::with);
      sums.merge(LinkLine.all(at, wiring), load, LinkLoad::with);
      if (!a.equals(b)) {
        sums.merge(new LinkLine(at, wiring, a, ""), load, LinkLoad::with);
        sums.merge(new LinkLine(at, wiring, b, ""), load.reversed(), LinkLoad::with);
      }
    }
    return sums;
  }

  private LinkLoad load(Link link) {
    LinkLoad sum = LinkLoad.NONE;
    double[] utilisation = traffic.utilisation();
    for (int k = 0; k < link.live(); k++) {
      int physical = firstOfLink[link.index()] + k;
      boolean along = graph.instanceOf()[graph.graph().channelFrom(2 * physical)] == link.a();
      int there = 2 * physical + (along ? 0 : 1);
      int home = 2 * physical + (along ? 1 : 0);
      double out = utilisation[there];
      double back = utilisation[home];
      double capacity = graph.graph().capacityBytesPerS(physical);
      sum =
          sum.with(
              new LinkLoad(
                  1, out, back, rate(out, capacity), rate(back, capacity), capacity, there, home));
    }
    return sum;
  }

  private static double rate(double utilisation, double capacityBytesPerS) {
    return utilisation > 0 ? utilisation * capacityBytesPerS : 0;
  }

  private String member(int instance, int depth) {
    InstancePath.Step step = model.instances().get(instance).path().steps().get(depth);
    return names.computeIfAbsent(step, InstancePath.Step::toString);
  }

  private void index() {
    if (firstOfLink.length > 0) {
      return;
    }
    firstOfLink = new int[model.links().size()];
    Arrays.fill(firstOfLink, -1);
    for (int p = graph.linkOf().length - 1; p >= 0; p--) {
      if (graph.linkOf()[p] >= 0) {
        firstOfLink[graph.linkOf()[p]] = p;
      }
    }
    Map<String, Integer> byName = new HashMap<>();
    for (int g = 0; g < model.groups().size(); g++) {
      Group group = model.groups().get(g);
      byName.put(group.name(), g);
    }
    groups = byName;
  }
}
