package supernode.design.edit;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import supernode.catalog.Catalog;
import supernode.catalog.LinkType;
import supernode.catalog.Part;
import supernode.catalog.Property;
import supernode.design.Arrangement;
import supernode.design.Assembly;
import supernode.design.Design;
import supernode.design.DesignCheck;
import supernode.design.DesignException;
import supernode.design.InstancePath;
import supernode.design.Placement;
import supernode.design.Scenario;
import supernode.design.Selector;
import supernode.design.Wiring;
import supernode.design.Workload;
import supernode.quantity.Text;

/** What each edit does. */
final class Application {
  private final Design d;
  private final Optional<Catalog> catalog;

  private Application(Design design, Optional<Catalog> catalog) {
    this.d = design;
    this.catalog = catalog;
  }

  /** The design after an edit, with no problem that it did not have before. */
  static Design apply(Edit edit, Design before, Optional<Catalog> catalog) {
    Design after = new Application(before, catalog).after(edit);
    List<Text> problems = new ArrayList<>(DesignCheck.problems(after, catalog));
    if (!problems.isEmpty()) {
      problems.removeAll(DesignCheck.problems(before, catalog));
    }
    if (!problems.isEmpty()) {
      throw new DesignException(problems.getFirst());
    }
    return after;
  }

  private Design after(Edit edit) {
    return switch (edit) {
      case Edit.AddPlacement e -> {
        requireFree(e.assembly(), e.name());
        yield d.withAssembly(
            e.assembly(), assembly(e.assembly()).withPlacement(e.name(), e.placement()));
      }
      case Edit.RemovePlacement e -> {
        placement(e.assembly(), e.name());
        Map<String, Placement> rest = new LinkedHashMap<>(assembly(e.assembly()).placements());
        rest.remove(e.name());
        yield pruned(d.withAssembly(e.assembly(), assembly(e.assembly()).withPlacements(rest)));
      }
      case Edit.RemoveInstances e -> {
        Placement p = placement(e.assembly(), e.name());
        for (int index : e.indices()) {
          if (index < 0 || index >= p.count()) {
            throw refused("edit.noInstance", e.assembly(), e.name(), index, p.count());
          }
        }
        yield e.indices().size() == p.count()
            ? after(new Edit.RemovePlacement(e.assembly(), e.name()))
            : pruned(Removal.of(d, e));
      }
      case Edit.RenamePlacement e -> {
        placement(e.assembly(), e.from());
        requireFree(e.assembly(), e.to());
        yield References.renamed(d, e.assembly(), e.from(), e.to());
      }
      case Edit.Arrange e -> place(e.assembly(), e.name(), p -> p.withArrangement(e.arrangement()));
      case Edit.SetCount e ->
          pruned(
              References.shortened(
                  place(e.assembly(), e.name(), p -> counted(p, e.count())),
                  e.assembly(),
                  e.name()));
      case Edit.Replace e -> pruned(place(e.assembly(), e.name(), p -> replaced(p, e.of())));
      case Edit.SetValue e ->
          place(
              e.assembly(),
              e.name(),
              p -> p.withOverrides(changed(p.overrides(), e.property(), e.si())));
      case Edit.SetInstanceValue e -> setInstanceValue(e);
      case Edit.AddWiring e ->
          d.withAssembly(e.assembly(), assembly(e.assembly()).withWiring(e.wiring()));
      case Edit.RemoveWiring e -> replaceWiring(e.assembly(), e.wiring(), List.of());
      case Edit.ReplaceWiring e -> replaceWiring(e.assembly(), e.old(), List.of(e.next()));
      case Edit.Expose e -> expose(e);
      case Edit.AddAssembly e -> {
        if (d.assemblies().containsKey(e.id())) {
          throw refused("design.idTwice", e.id());
        }
        yield d.withAssembly(e.id(), e.assembly());
      }
      case Edit.RemoveAssembly e -> removeAssembly(e.id());
      case Edit.RenameAssembly e -> d.withAssembly(e.id(), assembly(e.id()).withName(e.name()));
      case Edit.SetEnclosure e ->
          d.withAssembly(e.assembly(), assembly(e.assembly()).withEnclosure(e.part()));
      case Edit.RenameDesign e -> d.withName(e.name());
      case Edit.SetNotes e -> d.withNotes(e.notes());
      case Edit.SetFault e -> setFault(e);
      case Edit.SetDamage e ->
          d.withScenario(e.scenario(), scenario(e.scenario()).withDamage(e.damage()));
      case Edit.SetAmbient e ->
          d.withScenario(e.scenario(), scenario(e.scenario()).withAmbient(e.ambient()));
      case Edit.SetWeather e ->
          d.withScenario(e.scenario(), scenario(e.scenario()).withWeather(e.weather()));
      case Edit.SetRouting e -> d.withRouting(e.fabric(), e.routing());
      case Edit.SetTraffic e ->
          d.withScenario(e.scenario(), scenario(e.scenario()).withTraffic(e.traffic()));
      case Edit.SetWorkload e -> {
        Map<String, Workload> next = new LinkedHashMap<>(scenario(e.scenario()).workloads());
        e.workload().ifPresentOrElse(w -> next.put(e.name(), w), () -> next.remove(e.name()));
        yield d.withScenario(e.scenario(), scenario(e.scenario()).withWorkloads(next));
      }
      case Edit.RenameWorkload e -> {
        Map<String, Workload> old = scenario(e.scenario()).workloads();
        if (!old.containsKey(e.from())) {
          throw refused("edit.workloadMissing", e.from());
        }
        if (old.containsKey(e.to())) {
          throw refused("design.idTwice", e.to());
        }
        Map<String, Workload> next = new LinkedHashMap<>();
        old.forEach((name, w) -> next.put(name.equals(e.from()) ? e.to() : name, w));
        yield d.withScenario(e.scenario(), scenario(e.scenario()).withWorkloads(next));
      }
      case Edit.AddScenario e -> {
        if (d.scenarios().containsKey(e.name())) {
          throw refused("design.idTwice", e.name());
        }
        yield d.withScenario(e.name(), scenario(e.copyOf()));
      }
      case Edit.RemoveScenario e -> {
        scenario(e.name());
        if (e.name().equals(Design.DEFAULT_SCENARIO)) {
          throw refused("edit.defaultScenario");
        }
        Map<String, Scenario> next = new LinkedHashMap<>(d.scenarios());
        next.remove(e.name());
        yield d.withScenarios(next);
      }
      case Edit.EmbedPart e -> {
        List<Part> parts = new ArrayList<>(d.parts());
        parts.removeIf(p -> p.id().equals(e.part().id()));
        parts.add(e.part());
        yield pruned(d.withParts(parts));
      }
      case Edit.EmbedLink e -> {
        List<LinkType> links = new ArrayList<>(d.links());
        links.removeIf(l -> l.id().equals(e.link().id()));
        links.add(e.link());
        yield d.withLinks(links);
      }
      case Edit.SetDigests e -> d.withDigests(e.digests());
      case Edit.Compound e -> {
        Design next = d;
        for (Edit inner : e.edits()) {
          next = new Application(next, catalog).after(inner);
        }
        yield next;
      }
    };
  }

  private Design pruned(Design design) {
    return References.pruned(design, catalog);
  }

  /** Another count; instances that are gone leave their slots, new ones have none yet. */
  private static Placement counted(Placement p, int count) {
    Placement next = p.withCount(count);
    return p.arrangement() instanceof Arrangement.Slots(List<Integer> bottomU)
            && bottomU.size() > count
        ? next.withArrangement(new Arrangement.Slots(bottomU.subList(0, Math.max(0, count))))
        : next;
  }

  /** Something else in the same place; values of a part's own mean nothing to an assembly. */
  private Placement replaced(Placement p, String of) {
    Placement next = p.withOf(of);
    return d.assemblies().containsKey(of) ? next.withOverrides(Map.of()) : next;
  }

  private Design expose(Edit.Expose e) {
    Assembly a = assembly(e.assembly());
    Map<String, List<Selector>> exposes = new LinkedHashMap<>(a.exposes());
    if (e.selectors().isEmpty()) {
      exposes.remove(e.name());
      return pruned(d.withAssembly(e.assembly(), a.withExposes(exposes)));
    }
    exposes.put(e.name(), e.selectors());
    return d.withAssembly(e.assembly(), a.withExposes(exposes));
  }

  private Design setInstanceValue(Edit.SetInstanceValue e) {
    String path = InstancePath.parse(e.path()).toString();
    Map<String, Map<Property, Double>> next = new TreeMap<>(d.overrides());
    Map<Property, Double> values = changed(next.getOrDefault(path, Map.of()), e.property(), e.si());
    if (values.isEmpty()) {
      next.remove(path);
    } else {
      next.put(path, values);
    }
    return d.withOverrides(next);
  }

  private Design setFault(Edit.SetFault e) {
    Scenario scenario = scenario(e.scenario());
    TreeSet<String> faults = new TreeSet<>(scenario.faults());
    String path = InstancePath.parse(e.path()).toString();
    if (e.failed()) {
      faults.add(path);
    } else {
      faults.remove(path);
    }
    return d.withScenario(e.scenario(), scenario.withFaults(faults));
  }

  private Design replaceWiring(String id, Wiring old, List<Wiring> next) {
    Assembly a = assembly(id);
    int at = a.wirings().indexOf(old);
    if (at < 0) {
      throw refused("edit.noWiring", id, old.link());
    }
    List<Wiring> wirings = new ArrayList<>(a.wirings());
    wirings.remove(at);
    wirings.addAll(at, next);
    return d.withAssembly(id, a.withWirings(wirings));
  }

  private Design removeAssembly(String id) {
    assembly(id);
    boolean placed =
        d.root().equals(id)
            || d.assemblies().values().stream()
                .flatMap(a -> a.placements().values().stream())
                .anyMatch(p -> p.of().equals(id));
    if (placed) {
      throw refused("edit.assemblyPlaced", id);
    }
    Map<String, Assembly> next = new LinkedHashMap<>(d.assemblies());
    next.remove(id);
    return d.withAssemblies(next);
  }

  private Design place(String assembly, String name, UnaryOperator<Placement> change) {
    Placement p = placement(assembly, name);
    return d.withAssembly(assembly, assembly(assembly).withPlacement(name, change.apply(p)));
  }

  private static Map<Property, Double> changed(
      Map<Property, Double> values, Property property, OptionalDouble si) {
    Map<Property, Double> next = new EnumMap<>(Property.class);
    next.putAll(values);
    if (si.isPresent()) {
      next.put(property, si.getAsDouble());
    } else {
      next.remove(property);
    }
    return next;
  }

  private void requireFree(String assembly, String name) {
    if (assembly(assembly).placements().containsKey(name)) {
      throw refused("design.idTwice", assembly + "." + name);
    }
  }

  private Assembly assembly(String id) {
    Assembly a = d.assemblies().get(id);
    if (a == null) {
      throw refused("edit.noAssembly", id);
    }
    return a;
  }

  private Placement placement(String assembly, String name) {
    Placement p = assembly(assembly).placements().get(name);
    if (p == null) {
      throw refused("edit.noPlacement", assembly, name);
    }
    return p;
  }

  private Scenario scenario(String name) {
    Scenario s = d.scenarios().get(name);
    if (s == null) {
      throw refused("edit.noScenario", name);
    }
    return s;
  }

  private static DesignException refused(String key, Object... values) {
    return new DesignException(Text.of(key, values));
  }
}
