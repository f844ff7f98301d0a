package supernode.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import supernode.catalog.Catalog;
import supernode.catalog.Part;
import supernode.catalog.PortSpec;
import supernode.catalog.Property;
import supernode.catalog.Values;
import supernode.quantity.Text;

/** Finds instances and ports of a design by path and by selector. */
public final class Places {
  private final Design design;
  private final Catalog library;

  /**
   * @param library the catalogue as the design sees it, see {@link Design#library}
   */
  public Places(Design design, Catalog library) {
    this.design = design;
    this.library = library;
  }

  /**
   * What stands at a path.
   *
   * @param assembly id of the assembly that holds the placement; the root's own id for the root
   * @param placement empty for the root
   * @param part empty where an assembly stands
   */
  public record Found(String assembly, Optional<Placement> placement, Optional<Part> part) {
    /** Id of the assembly that stands here, empty where a part does. */
    public Optional<String> inner() {
      if (part.isPresent()) {
        return Optional.empty();
      }
      return Optional.of(placement.map(Placement::of).orElse(assembly));
    }
  }

  /** A port of a part reached through a selector, and how many instances have it. */
  public record FoundPort(PortSpec port, Part part) {}

  /** What stands at a path, empty when nothing does. */
  public Optional<Found> find(InstancePath path) {
    String assembly = design.root();
    Found found = new Found(assembly, Optional.empty(), Optional.empty());
    for (int i = 0; i < path.steps().size(); i++) {
      InstancePath.Step step = path.steps().get(i);
      Assembly inside = design.assemblies().get(assembly);
      Placement p = inside == null ? null : inside.placements().get(step.placement());
      if (p == null || step.index() >= p.count()) {
        return Optional.empty();
      }
      found = new Found(assembly, Optional.of(p), library.part(p.of()));
      if (design.assemblies().containsKey(p.of())) {
        found = new Found(assembly, Optional.of(p), Optional.empty());
      }
      assembly = p.of();
    }
    return Optional.of(found);
  }

  /** The values of the part at a path with the overrides of its placement and of itself. */
  public Optional<Values> values(InstancePath path) {
    return find(path)
        .filter(f -> f.part().isPresent())
        .map(f -> {
          Map<Property, Double> own = design.overrides().getOrDefault(path.toString(), Map.of());
          return f.part()
              .orElseThrow()
              .values()
              .overridden(f.placement().map(Placement::overrides).orElse(Map.of()))
              .overridden(own);
        });
  }

  /** Why a selector selects nothing in an assembly; empty when it does select ports. */
  public Optional<Text> problem(String assembly, String place, Selector selector) {
    String at = assembly;
    for (Selector.Step step : selector.steps()) {
      Assembly inside = design.assemblies().get(at);
      Placement p = inside == null ? null : inside.placements().get(step.placement());
      if (p == null) {
        return Optional.of(
            Text.of("design.noPlacement", place, selector.toString(), step.placement()));
      }
      if (step.last() != Selector.Step.ALL && step.last() >= p.count()
          || step.first() >= p.count()) {
        return Optional.of(
            Text.of("design.noInstance", place, selector.toString(), step.placement(), p.count()));
      }
      at = p.of();
    }
    if (ports(assembly, selector).isEmpty()) {
      return Optional.of(Text.of("design.noPort", place, selector.toString(), selector.port()));
    }
    return Optional.empty();
  }

  /** The kinds of port behind a selector: one, unless an exposed name covers several. */
  public List<FoundPort> ports(String assembly, Selector selector) {
    List<FoundPort> found = new ArrayList<>();
    collect(assembly, selector, found, 0);
    return found;
  }

  private void collect(String assembly, Selector selector, List<FoundPort> found, int depth) {
    if (depth > Bounds.MAX_DEPTH) {
      return;
    }
    String at = assembly;
    for (Selector.Step step : selector.steps()) {
      Assembly inside = design.assemblies().get(at);
      Placement p = inside == null ? null : inside.placements().get(step.placement());
      if (p == null) {
        return;
      }
      at = p.of();
    }
    Assembly assemblyHere = design.assemblies().get(at);
    if (assemblyHere == null) {
      library
          .part(at)
          .ifPresent(part ->
              part.port(selector.port()).ifPresent(port -> found.add(new FoundPort(port, part))));
      return;
    }
    String inner = at;
    assemblyHere
        .exposes()
        .getOrDefault(selector.port(), List.of())
        .forEach(s -> collect(inner, s, found, depth + 1));
  }
}
