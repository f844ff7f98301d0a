package supernode.design.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import supernode.catalog.Property;
import supernode.design.Assembly;
import supernode.design.Design;
import supernode.design.InstancePath;
import supernode.design.Placement;
import supernode.design.Scenario;
import supernode.design.Selector;
import supernode.design.Wiring;

/** Rewrites every selector and every instance path of a design. */
final class Rewriting {
  private Rewriting() {}

  /**
   * Rewrites each step of each selector.
   *
   * @param step given the assembly that the step is in, and the step
   */
  static Design steps(Design d, BiFunction<String, Selector.Step, Selector.Step> step) {
    Map<String, Assembly> assemblies = new LinkedHashMap<>();
    d.assemblies()
        .forEach((id, a) -> assemblies.put(id, selectors(a, s -> walked(d, id, s, step))));
    return d.withAssemblies(assemblies);
  }

  private static Selector walked(
      Design d, String from, Selector s, BiFunction<String, Selector.Step, Selector.Step> f) {
    String at = from;
    List<Selector.Step> steps = new ArrayList<>();
    for (Selector.Step step : s.steps()) {
      steps.add(f.apply(at, step));
      at = below(d, at, step.placement());
    }
    return new Selector(steps, s.port());
  }

  /** Rewrites each step of an instance path, as {@link #steps} does with selectors. */
  static String path(
      Design d, String text, BiFunction<String, InstancePath.Step, InstancePath.Step> f) {
    String at = d.root();
    InstancePath next = InstancePath.ROOT;
    for (InstancePath.Step step : InstancePath.parse(text).steps()) {
      InstancePath.Step to = f.apply(at, step);
      next = next.child(to.placement(), to.index());
      at = below(d, at, step.placement());
    }
    return next.toString();
  }

  private static String below(Design d, String assembly, String placement) {
    Assembly inside = d.assemblies().get(assembly);
    Placement p = inside == null ? null : inside.placements().get(placement);
    return p == null ? "" : p.of();
  }

  /** Rewrites all overrides' and faults' paths; where a rewriting gives "", the entry goes. */
  static Design paths(Design d, UnaryOperator<String> ofValues, UnaryOperator<String> ofFaults) {
    Map<String, Map<Property, Double>> overrides = new LinkedHashMap<>();
    d.overrides()
        .forEach((path, values) -> {
          String next = ofValues.apply(path);
          if (!next.isEmpty()) {
            overrides.put(next, values);
          }
        });
    Map<String, Scenario> scenarios = new LinkedHashMap<>();
    d.scenarios()
        .forEach((name, s) ->
            scenarios.put(
                name,
                s.withFaults(s.faults().stream().map(ofFaults).filter(p -> !p.isEmpty()).toList())
                    .withDamage(
                        s.damage().stream()
                            .flatMap(damage -> damage.mapPaths(ofFaults).stream())
                            .toList())));
    return d.withOverrides(overrides).withScenarios(scenarios);
  }

  private static Assembly selectors(Assembly a, UnaryOperator<Selector> f) {
    List<Wiring> wirings =
        a.wirings().stream()
            .map(w ->
                new Wiring(w.name(), w.fabric(), w.link(), w.lengthM(), w.pattern().mapEnds(f)))
            .toList();
    Map<String, List<Selector>> exposes = new LinkedHashMap<>();
    a.exposes().forEach((k, v) -> exposes.put(k, v.stream().map(f).toList()));
    return a.withWirings(wirings).withExposes(exposes);
  }
}
