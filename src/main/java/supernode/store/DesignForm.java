package supernode.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import supernode.catalog.LinkType;
import supernode.catalog.Part;
import supernode.catalog.Property;
import supernode.design.Assembly;
import supernode.design.Design;
import supernode.design.DesignException;
import supernode.design.Fabric;
import supernode.design.InstancePath;
import supernode.design.Routing;
import supernode.design.Scenario;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The design member of the file. */
final class DesignForm {
  private DesignForm() {}

  static Design read(Fields f) {
    String name = f.text("name", "");
    String notes = f.prose("notes");
    String root = f.text("root");
    Map<String, Assembly> assemblies = new LinkedHashMap<>();
    f.objects("assemblies")
        .forEach((id, a) -> assemblies.put(id, AssemblyForm.read(id, id.equals(root), a)));
    Map<String, Map<Property, Double>> overrides = overrides(f);
    Map<Fabric, Routing> routing = f.object("routing").map(RoutingForm::read).orElse(Map.of());
    Map<String, Scenario> scenarios = ScenarioForm.read(f.objects("scenarios"));
    List<Part> parts = f.objectList("parts").stream().map(PartForm::readPart).toList();
    List<LinkType> links = f.objectList("links").stream().map(PartForm::readLink).toList();
    Map<String, String> digests = new TreeMap<>();
    f.object("digests").ifPresent(d -> d.keys().forEach(id -> digests.put(id, d.text(id))));
    f.done();
    return new Design(
        name, notes, root, assemblies, overrides, routing, scenarios, parts, links, digests);
  }

  private static Map<String, Map<Property, Double>> overrides(Fields f) {
    Map<String, Map<Property, Double>> overrides = new TreeMap<>();
    f.objects("overrides")
        .forEach((path, values) -> {
          if (overrides.put(path(f, "overrides", path), ValuesForm.read(values)) != null) {
            throw f.refused("overrides", "store.pathTwice", path);
          }
        });
    return overrides;
  }

  /** An instance path as the design writes it, with every index. */
  static String path(Fields f, String key, String text) {
    try {
      return InstancePath.parse(text).toString();
    } catch (DesignException e) {
      throw f.refused(key, "store.at", e.text());
    }
  }

  static ObjectNode write(Design design) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("name", design.name());
    if (!design.notes().isEmpty()) {
      node.put("notes", design.notes());
    }
    node.put("root", design.root());
    ObjectNode assemblies = node.putObject("assemblies");
    design.assemblies().forEach((id, a) -> assemblies.set(id, AssemblyForm.write(id, a)));
    if (!design.overrides().isEmpty()) {
      ObjectNode overrides = node.putObject("overrides");
      design.overrides().forEach((path, v) -> overrides.set(path, ValuesForm.write(v)));
    }
    if (!design.routing().isEmpty()) {
      node.set("routing", RoutingForm.write(design.routing()));
    }
    node.set("scenarios", ScenarioForm.write(design.scenarios()));
    if (!design.parts().isEmpty()) {
      ArrayNode parts = node.putArray("parts");
      design.parts().forEach(p -> parts.add(PartForm.write(p)));
    }
    if (!design.links().isEmpty()) {
      ArrayNode links = node.putArray("links");
      design.links().forEach(l -> links.add(PartForm.write(l)));
    }
    if (!design.digests().isEmpty()) {
      ObjectNode digests = node.putObject("digests");
      design.digests().forEach(digests::put);
    }
    return node;
  }

  static ArrayNode array(Iterable<String> texts) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    List<String> copy = new ArrayList<>();
    texts.forEach(copy::add);
    copy.forEach(array::add);
    return array;
  }
}
