package supernode.design;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import supernode.catalog.Catalog;
import supernode.catalog.LinkType;
import supernode.catalog.Part;
import supernode.catalog.Property;

/**
 * A whole design as one immutable value: two designs are equal when their trees are.
 *
 * @param name as people call it
 * @param notes what is public and what assumed; free text
 * @param root id of the assembly that is the design
 * @param assemblies by id
 * @param overrides values of single instances, by instance path, SI
 * @param routing by fabric, where it is not {@link Routings#DEFAULT}
 * @param scenarios by name; "default" is always there
 * @param parts parts of this design's own
 * @param links link types of this design's own
 * @param digests by catalogue id, the digest of the entry when it was last used
 */
public record Design(
    String name,
    String notes,
    String root,
    Map<String, Assembly> assemblies,
    Map<String, Map<Property, Double>> overrides,
    Map<Fabric, Routing> routing,
    Map<String, Scenario> scenarios,
    List<Part> parts,
    List<LinkType> links,
    Map<String, String> digests) {
  public static final String DEFAULT_SCENARIO = "default";

  public Design {
    assemblies = Collections.unmodifiableMap(new LinkedHashMap<>(assemblies));
    Map<String, Map<Property, Double>> byPath = new TreeMap<>();
    overrides.forEach((path, values) -> {
      EnumMap<Property, Double> copy = new EnumMap<>(Property.class);
      copy.putAll(values);
      byPath.put(path, Collections.unmodifiableMap(copy));
    });
    overrides = Collections.unmodifiableMap(byPath);
    Map<Fabric, Routing> chosen = new EnumMap<>(Fabric.class);
    chosen.putAll(routing);
    chosen.values().removeIf(Routings.DEFAULT::equals);
    routing = Collections.unmodifiableMap(chosen);
    Map<String, Scenario> named = new LinkedHashMap<>();
    named.put(DEFAULT_SCENARIO, scenarios.getOrDefault(DEFAULT_SCENARIO, Scenario.DEFAULT));
    named.putAll(scenarios);
    scenarios = Collections.unmodifiableMap(named);
    parts = List.copyOf(parts);
    links = List.copyOf(links);
    digests = Collections.unmodifiableMap(new TreeMap<>(digests));
  }

  /** An empty design with one assembly. */
  public static Design empty(String name, String root, Assembly assembly) {
    return new Design(
        name,
        "",
        root,
        Map.of(root, assembly),
        Map.of(),
        Map.of(),
        Map.of(),
        List.of(),
        List.of(),
        Map.of());
  }

  public Assembly rootAssembly() {
    return assemblies.get(root);
  }

  /** The catalogue as this design sees it: its own parts replace those of the same id. */
  public Catalog library(Catalog catalog) {
    return catalog.with(parts, links);
  }

  public Design withName(String next) {
    return new Design(
        next, notes, root, assemblies, overrides, routing, scenarios, parts, links, digests);
  }

  /** The same with another name for itself and its root, where they have this one. */
  public Design renamed(String from, String to) {
    Assembly top = assemblies.get(root);
    Design next = top.name().equals(from) ? withAssembly(root, top.withName(to)) : this;
    return name.equals(from) ? next.withName(to) : next;
  }

  public Design withNotes(String next) {
    return new Design(
        name, next, root, assemblies, overrides, routing, scenarios, parts, links, digests);
  }

  public Design withAssemblies(Map<String, Assembly> next) {
    return new Design(
        name, notes, root, next, overrides, routing, scenarios, parts, links, digests);
  }

  public Design withAssembly(String id, Assembly assembly) {
    Map<String, Assembly> next = new LinkedHashMap<>(assemblies);
    next.put(id, assembly);
    return withAssemblies(next);
  }

  public Design withOverrides(Map<String, Map<Property, Double>> next) {
    return new Design(
        name, notes, root, assemblies, next, routing, scenarios, parts, links, digests);
  }

  /** How a fabric's ways are picked. */
  public Routing routing(Fabric fabric) {
    return routing.getOrDefault(fabric, Routings.DEFAULT);
  }

  public Design withRouting(Fabric fabric, Routing chosen) {
    Map<Fabric, Routing> next = new EnumMap<>(Fabric.class);
    next.putAll(routing);
    next.put(fabric, chosen);
    return new Design(
        name, notes, root, assemblies, overrides, next, scenarios, parts, links, digests);
  }

  public Design withScenarios(Map<String, Scenario> next) {
    return new Design(
        name, notes, root, assemblies, overrides, routing, next, parts, links, digests);
  }

  public Design withScenario(String id, Scenario scenario) {
    Map<String, Scenario> next = new LinkedHashMap<>(scenarios);
    next.put(id, scenario);
    return withScenarios(next);
  }

  public Design withParts(List<Part> next) {
    return new Design(
        name, notes, root, assemblies, overrides, routing, scenarios, next, links, digests);
  }

  public Design withLinks(List<LinkType> next) {
    return new Design(
        name, notes, root, assemblies, overrides, routing, scenarios, parts, next, digests);
  }

  public Design withDigests(Map<String, String> next) {
    return new Design(
        name, notes, root, assemblies, overrides, routing, scenarios, parts, links, next);
  }
}
