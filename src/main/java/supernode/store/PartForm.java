package supernode.store;

import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import supernode.catalog.CatalogException;
import supernode.catalog.CatalogReader;
import supernode.catalog.LinkType;
import supernode.catalog.Part;
import supernode.catalog.PortSpec;
import supernode.catalog.PortType;
import supernode.catalog.Property;
import supernode.catalog.Sourced;
import supernode.catalog.Values;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Parts and link types embedded in a design, as in the catalogue's files. */
final class PartForm {
  private PartForm() {}

  static Part readPart(Fields f) {
    String kind = f.text("kind");
    f.constant("kind", kind, Names.KINDS);
    expect(f, "id", "name", "vendor", "values", "ports");
    f.objects("values").values().forEach(v -> expect(v, "value", "confidence", "source", "note"));
    f.objectList("ports")
        .forEach(p ->
            expect(
                p,
                "name",
                "count",
                "signal",
                "lanes",
                "rateGBps",
                "fluid",
                "power",
                "voltageV",
                "heat",
                "confidence",
                "source",
                "note"));
    return guarded(() -> CatalogReader.part(f.location(), kind, f.node()));
  }

  static LinkType readLink(Fields f) {
    expect(f, "id", "family", "name", "medium", "protocols", "values");
    f.objects("values").values().forEach(v -> expect(v, "value", "confidence", "source", "note"));
    return guarded(() -> CatalogReader.link(f.location(), f.node()));
  }

  private static void expect(Fields f, String... keys) {
    for (String key : keys) {
      f.find(key);
    }
    f.done();
  }

  private static <T> T guarded(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (CatalogException e) {
      throw new StoreException(e.text());
    }
  }

  static ObjectNode write(Part part) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("id", part.id()).put("kind", part.kind().key()).put("name", part.name());
    if (!part.vendor().isEmpty()) {
      node.put("vendor", part.vendor());
    }
    node.set("values", write(part.values()));
    ArrayNode ports = node.putArray("ports");
    part.ports().forEach(p -> ports.add(write(p)));
    return node;
  }

  static ObjectNode write(LinkType link) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("id", link.id()).put("family", key(link.family())).put("name", link.name());
    if (!link.medium().isEmpty()) {
      node.put("medium", link.medium());
    }
    node.set("protocols", DesignForm.array(link.protocols()));
    node.set("values", write(link.values()));
    return node;
  }

  private static ObjectNode write(Values values) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<Property, Sourced> e : values.all().entrySet()) {
      ObjectNode value = node.putObject(e.getKey().key());
      value.set("value", ValuesForm.node(e.getKey(), e.getValue().value()));
      value.put("confidence", e.getValue().confidence().key());
      value.put("source", e.getValue().source());
      if (!e.getValue().note().isEmpty()) {
        value.put("note", e.getValue().note());
      }
    }
    return node;
  }

  private static ObjectNode write(PortSpec port) {
    ObjectNode node = JsonNodeFactory.instance.objectNode().put("name", port.name());
    switch (port.type()) {
      case PortType.Signal(String protocol, int lanes, double rateBytesPerS) -> {
        node.put("signal", protocol).put("lanes", lanes);
        node.set("rateGBps", Layout.number(Property.RATE.toFile(rateBytesPerS)));
      }
      case PortType.Fluid(PortType.Side side) -> node.put("fluid", key(side));
      case PortType.Power(PortType.Side side, double voltageV) -> {
        node.put("power", key(side));
        if (voltageV != 0) {
          node.set("voltageV", Layout.number(voltageV));
        }
      }
      case PortType.Heat(PortType.Side side) -> node.put("heat", key(side));
    }
    if (port.count() != 1) {
      node.put("count", port.count());
    }
    port.origin()
        .ifPresent(o -> {
          node.put("confidence", o.confidence().key()).put("source", o.source());
          if (!o.note().isEmpty()) {
            node.put("note", o.note());
          }
        });
    return node;
  }

  private static String key(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
