package supernode.analysis.loop;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import supernode.analysis.LinkLine;
import supernode.analysis.PipeFlow;
import supernode.analysis.PipeFlows;
import supernode.solve.cooling.CoolingSolution;
import supernode.topology.Group;
import supernode.topology.Link;
import supernode.topology.SystemModel;

/** Hoses of a solved loop by what they join; those of a wiring are added up when asked for. */
final class LoopPipes implements PipeFlows {
  private final SystemModel model;
  private final Map<Integer, Integer> hoses;
  private final CoolingSolution solution;
  private final Map<LinkLine, Map<LinkLine, PipeFlow>> wirings = new HashMap<>();
  private final Map<String, Double> most = new HashMap<>();
  private Map<String, Integer> groups = Map.of();

  /**
   * @param hoses hydraulic link by the index of the model's link
   */
  LoopPipes(SystemModel model, Map<Integer, Integer> hoses, CoolingSolution solution) {
    this.model = model;
    this.hoses = hoses;
    this.solution = solution;
  }

  @Override
  public synchronized Optional<PipeFlow> of(LinkLine line) {
    return Optional.ofNullable(
        wirings
            .computeIfAbsent(
                LinkLine.all(line.at(), line.wiring()), all -> addUp(all.at(), all.wiring()))
            .get(line));
  }

  @Override
  public synchronized double mostM3S(String at) {
    Integer g = group(at);
    return g == null ? 0 : most.computeIfAbsent(model.groups().get(g).assembly(), this::largest);
  }

  private double largest(String assembly) {
    double largest = 0;
    for (Group group : model.groups()) {
      if (group.assembly().equals(assembly)) {
        int wirings = model.wired().wirings(group(group.name()));
        for (int w = 0; w < wirings; w++) {
          largest = Math.max(largest, moved(group(group.name()), w));
        }
      }
    }
    return largest;
  }

  /** What a wiring moves in all. */
  private double moved(int group, int wiring) {
    double sum = 0;
    for (int i = model.wired().first(group, wiring); i < model.wired().end(group, wiring); i++) {
      Integer hose = hoses.get(i);
      sum += hose == null ? 0 : Math.abs(solution.flow().flowM3S(hose));
    }
    return sum;
  }

  private Map<LinkLine, PipeFlow> addUp(String at, int wiring) {
    Map<LinkLine, PipeFlow> sums = new HashMap<>();
    Integer g = group(at);
    if (g == null || wiring >= model.wired().wirings(g)) {
      return sums;
    }
    int depth = model.groups().get(g).path().steps().size();
    for (int i = model.wired().first(g, wiring); i < model.wired().end(g, wiring); i++) {
      Integer hose = hoses.get(i);
      if (hose == null) {
        continue;
      }
      Link link = model.links().get(i);
      PipeFlow flow = flow(hose);
      String a = member(link.a(), depth);
      String b = member(link.b(), depth);
      add(sums, new LinkLine(at, wiring, a, b), flow);
      add(sums, LinkLine.all(at, wiring), flow);
      if (!a.equals(b)) {
        add(sums, new LinkLine(at, wiring, b, a), flow.reversed());
        add(sums, new LinkLine(at, wiring, a, ""), flow);
        add(sums, new LinkLine(at, wiring, b, ""), flow.reversed());
      }
    }
    return sums;
  }

  private static void add(Map<LinkLine, PipeFlow> sums, LinkLine line, PipeFlow flow) {
    sums.merge(line, flow, PipeFlow::with);
  }

  private PipeFlow flow(int hose) {
    double m3S = solution.flow().flowM3S(hose);
    var link = solution.problem().network().links().get(hose);
    return new PipeFlow(
        1,
        m3S,
        solution.inletC(hose),
        solution.outletC(hose),
        solution.flow().pressurePa(m3S < 0 ? link.to() : link.from()),
        Math.abs(solution.flow().lossPa(hose)));
  }

  private String member(int instance, int depth) {
    return model.instances().get(instance).path().steps().get(depth).toString();
  }

  private Integer group(String name) {
    if (groups.isEmpty()) {
      Map<String, Integer> byName = new HashMap<>();
      for (int g = 0; g < model.groups().size(); g++) {
        byName.put(model.groups().get(g).name(), g);
      }
      groups = byName;
    }
    return groups.get(name);
  }
}
