package supernode.analysis.loop;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.DoubleFunction;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import supernode.analysis.LinkLine;
import supernode.analysis.PipeFlow;
import supernode.analysis.PipeFlows;
import supernode.solve.cooling.LoopsSolution;
import supernode.solve.cooling.dynamic.TransientSolution;
import supernode.topology.Group;
import supernode.topology.Link;
import supernode.topology.SystemModel;

/** Hoses of a solved loop by what they join; those of a wiring are added up when asked for. */
final class LoopPipes implements PipeFlows {
  private final SystemModel model;
  private final IntFunction<OptionalInt> hoses;
  private final IntFunction<PipeFlow> hose;
  private final Optional<PipeFlows> measure;
  private final Supplier<List<Station>> course;
  private final Map<LinkLine, Map<LinkLine, PipeFlow>> wirings = new HashMap<>();
  private final Map<String, Double> most = new HashMap<>();
  private Map<String, Integer> groups = Map.of();

  /**
   * @param hoses hydraulic link by the index of the model's link; empty for what is no hose
   * @param hose what a hydraulic link carries
   * @param measure what thickness is measured by, if not by these flows themselves
   * @param course the way of the coolant, worked out when it is asked for
   */
  private LoopPipes(
      SystemModel model,
      IntFunction<OptionalInt> hoses,
      IntFunction<PipeFlow> hose,
      Optional<PipeFlows> measure,
      Supplier<List<Station>> course) {
    this.model = model;
    this.hoses = hoses;
    this.hose = hose;
    this.measure = measure;
    this.course = course;
  }

  /** In the steady state. */
  static LoopPipes of(SystemModel model, LoopMap map, LoopsSolution solution) {
    return new LoopPipes(
        model,
        link -> {
          OptionalInt hose = map.hoseLink(link);
          return hose.isPresent() && solution.known(hose.getAsInt()) ? hose : OptionalInt.empty();
        },
        k ->
            new PipeFlow(
                1,
                solution.flowM3S(k),
                solution.inletC(k),
                solution.outletC(k),
                Optional.of(
                    new PipeFlow.Pressures(solution.pressurePa(k), Math.abs(solution.lossPa(k))))),
        Optional.empty(),
        () -> new LoopCourse(model, map, solution).stations());
  }

  /** Over a run: as thick as their flow is against that at the start. */
  static DoubleFunction<PipeFlows> of(SystemModel model, LoopMap map, TransientSolution run) {
    LoopPipes start = at(model, map, run, 0, Optional.empty());
    return seconds -> at(model, map, run, run.sampleAt(seconds), Optional.of(start));
  }

  private static LoopPipes at(
      SystemModel model,
      LoopMap map,
      TransientSolution run,
      int sample,
      Optional<PipeFlows> measure) {
    return new LoopPipes(
        model,
        map::hoseLink,
        k -> {
          double c = run.coolantC(sample, k);
          return new PipeFlow(1, run.linkM3S(sample, k), c, c, Optional.empty());
        },
        measure,
        List::of);
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
  public OptionalDouble hoseM3S(int link) {
    OptionalInt k = hoses.apply(link);
    return k.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(hose.apply(k.getAsInt()).flowM3S());
  }

  @Override
  public List<Station> course() {
    return course.get();
  }

  @Override
  public synchronized double mostM3S(String at) {
    if (measure.isPresent()) {
      return measure.get().mostM3S(at);
    }
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
      sum += Math.abs(hoseM3S(i).orElse(0));
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
      OptionalInt k = hoses.apply(i);
      if (k.isEmpty()) {
        continue;
      }
      Link link = model.links().get(i);
      PipeFlow flow = hose.apply(k.getAsInt());
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
