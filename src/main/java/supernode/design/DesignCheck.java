package supernode.design;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import supernode.catalog.Catalog;
import supernode.quantity.Text;

/**
 * Whether a design hangs together: everything it names exists, nothing contains itself, all counts
 * are within {@link Bounds}. What is merely unwise is a finding, not a problem.
 */
public final class DesignCheck {
  private final Design design;
  private final Catalog library;
  private final List<Text> problems = new ArrayList<>();

  private DesignCheck(Design design, Catalog catalog) {
    this.design = design;
    this.library = design.library(catalog);
  }

  /** Everything that is wrong, each with its place; empty when the design is sound. */
  public static List<Text> problems(Design design, Catalog catalog) {
    DesignCheck check = new DesignCheck(design, catalog);
    check.run();
    return check.problems;
  }

  /**
   * @throws DesignException with the first problem
   */
  public static void require(Design design, Catalog catalog) {
    List<Text> found = problems(design, catalog);
    if (!found.isEmpty()) {
      throw new DesignException(found.getFirst());
    }
  }

  private void run() {
    if (!design.assemblies().containsKey(design.root())) {
      problems.add(Text.of("design.root", design.root()));
      return;
    }
    for (Map.Entry<String, Assembly> e : design.assemblies().entrySet()) {
      if (library.part(e.getKey()).isPresent()) {
        problems.add(Text.of("design.idTwice", e.getKey()));
      }
      checkPlacements(e.getKey(), e.getValue());
    }
    for (String id : design.assemblies().keySet()) {
      if (containsItself(id, new HashSet<>(), new HashSet<>(), 0)) {
        problems.add(Text.of("design.cycle", id));
        return;
      }
    }
    if (!problems.isEmpty()) {
      return;
    }
    long total = Instances.count(design, design.root());
    if (total > Bounds.MAX_INSTANCES) {
      problems.add(Text.of("design.tooMany", total, Bounds.MAX_INSTANCES));
      return;
    }
    Places places = new Places(design, library);
    design.assemblies().forEach((id, assembly) -> checkJoints(places, id, assembly));
    design
        .overrides()
        .forEach((path, values) -> {
          checkPath(places, path);
          values.forEach((property, si) -> {
            if (!property.admits(si)) {
              problems.add(
                  Text.of("design.value", path, property.key(), property.min(), property.max()));
            }
          });
        });
    design.scenarios().values().forEach(s -> s.faults().forEach(path -> checkPath(places, path)));
  }

  private void checkPlacements(String id, Assembly assembly) {
    if (!assembly.enclosure().isEmpty() && library.part(assembly.enclosure()).isEmpty()) {
      problems.add(Text.of("design.unknownPart", id, assembly.enclosure()));
    }
    assembly
        .placements()
        .forEach((name, placement) -> {
          String place = id + "." + name;
          if (!name.matches("[A-Za-z0-9_-]+")) {
            problems.add(Text.of("design.name", place));
          }
          if (placement.count() < 1 || placement.count() > Bounds.MAX_COUNT) {
            problems.add(Text.of("design.count", place, placement.count(), Bounds.MAX_COUNT));
          }
          if (!design.assemblies().containsKey(placement.of())
              && library.part(placement.of()).isEmpty()) {
            problems.add(Text.of("design.unknownPart", place, placement.of()));
          }
          placement
              .overrides()
              .forEach((property, si) -> {
                if (!property.admits(si)) {
                  problems.add(
                      Text.of(
                          "design.value", place, property.key(), property.min(), property.max()));
                }
              });
        });
  }

  private boolean containsItself(String id, Set<String> above, Set<String> clean, int depth) {
    if (above.contains(id) || depth > Bounds.MAX_DEPTH) {
      return true;
    }
    if (clean.contains(id) || !design.assemblies().containsKey(id)) {
      return false;
    }
    above.add(id);
    for (Placement p : design.assemblies().get(id).placements().values()) {
      if (containsItself(p.of(), above, clean, depth + 1)) {
        return true;
      }
    }
    above.remove(id);
    clean.add(id);
    return false;
  }

  private void checkJoints(Places places, String id, Assembly assembly) {
    for (Wiring wiring : assembly.wirings()) {
      String place = id + ": " + (wiring.name().isEmpty() ? wiring.link() : wiring.name());
      if (library.link(wiring.link()).isEmpty()) {
        problems.add(Text.of("design.unknownLink", place, wiring.link()));
      }
      if (!(wiring.lengthM() >= 0) || wiring.lengthM() > Bounds.MAX_LENGTH_M) {
        problems.add(Text.of("design.length", place, Bounds.MAX_LENGTH_M));
      }
      int links = wiring.pattern().linksPerPair();
      if (links < 1 || links > Pattern.MAX_LINKS_PER_PAIR) {
        problems.add(Text.of("design.linksPerPair", place, links, Pattern.MAX_LINKS_PER_PAIR));
      }
      if (wiring.pattern() instanceof Pattern.EachToGroup g && g.size() < 1) {
        problems.add(Text.of("design.groupSize", place));
      }
      wiring.pattern().ends().forEach(end -> checkSelector(places, id, place, end));
    }
    assembly
        .exposes()
        .forEach((name, selectors) ->
            selectors.forEach(s -> checkSelector(places, id, id + "." + name, s)));
  }

  private void checkSelector(Places places, String assembly, String place, Selector selector) {
    Optional<Text> problem = places.problem(assembly, place, selector);
    problem.ifPresent(problems::add);
  }

  private void checkPath(Places places, String text) {
    try {
      InstancePath path = InstancePath.parse(text);
      if (places.find(path).isEmpty()) {
        problems.add(Text.of("design.noSuchInstance", text));
      }
    } catch (DesignException e) {
      problems.add(e.text());
    }
  }
}
