package supernode.design.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import supernode.catalog.Confidence;
import supernode.catalog.Origin;
import supernode.catalog.Part;
import supernode.catalog.PartKind;
import supernode.catalog.PortSpec;
import supernode.catalog.PortType;
import supernode.catalog.Property;
import supernode.catalog.Sourced;
import supernode.catalog.Values;
import supernode.design.Arrangement;
import supernode.design.Fabric;
import supernode.design.Pattern;
import supernode.design.Placement;
import supernode.design.Selector;
import supernode.design.Wiring;

/** Short words for what a template draws. */
final class Draw {
  static final double RACK_WIDTH = 1270;
  private static final double RACK_HEIGHT = 1700;
  private static final double GAP = 560;

  /** NVSwitch 3 and 5 and Tomahawk 5 as the catalogue has them: 75, 75 and 70. */
  private static final double WATT_PER_TBPS = 75;

  private static final String ASSUMPTION = "studio assumption";

  private Draw() {}

  static Selector ports(String text) {
    return Selector.parse(text);
  }

  static Placement at(
      String of, int count, double x, double y, double width, double height, int columns) {
    return new Placement(
        of, count, new Arrangement.Grid(x, y, width, height, columns, 6), Map.of());
  }

  /** Racks, or what is as large. */
  static Placement grid(String of, int count, double x, double y, int columns) {
    return new Placement(
        of, count, new Arrangement.Grid(x, y, RACK_WIDTH, RACK_HEIGHT, columns, GAP), Map.of());
  }

  /**
   * How large a drawing is.
   *
   * @param width in drawing units
   * @param height in drawing units
   */
  record Size(double width, double height) {
    static final Size RACK = new Size(RACK_WIDTH, RACK_HEIGHT);

    /** Of a grid of these. */
    Size times(int columns, int rows) {
      return new Size(columns * (width + GAP) - GAP, rows * (height + GAP) - GAP);
    }

    /** Columns that make so many of these half as high as they are wide, or nearly. */
    int columns(int count) {
      return Math.clamp(Math.round(Math.sqrt(2 * count * height / width)), 1, count);
    }
  }

  /** Drawings of the same size. */
  static Placement grid(String of, int count, double x, double y, Size cell, int columns) {
    return new Placement(
        of, count, new Arrangement.Grid(x, y, cell.width(), cell.height(), columns, GAP), Map.of());
  }

  /** Things of equal height in a rack, one under the other. */
  static Placement slots(String of, int count, int topU, int heightU) {
    List<Integer> bottoms =
        IntStream.range(0, count).mapToObj(i -> topU + 1 - heightU * (i + 1)).toList();
    return new Placement(of, count, new Arrangement.Slots(bottoms), Map.of());
  }

  /** How far the next column of racks is. */
  static double pitch(int columns) {
    return columns * (RACK_WIDTH + GAP);
  }

  static double rackPitchY() {
    return RACK_HEIGHT + GAP;
  }

  static Wiring every(String name, Fabric fabric, String link, double m, String a, String b) {
    return new Wiring(name, fabric, link, m, new Pattern.EveryToEvery(ports(a), ports(b), 1));
  }

  static Sourced assumed(double si, String note) {
    return new Sourced(si, Confidence.ASSUMPTION, ASSUMPTION, note);
  }

  /** As a file holds it, so that what is opened again is the same. */
  static double filed(Property property, double si) {
    return property.toSi(property.toFile(si));
  }

  /**
   * Ports of a switch.
   *
   * @param of whose rate they have
   */
  static PortSpec ports(String name, PortType type, int count, String of) {
    String note = "as many as are needed, at the rate of " + of;
    Origin origin = new Origin(Confidence.ASSUMPTION, ASSUMPTION, note);
    return new PortSpec(name, type, count, Optional.of(origin));
  }

  /** Of a switch with these rates of its ports together. */
  static double switchW(double bytesPerS) {
    return WATT_PER_TBPS * bytesPerS / 1e12;
  }

  /** A switch of one U with the ports that are needed, fed by the busbar of its rack. */
  static Part switchOf(
      String id, String name, double latencyS, String latencyNote, List<PortSpec> ports) {
    double capacity =
        filed(
            Property.SWITCHING_CAPACITY,
            ports.stream()
                .mapToDouble(p -> p.count() * ((PortType.Signal) p.type()).rateBytesPerS())
                .sum());
    List<PortSpec> all =
        IntStream.rangeClosed(0, ports.size())
            .mapToObj(i ->
                i < ports.size()
                    ? ports.get(i)
                    : new PortSpec("dc", new PortType.Power(PortType.Side.IN, 0), 1))
            .toList();
    return new Part(
        id,
        PartKind.SWITCH,
        name,
        "",
        new Values(
            Map.of(
                Property.SWITCHING_CAPACITY, assumed(capacity, "the ports that are needed"),
                Property.POWER_W,
                    assumed(
                        filed(Property.POWER_W, switchW(capacity)),
                        "75 W for each TB/s per direction, as NVSwitch 5 and Tomahawk 5"),
                Property.HEIGHT_U, assumed(1, "one switch to a U"),
                Property.TRANSIT_LATENCY, assumed(latencyS, latencyNote))),
        all);
  }

  /** The largest divisor up to a bound; at least one. */
  static int divisor(int n, int most) {
    return IntStream.iterate(Math.min(n, most), d -> d > 1, d -> d - 1)
        .filter(d -> n % d == 0)
        .findFirst()
        .orElse(1);
  }

  /** How many links of one switch run to each of several, so that none needs too many ports. */
  static int linksPerSpine(int up, int leaves, int mostPorts) {
    return divisor(up, Math.max(1, mostPorts / leaves));
  }
}
