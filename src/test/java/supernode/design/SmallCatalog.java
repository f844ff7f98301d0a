package supernode.design;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import supernode.catalog.Catalog;
import supernode.catalog.Confidence;
import supernode.catalog.LinkType;
import supernode.catalog.Part;
import supernode.catalog.PartKind;
import supernode.catalog.PortSpec;
import supernode.catalog.PortType;
import supernode.catalog.PortType.Side;
import supernode.catalog.Property;
import supernode.catalog.Sourced;
import supernode.catalog.Values;

/** A few made-up parts of every family of ports, for tests. */
public final class SmallCatalog {
  public static final PortSpec MESH =
      new PortSpec("mesh", new PortType.Signal("Mesh", 2, 50e9), 18);
  public static final PortSpec IN = new PortSpec("in", new PortType.Fluid(Side.IN), 1);
  public static final PortSpec OUT = new PortSpec("out", new PortType.Fluid(Side.OUT), 1);

  public static final Catalog CATALOG =
      Catalog.EMPTY.with(
          List.of(
              part("gpu", PartKind.ACCELERATOR, MESH, power(Side.IN), heat(Side.OUT)),
              part("chip", PartKind.ACCELERATOR, MESH),
              part("switch", PartKind.SWITCH, MESH, power(Side.IN)),
              part("plate", PartKind.COLD_PLATE, IN, OUT, heat(Side.IN)),
              part("cdu", PartKind.CDU, IN, OUT),
              part("shelf", PartKind.POWER_SHELF, power(Side.OUT)),
              part("box", PartKind.ENCLOSURE)),
          List.of(
              link("copper", LinkType.Family.SIGNAL, Property.REACH_M, 2),
              link("hose", LinkType.Family.FLUID, Property.INNER_DIAMETER_M, 0.01),
              link("bar", LinkType.Family.POWER, Property.EFFICIENCY, 0.99)));

  private SmallCatalog() {}

  private static PortSpec power(Side side) {
    return new PortSpec("power", new PortType.Power(side, 50), 1);
  }

  private static PortSpec heat(Side side) {
    return new PortSpec("heat", new PortType.Heat(side), 1);
  }

  /** A part with a power of its own. */
  public static Part part(String id, PartKind kind, PortSpec... ports) {
    return new Part(id, kind, id, "", values(Property.POWER_W, 100), List.of(ports));
  }

  /** A link type with one value. */
  public static LinkType link(String id, LinkType.Family family, Property property, double si) {
    return new LinkType(id, family, id, "", List.of(), values(property, si));
  }

  private static Values values(Property property, double si) {
    Map<Property, Sourced> all = new EnumMap<>(Property.class);
    all.put(property, new Sourced(si, Confidence.ASSUMPTION, "made up", ""));
    return new Values(all);
  }
}
