package supernode.design.edit;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import supernode.catalog.LinkType;
import supernode.catalog.Part;
import supernode.catalog.Property;
import supernode.design.Assembly;
import supernode.design.Bounds;
import supernode.design.Design;
import supernode.design.DesignException;
import supernode.design.InstancePath;
import supernode.design.Placement;
import supernode.design.Scenario;
import supernode.design.Wiring;
import supernode.quantity.Text;

/** What each edit does. */
final class Application {
  private Application() {}

  static Design apply(Edit edit, Design d) {
    return switch (edit) {
      case Edit.AddPlacement e -> addPlacement(d, e);
      case Edit.RemovePlacement e -> {
        placement(d, e.assembly(), e.name());
        yield References.withoutPlacement(d, e.assembly(), e.name());
      }
      case Edit.RenamePlacement e -> {
        placement(d, e.assembly(), e.from());
        requireFree(d, e.assembly(), e.to());
        yield References.renamed(d, e.assembly(), e.from(), e.to());
      }
      case Edit.Arrange e ->
          place(d, e.assembly(), e.name(), p -> p.withArrangement(e.arrangement()));
      case Edit.SetCount e -> {
        if (e.count() < 1 || e.count() > Bounds.MAX_COUNT) {
          throw refused("design.count", e.name(), e.count(), Bounds.MAX_COUNT);
        }
        yield References.withCount(
            place(d, e.assembly(), e.name(), p -> p.withCount(e.count())), e.assembly(), e.name());
      }
      case Edit.Replace e ->
          References.pruned(place(d, e.assembly(), e.name(), p -> p.withOf(e.of())));
      case Edit.SetValue e -> {
        requireSane(e.name(), e.property(), e.si());
        yield place(
            d,
            e.assembly(),
            e.name(),
            p -> p.withOverrides(changed(p.overrides(), e.property(), e.si())));
      }
      case Edit.SetInstanceValue e -> setInstanceValue(d, e);
      case Edit.AddWiring e ->
          d.withAssembly(e.assembly(), assembly(d, e.assembly()).withWiring(e.wiring()));
      case Edit.RemoveWiring e -> replaceWiring(d, e.assembly(), e.wiring(), List.of());
      case Edit.ReplaceWiring e -> replaceWiring(d, e.assembly(), e.old(), List.of(e.next()));
      case Edit.Expose e -> {
        Assembly a = assembly(d, e.assembly());
        Map<String, List<supernode.design.Selector>> exposes = new LinkedHashMap<>(a.exposes());
        if (e.selectors().isEmpty()) {
          exposes.remove(e.name());
        } else {
          exposes.put(e.name(), e.selectors());
        }
        yield References.pruned(d.withAssembly(e.assembly(), a.withExposes(exposes)));
      }
      case Edit.AddAssembly e -> {
        if (d.assemblies().containsKey(e.id())) {
          throw refused("design.idTwice", e.id());
        }
        yield d.withAssembly(e.id(), e.assembly());
      }
      case Edit.RemoveAssembly e -> removeAssembly(d, e.id());
      case Edit.RenameAssembly e -> d.withAssembly(e.id(), assembly(d, e.id()).withName(e.name()));
      case Edit.RenameDesign e -> d.withName(e.name());
      case Edit.SetNotes e -> d.withNotes(e.notes());
      case Edit.SetFault e -> setFault(d, e);
      case Edit.SetAmbient e ->
          d.withScenario(e.scenario(), scenario(d, e.scenario()).withAmbient(e.ambient()));
      case Edit.SetTraffic e ->
          d.withScenario(e.scenario(), scenario(d, e.scenario()).withTraffic(e.traffic()));
      case Edit.AddScenario e -> {
        if (d.scenarios().containsKey(e.name())) {
          throw refused("design.idTwice", e.name());
        }
        yield d.withScenario(e.name(), scenario(d, e.copyOf()));
      }
      case Edit.RemoveScenario e -> {
        scenario(d, e.name());
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
        yield d.withParts(parts);
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
          next = apply(inner, next);
        }
        yield next;
      }
    };
  }

  private static Design addPlacement(Design d, Edit.AddPlacement e) {
    requireFree(d, e.assembly(), e.name());
    Assembly a = assembly(d, e.assembly());
    if (a.placements().size() >= Bounds.MAX_ENTRIES) {
      throw refused("design.entries", e.assembly(), Bounds.MAX_ENTRIES);
    }
    if (e.placement().count() < 1 || e.placement().count() > Bounds.MAX_COUNT) {
      throw refused("design.count", e.name(), e.placement().count(), Bounds.MAX_COUNT);
    }
    if (References.reaches(d, e.placement().of(), e.assembly())) {
      throw refused("design.cycle", e.placement().of());
    }
    return d.withAssembly(e.assembly(), a.withPlacement(e.name(), e.placement()));
  }

  private static Design setInstanceValue(Design d, Edit.SetInstanceValue e) {
    requireSane(e.path(), e.property(), e.si());
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

  private static Design setFault(Design d, Edit.SetFault e) {
    Scenario scenario = scenario(d, e.scenario());
    TreeSet<String> faults = new TreeSet<>(scenario.faults());
    String path = InstancePath.parse(e.path()).toString();
    if (e.failed()) {
      faults.add(path);
    } else {
      faults.remove(path);
    }
    return d.withScenario(e.scenario(), scenario.withFaults(faults));
  }

  private static Design replaceWiring(Design d, String id, Wiring old, List<Wiring> next) {
    Assembly a = assembly(d, id);
    int at = a.wirings().indexOf(old);
    if (at < 0) {
      throw refused("edit.noWiring", id, old.link());
    }
    List<Wiring> wirings = new ArrayList<>(a.wirings());
    wirings.remove(at);
    wirings.addAll(at, next);
    return d.withAssembly(id, a.withWirings(wirings));
  }

  private static Design removeAssembly(Design d, String id) {
    assembly(d, id);
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

  private static Design place(
      Design d, String assembly, String name, UnaryOperator<Placement> change) {
    Placement p = placement(d, assembly, name);
    return d.withAssembly(assembly, assembly(d, assembly).withPlacement(name, change.apply(p)));
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

  private static void requireSane(String place, Property property, OptionalDouble si) {
    if (si.isPresent() && !property.admits(si.getAsDouble())) {
      throw refused("design.value", place, property.key(), property.min(), property.max());
    }
  }

  private static void requireFree(Design d, String assembly, String name) {
    if (!name.matches("[A-Za-z0-9_-]+")) {
      throw refused("design.name", assembly + "." + name);
    }
    if (assembly(d, assembly).placements().containsKey(name)) {
      throw refused("design.idTwice", assembly + "." + name);
    }
  }

  private static Assembly assembly(Design d, String id) {
    Assembly a = d.assemblies().get(id);
    if (a == null) {
      throw refused("edit.noAssembly", id);
    }
    return a;
  }

  private static Placement placement(Design d, String assembly, String name) {
    Placement p = assembly(d, assembly).placements().get(name);
    if (p == null) {
      throw refused("edit.noPlacement", assembly, name);
    }
    return p;
  }

  private static Scenario scenario(Design d, String name) {
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
