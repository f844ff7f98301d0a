package supernode.design.edit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import supernode.catalog.Catalog;
import supernode.design.Assembly;
import supernode.design.Design;
import supernode.design.InstancePath;
import supernode.design.Placement;
import supernode.design.Places;
import supernode.design.Selector;
import supernode.design.Wiring;

/** Keeps what points at placements in step with them. */
final class References {
  private References() {}

  /** A placement under another name, in all selectors and paths too. */
  static Design renamed(Design d, String assembly, String from, String to) {
    Assembly a = d.assemblies().get(assembly);
    Map<String, Placement> placements = new LinkedHashMap<>();
    a.placements().forEach((k, v) -> placements.put(k.equals(from) ? to : k, v));
    UnaryOperator<String> path =
        text ->
            Rewriting.path(
                d,
                text,
                (at, step) ->
                    at.equals(assembly) && step.placement().equals(from)
                        ? new InstancePath.Step(to, step.index())
                        : step);
    Design next =
        Rewriting.steps(
            d,
            (at, step) ->
                at.equals(assembly) && step.placement().equals(from)
                    ? new Selector.Step(to, step.first(), step.last())
                    : step);
    next = next.withAssembly(assembly, next.assemblies().get(assembly).withPlacements(placements));
    return Rewriting.paths(next, path, path);
  }

  /** After a count fell: selectors end where the instances end now. */
  static Design shortened(Design d, String assembly, String name) {
    int count = d.assemblies().get(assembly).placements().get(name).count();
    return Rewriting.steps(
        d,
        (at, step) ->
            at.equals(assembly)
                    && step.placement().equals(name)
                    && step.last() != Selector.Step.ALL
                    && step.last() >= count
                    && step.first() < count
                ? new Selector.Step(name, step.first(), count - 1)
                : step);
  }

  /** Drops wirings, exposed names, overrides and faults that no longer select anything. */
  static Design pruned(Design d, Optional<Catalog> catalog) {
    Design current = d;
    while (true) {
      Design next = prunedOnce(current, catalog);
      if (next.equals(current)) {
        return next;
      }
      current = next;
    }
  }

  private static Design prunedOnce(Design d, Optional<Catalog> catalog) {
    Places places =
        catalog.map(c -> new Places(d, d.library(c))).orElseGet(() -> Places.ofAssemblies(d));
    Map<String, Assembly> assemblies = new LinkedHashMap<>();
    d.assemblies().forEach((id, a) -> assemblies.put(id, pruned(places, id, a)));
    return Rewriting.paths(
        d.withAssemblies(assemblies),
        path -> isPart(d, places, path) ? path : "",
        path -> places.find(InstancePath.parse(path)).isPresent() ? path : "");
  }

  private static Assembly pruned(Places places, String id, Assembly a) {
    List<Wiring> wirings =
        a.wirings().stream()
            .filter(
                w -> w.pattern().ends().stream().allMatch(s -> places.problem(id, "", s).isEmpty()))
            .toList();
    Map<String, List<Selector>> exposes = new LinkedHashMap<>();
    a.exposes()
        .forEach((name, selectors) -> {
          List<Selector> kept =
              selectors.stream().filter(s -> places.problem(id, "", s).isEmpty()).toList();
          if (!kept.isEmpty()) {
            exposes.put(name, kept);
          }
        });
    return a.withWirings(wirings).withExposes(exposes);
  }

  // Values belong to parts; where an assembly stands now, they go.
  private static boolean isPart(Design d, Places places, String path) {
    return places
        .find(InstancePath.parse(path))
        .flatMap(Places.Found::placement)
        .filter(p -> !d.assemblies().containsKey(p.of()))
        .isPresent();
  }
}
