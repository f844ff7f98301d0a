package supernode.design.edit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import supernode.catalog.Catalog;
import supernode.design.Assembly;
import supernode.design.Design;
import supernode.design.InstancePath;
import supernode.design.Pattern;
import supernode.design.Placement;
import supernode.design.Selector;
import supernode.design.Wiring;

/** Keeps what points at placements in step with them. */
final class References {
  private References() {}

  /** Whether {@code from} is {@code to} or contains it. */
  static boolean reaches(Design d, String from, String to) {
    return reaches(d, from, to, new HashSet<>());
  }

  private static boolean reaches(Design d, String from, String to, Set<String> seen) {
    if (from.equals(to)) {
      return true;
    }
    Assembly a = d.assemblies().get(from);
    return a != null
        && seen.add(from)
        && a.placements().values().stream().anyMatch(p -> reaches(d, p.of(), to, seen));
  }

  static Design withoutPlacement(Design d, String assembly, String name) {
    Assembly a = d.assemblies().get(assembly);
    Map<String, Placement> placements = new LinkedHashMap<>(a.placements());
    placements.remove(name);
    return pruned(d.withAssembly(assembly, a.withPlacements(placements)));
  }

  /** After a count fell: drops or shortens what named instances that are gone. */
  static Design withCount(Design d, String assembly, String name) {
    int count = d.assemblies().get(assembly).placements().get(name).count();
    UnaryOperator<Selector> shorten =
        s -> {
          Selector.Step step = s.steps().getFirst();
          if (!step.placement().equals(name)
              || step.last() == Selector.Step.ALL
              || step.last() < count
              || step.first() >= count) {
            return s;
          }
          List<Selector.Step> steps = new ArrayList<>(s.steps());
          steps.set(0, new Selector.Step(name, step.first(), count - 1));
          return new Selector(steps, s.port());
        };
    return pruned(d.withAssembly(assembly, mapSelectors(d.assemblies().get(assembly), shorten)));
  }

  static Design renamed(Design d, String assembly, String from, String to) {
    Assembly a = d.assemblies().get(assembly);
    Map<String, Placement> placements = new LinkedHashMap<>();
    a.placements().forEach((k, v) -> placements.put(k.equals(from) ? to : k, v));
    Design next =
        d.withAssembly(
            assembly, mapSelectors(a.withPlacements(placements), s -> s.renamed(from, to)));
    // Selectors of assemblies further out reach in through several steps.
    Map<String, Assembly> all = new LinkedHashMap<>();
    next.assemblies()
        .forEach((id, other) ->
            all.put(id, mapSelectors(other, s -> deepRenamed(d, id, s, assembly, from, to))));
    return mapPaths(next.withAssemblies(all), path -> renamedPath(d, path, assembly, from, to));
  }

  private static Selector deepRenamed(
      Design before, String holder, Selector s, String assembly, String from, String to) {
    if (holder.equals(assembly)) {
      return s;
    }
    List<Selector.Step> steps = new ArrayList<>();
    String at = holder;
    for (Selector.Step step : s.steps()) {
      boolean hit = at.equals(assembly) && step.placement().equals(from);
      steps.add(hit ? new Selector.Step(to, step.first(), step.last()) : step);
      Assembly inside = before.assemblies().get(at);
      Placement p = inside == null ? null : inside.placements().get(step.placement());
      at = p == null ? "" : p.of();
    }
    return new Selector(steps, s.port());
  }

  private static String renamedPath(
      Design before, String text, String assembly, String from, String to) {
    InstancePath path = InstancePath.parse(text);
    InstancePath next = InstancePath.ROOT;
    String at = before.root();
    for (InstancePath.Step step : path.steps()) {
      boolean hit = at.equals(assembly) && step.placement().equals(from);
      next = next.child(hit ? to : step.placement(), step.index());
      Assembly inside = before.assemblies().get(at);
      Placement p = inside == null ? null : inside.placements().get(step.placement());
      at = p == null ? "" : p.of();
    }
    return next.toString();
  }

  /** Drops selectors, overrides and faults that no longer select anything. */
  static Design pruned(Design d) {
    Design current = d;
    while (true) {
      Design next = pruneOnce(current);
      if (next.equals(current)) {
        return next;
      }
      current = next;
    }
  }

  private static Design pruneOnce(Design d) {
    Map<String, Assembly> assemblies = new LinkedHashMap<>();
    d.assemblies().forEach((id, a) -> assemblies.put(id, pruned(d, id, a)));
    Design next = d.withAssemblies(assemblies);
    Predicate<String> alive = path -> exists(next, InstancePath.parse(path));
    return mapPaths(next, path -> alive.test(path) ? path : "");
  }

  private static Assembly pruned(Design d, String id, Assembly a) {
    List<Wiring> wirings =
        a.wirings().stream()
            .filter(w -> w.pattern().ends().stream().allMatch(s -> selects(d, id, s)))
            .toList();
    Map<String, List<Selector>> exposes = new LinkedHashMap<>();
    a.exposes()
        .forEach((name, selectors) -> {
          List<Selector> kept = selectors.stream().filter(s -> selects(d, id, s)).toList();
          if (!kept.isEmpty()) {
            exposes.put(name, kept);
          }
        });
    return a.withWirings(wirings).withExposes(exposes);
  }

  // Ports of parts are the catalogue's business; here only placements and exposed names count.
  private static boolean selects(Design d, String holder, Selector s) {
    String at = holder;
    for (Selector.Step step : s.steps()) {
      Assembly inside = d.assemblies().get(at);
      Placement p = inside == null ? null : inside.placements().get(step.placement());
      if (p == null
          || step.first() >= p.count()
          || step.last() != Selector.Step.ALL && step.last() >= p.count()) {
        return false;
      }
      at = p.of();
    }
    Assembly target = d.assemblies().get(at);
    return target == null || target.exposes().containsKey(s.port());
  }

  private static boolean exists(Design d, InstancePath path) {
    return new supernode.design.Places(d, Catalog.EMPTY).find(path).isPresent();
  }

  /** Rewrites all instance paths; an empty result drops the entry. */
  private static Design mapPaths(Design d, Function<String, String> f) {
    Map<String, Map<supernode.catalog.Property, Double>> overrides = new LinkedHashMap<>();
    d.overrides()
        .forEach((path, values) -> {
          String next = f.apply(path);
          if (!next.isEmpty()) {
            overrides.put(next, values);
          }
        });
    Map<String, supernode.design.Scenario> scenarios = new LinkedHashMap<>();
    d.scenarios()
        .forEach((name, s) ->
            scenarios.put(
                name, s.withFaults(s.faults().stream().map(f).filter(p -> !p.isEmpty()).toList())));
    return d.withOverrides(overrides).withScenarios(scenarios);
  }

  private static Assembly mapSelectors(Assembly a, UnaryOperator<Selector> f) {
    List<Wiring> wirings =
        a.wirings().stream()
            .map(w ->
                new Wiring(w.name(), w.fabric(), w.link(), w.lengthM(), mapped(w.pattern(), f)))
            .toList();
    Map<String, List<Selector>> exposes = new LinkedHashMap<>();
    a.exposes().forEach((k, v) -> exposes.put(k, v.stream().map(f).toList()));
    return a.withWirings(wirings).withExposes(exposes);
  }

  private static Pattern mapped(Pattern pattern, UnaryOperator<Selector> f) {
    return switch (pattern) {
      case Pattern.PointToPoint(Selector a, Selector b, int n) ->
          new Pattern.PointToPoint(f.apply(a), f.apply(b), n);
      case Pattern.Ring(Selector s, int n) -> new Pattern.Ring(f.apply(s), n);
      case Pattern.FullMesh(Selector s, int n) -> new Pattern.FullMesh(f.apply(s), n);
      case Pattern.EveryToEvery(Selector a, Selector b, int n) ->
          new Pattern.EveryToEvery(f.apply(a), f.apply(b), n);
      case Pattern.Rail(Selector a, Selector b, int n) ->
          new Pattern.Rail(f.apply(a), f.apply(b), n);
      case Pattern.EachToGroup(Selector a, Selector b, int size, int n) ->
          new Pattern.EachToGroup(f.apply(a), f.apply(b), size, n);
      case Pattern.LeafSpine(Selector h, Selector down, Selector up, Selector s, int n) ->
          new Pattern.LeafSpine(f.apply(h), f.apply(down), f.apply(up), f.apply(s), n);
    };
  }
}
