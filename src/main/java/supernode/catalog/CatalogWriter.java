package supernode.catalog;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Catalogue files in the form that {@link CatalogReader} reads. */
public final class CatalogWriter {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private CatalogWriter() {}

  /** A file of parts, all of one kind. */
  public static byte[] parts(PartKind kind, Collection<Part> parts) {
    ObjectNode root = root(kind.key());
    parts.forEach(p -> {
      ObjectNode node = root.withArray("/entries").addObject();
      node.put("id", p.id()).put("name", p.name()).put("vendor", p.vendor());
      values(node, p.values());
      p.ports().forEach(port -> port(node.withArray("/ports"), port));
    });
    return bytes(root);
  }

  /** A file of link types. */
  public static byte[] links(Collection<LinkType> links) {
    ObjectNode root = root("link");
    links.forEach(l -> {
      ObjectNode node = root.withArray("/entries").addObject();
      node.put("id", l.id()).put("name", l.name()).put("medium", l.medium());
      node.put("family", l.family().name().toLowerCase(Locale.ROOT));
      l.protocols().forEach(node.withArray("/protocols")::add);
      values(node, l.values());
    });
    return bytes(root);
  }

  private static ObjectNode root(String kind) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    return root.put("format", "supernode-catalog").put("version", 1).put("kind", kind);
  }

  private static byte[] bytes(ObjectNode root) {
    return (JSON.writeValueAsString(root) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static void values(ObjectNode node, Values values) {
    ObjectNode all = node.putObject("values");
    values
        .all()
        .forEach((property, v) -> {
          ObjectNode value = all.putObject(property.key());
          value.put("value", property.toFile(v.value()));
          value.put("confidence", v.confidence().key()).put("source", v.source());
          if (!v.note().isEmpty()) {
            value.put("note", v.note());
          }
        });
  }

  private static void port(ArrayNode ports, PortSpec port) {
    ObjectNode node = ports.addObject().put("name", port.name());
    switch (port.type()) {
      case PortType.Signal(String protocol, int lanes, double rate) ->
          node.put("signal", protocol).put("lanes", lanes).put("rateGBps", rate / 1e9);
      case PortType.Fluid(PortType.Side side) -> node.put("fluid", key(side));
      case PortType.Power(PortType.Side side, double volt) ->
          node.put("power", key(side)).put("voltageV", volt);
      case PortType.Heat(PortType.Side side) -> node.put("heat", key(side));
    }
    node.put("count", port.count());
    port.origin()
        .ifPresent(o -> {
          node.put("confidence", o.confidence().key()).put("source", o.source());
          if (!o.note().isEmpty()) {
            node.put("note", o.note());
          }
        });
  }

  private static String key(PortType.Side side) {
    return side.name().toLowerCase(Locale.ROOT);
  }
}
