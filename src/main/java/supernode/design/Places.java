package supernode.design;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import supernode.catalog.Catalog;
import supernode.catalog.Part;
import supernode.catalog.PortSpec;
import supernode.catalog.Property;
import supernode.catalog.Values;
import supernode.quantity.Text;

/** Finds instances and ports of a design by path and by selector. */
public final class Places {
  private final Design design;
  private final Optional<Catalog> library;
  private final Map<String, Set<FoundPort>> known = new HashMap<>();

  /**
   * @param library the catalogue as the design sees it, see {@link Design#library}
   */
  public Places(Design design, Catalog library) {
    this(design, Optional.of(library));
  }

  /** Without a library parts are not looked at: they are taken to have any port. */
  Places(Design design, Optional<Catalog> library) {
    this.design = design;
    this.library = library;
  }

  /** Places of a design whose catalogue is not at hand: parts are taken to have any port. */
  public static Places ofAssemblies(Design design) {
    return new Places(design, Optional.empty());
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

  /** A port of a part reached through a selector. */
  public record FoundPort(PortSpec port, Part part) {}

  /** What stands at a path, empty when nothing does. */
  public Optional<Found> find(InstancePath path) {
    String assembly = design.root();
    Found found = new Found(assembly, Optional.empty(), Optional.empty());
    for (InstancePath.Step step : path.steps()) {
      Optional<Placement> p = placement(assembly, step.placement());
      if (p.isEmpty() || step.index() >= p.get().count()) {
        return Optional.empty();
      }
      found = new Found(assembly, p, part(p.get().of()));
      assembly = p.get().of();
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
      Optional<Placement> found = placement(at, step.placement());
      if (found.isEmpty()) {
        return Optional.of(
            Text.of("design.noPlacement", place, selector.toString(), step.placement()));
      }
      Placement p = found.get();
      if ((step.last() != Selector.Step.ALL && step.last() >= p.count())
          || step.first() >= p.count()) {
        return Optional.of(
            Text.of("design.noInstance", place, selector.toString(), step.placement(), p.count()));
      }
      at = p.of();
    }
    return hasPort(at, selector.port())
        ? Optional.empty()
        : Optional.of(Text.of("design.noPort", place, selector.toString(), selector.port()));
  }

  private boolean hasPort(String id, String port) {
    if (library.isPresent()) {
      return !portsOf(id, port).isEmpty();
    }
    Assembly assembly = design.assemblies().get(id);
    return assembly == null || assembly.exposes().containsKey(port);
  }

  /** The kinds of port behind a selector: one, unless an exposed name covers several. */
  public List<FoundPort> ports(String assembly, Selector selector) {
    String at = assembly;
    for (Selector.Step step : selector.steps()) {
      Optional<Placement> p = placement(at, step.placement());
      if (p.isEmpty()) {
        return List.of();
      }
      at = p.get().of();
    }
    return List.copyOf(portsOf(at, selector.port()));
  }

  private synchronized Set<FoundPort> portsOf(String id, String port) {
    String key = id + "\n" + port;
    Set<FoundPort> found = known.get(key);
    if (found != null) {
      return found;
    }
    Set<FoundPort> ports = new LinkedHashSet<>();
    // Known before it is complete: an assembly inside itself must not be searched for ever.
    known.put(key, ports);
    Assembly assembly = design.assemblies().get(id);
    if (assembly == null) {
      part(id).ifPresent(part -> part.port(port).ifPresent(p -> ports.add(new FoundPort(p, part))));
    } else {
      assembly.exposes().getOrDefault(port, List.of()).forEach(s -> ports.addAll(ports(id, s)));
    }
    return ports;
  }

  private Optional<Placement> placement(String assembly, String name) {
    return Optional.ofNullable(design.assemblies().get(assembly))
        .map(inside -> inside.placements().get(name));
  }

  private Optional<Part> part(String id) {
    return design.assemblies().containsKey(id)
        ? Optional.empty()
        : library.flatMap(l -> l.part(id));
  }
}
