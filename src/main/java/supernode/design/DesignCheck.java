package supernode.design;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import supernode.catalog.Catalog;
import supernode.catalog.Property;
import supernode.quantity.PlainText;
import supernode.quantity.Text;

/**
 * Whether a design hangs together: everything it names exists, nothing contains itself, all numbers
 * are within {@link Bounds}. What is merely unwise is a finding, not a problem.
 */
public final class DesignCheck {
  // Of the open air anywhere on Earth and of water that flows, with a margin.
  private static final double COLDEST_C = -60;
  private static final double HOTTEST_C = 100;

  private final Design design;
  private final Optional<Catalog> library;
  private final List<Text> problems = new ArrayList<>();

  private DesignCheck(Design design, Optional<Catalog> catalog) {
    this.design = design;
    this.library = catalog.map(design::library);
  }

  /** Everything that is wrong, each with its place; empty when the design is sound. */
  public static List<Text> problems(Design design, Catalog catalog) {
    return problems(design, Optional.of(catalog));
  }

  /** Without a catalogue, parts and link types are taken to exist and to have any port. */
  public static List<Text> problems(Design design, Optional<Catalog> catalog) {
    DesignCheck check = new DesignCheck(design, catalog);
    check.run();
    return check.problems;
  }

  /**
   * Accepts a design that is sound.
   *
   * @throws DesignException with the first problem
   */
  public static void require(Design design, Catalog catalog) {
    List<Text> found = problems(design, catalog);
    if (!found.isEmpty()) {
      throw new DesignException(found.getFirst());
    }
  }

  // Each step trusts what the steps before it have made sure of.
  private void run() {
    if (!design.assemblies().containsKey(design.root())) {
      problems.add(Text.of("design.root", design.root()));
      return;
    }
    if (design.assemblies().size() > Bounds.MAX_ENTRIES) {
      problems.add(Text.of("design.entries", design.name(), Bounds.MAX_ENTRIES));
      return;
    }
    AssemblyCheck.requireName(problems, design.root(), design.name());
    if (!PlainText.isText(design.notes())) {
      problems.add(Text.of("design.notes"));
    }
    checkEmbedded();
    AssemblyCheck assemblies = new AssemblyCheck(design, library, problems);
    design.assemblies().forEach(assemblies::checkPlacements);
    if (!problems.isEmpty()) {
      return;
    }
    Nesting.problem(design).ifPresent(problems::add);
    if (!problems.isEmpty()) {
      return;
    }
    long total = Instances.count(design, design.root());
    if (total > Bounds.MAX_INSTANCES) {
      problems.add(Text.of("design.tooMany", total, Bounds.MAX_INSTANCES));
      return;
    }
    Places places = new Places(design, library);
    design.assemblies().forEach((id, assembly) -> assemblies.checkJoints(places, id, assembly));
    design.overrides().forEach((path, values) -> checkOverrides(places, path, values));
    design.routing().values().forEach(r -> problems.addAll(r.problems()));
    design.scenarios().forEach((name, scenario) -> checkScenario(places, name, scenario));
  }

  private void checkEmbedded() {
    Set<String> ids = new HashSet<>(design.assemblies().keySet());
    design.parts().stream()
        .filter(p -> !ids.add(p.id()))
        .forEach(p -> problems.add(Text.of("design.idTwice", p.id())));
    Set<String> links = new HashSet<>();
    design.links().stream()
        .filter(l -> !links.add(l.id()))
        .forEach(l -> problems.add(Text.of("design.idTwice", l.id())));
  }

  private void checkOverrides(Places places, String path, Map<Property, Double> values) {
    Optional<Places.Found> found = find(places, path);
    if (found.isPresent()
        && found.get().placement().map(Placement::of).filter(this::isAssembly).isPresent()) {
      problems.add(Text.of("design.valueOnAssembly", path));
    }
    values.forEach((property, si) -> {
      if (!property.admits(si)) {
        problems.add(AssemblyCheck.outOfBounds(path, property));
      }
    });
  }

  private boolean isAssembly(String id) {
    return design.assemblies().containsKey(id);
  }

  private void checkScenario(Places places, String name, Scenario scenario) {
    if (name.isBlank() || name.length() > Bounds.MAX_NAME || !PlainText.isLine(name)) {
      problems.add(Text.of("design.scenarioName"));
    }
    Ambient a = scenario.ambient();
    for (double celsius :
        new double[] {a.facilityWaterC(), a.airC(), a.dewPointC(), a.outdoorC(), a.wetBulbC()}) {
      if (!(celsius >= COLDEST_C && celsius <= HOTTEST_C)) {
        problems.add(Text.of("design.ambient", name, COLDEST_C, HOTTEST_C));
      }
    }
    scenario.faults().forEach(path -> find(places, path));
    if (scenario.damage().size() > Scenario.MAX_DAMAGE) {
      problems.add(Text.of("design.damageLong", name, Scenario.MAX_DAMAGE));
      return;
    }
    scenario
        .damage()
        .forEach(d -> {
          d.paths().forEach(path -> find(places, path));
          problems.addAll(d.problems());
        });
    if (scenario.workloads().size() > Scenario.MAX_WORKLOADS) {
      problems.add(Text.of("design.workloadsMany", name, Scenario.MAX_WORKLOADS));
    }
    scenario.workloads().forEach((key, w) -> problems.addAll(w.problems(key)));
    if (scenario.traffic().size() > Scenario.MAX_TRAFFIC) {
      problems.add(Text.of("design.trafficLong", name, Scenario.MAX_TRAFFIC));
    }
    for (Traffic t : scenario.traffic()) {
      problems.addAll(t.pattern().problems());
      if (!TrafficPatterns.isWeight(t.weight())
          || !TrafficPatterns.isLimit(t.limitBytesPerS().orElse(0))) {
        problems.add(TrafficPatterns.weightProblem(name));
      }
    }
  }

  private Optional<Places.Found> find(Places places, String text) {
    try {
      InstancePath path = InstancePath.parse(text);
      if (path.isRoot()) {
        problems.add(Text.of("design.rootPath"));
        return Optional.empty();
      }
      Optional<Places.Found> found = places.find(path);
      if (found.isEmpty()) {
        problems.add(Text.of("design.noSuchInstance", text));
      }
      return found;
    } catch (DesignException e) {
      problems.add(e.text());
      return Optional.empty();
    }
  }
}
