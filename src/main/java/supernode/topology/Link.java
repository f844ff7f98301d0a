package supernode.topology;

import supernode.catalog.LinkType;
import supernode.catalog.PortSpec;
import supernode.catalog.PortType;
import supernode.catalog.Property;
import supernode.design.Fabric;

/** Equal parallel links between two instances. */
public final class Link {
  private final Kind kind;
  private final int index;
  private final int a;
  private final int b;
  private final int count;
  private final int down;
  private final boolean failed;

  /**
   * What all links of a wiring between the same ports have in common: models have hundreds of
   * thousands of links.
   *
   * @param lengthM of each, metre
   */
  record Kind(Fabric fabric, PortSpec portA, PortSpec portB, LinkType type, double lengthM) {}

  /**
   * Links of a kind.
   *
   * @param index position in {@link SystemModel#links()}
   * @param a index of the instance at one end
   * @param b index of the instance at the other
   * @param count how many in parallel
   * @param down how many of them have failed by themselves
   * @param failed whether one of its ends has failed, or all of them have
   */
  Link(Kind kind, int index, int a, int b, int count, int down, boolean failed) {
    this.kind = kind;
    this.index = index;
    this.a = a;
    this.b = b;
    this.count = count;
    this.down = down;
    this.failed = failed;
  }

  /** Position in {@link SystemModel#links()}. */
  public int index() {
    return index;
  }

  public Fabric fabric() {
    return kind.fabric;
  }

  /** Index of the instance at one end. */
  public int a() {
    return a;
  }

  public PortSpec portA() {
    return kind.portA;
  }

  /** Index of the instance at the other end. */
  public int b() {
    return b;
  }

  public PortSpec portB() {
    return kind.portB;
  }

  public LinkType type() {
    return kind.type;
  }

  /** How many in parallel. */
  public int count() {
    return count;
  }

  /** Length of each, metre. */
  public double lengthM() {
    return kind.lengthM;
  }

  /** How many of them have failed by themselves. */
  public int down() {
    return down;
  }

  /** Whether one of its ends has failed, or all of them have. */
  public boolean failed() {
    return failed;
  }

  /** The same with so many down. */
  Link withDown(int links) {
    return new Link(kind, index, a, b, count, links, failed || links == count);
  }

  Link asFailed() {
    return new Link(kind, index, a, b, count, down, true);
  }

  /** Whether it surely joins the same ports by the same medium over the same length. */
  public boolean isAlike(Link other) {
    return kind == other.kind
        || (kind.portA == other.kind.portA
            && kind.portB == other.kind.portB
            && kind.type == other.kind.type
            && kind.lengthM == other.kind.lengthM);
  }

  /** How many carry traffic. */
  public int live() {
    return failed ? 0 : count - down;
  }

  /** Rate of one of the links per direction, byte/s: the least of both ports and the link type. */
  public double rateBytesPerS() {
    double rate = kind.type.values().get(Property.RATE, Double.POSITIVE_INFINITY);
    if (kind.portA.type() instanceof PortType.Signal s) {
      rate = Math.min(rate, s.rateBytesPerS());
    }
    if (kind.portB.type() instanceof PortType.Signal s) {
      rate = Math.min(rate, s.rateBytesPerS());
    }
    return Double.isInfinite(rate) ? 0 : rate;
  }

  /** Fixed one-way latency of the link without propagation, second; 0 where nothing is public. */
  public double fixedLatencyS() {
    return kind.type.values().get(Property.FIXED_LATENCY, 0);
  }

  /** Propagation delay, second; 5 ns/m (fibre, network.md section 4) where none is stated. */
  public double propagationS() {
    return kind.lengthM * kind.type.values().get(Property.PROPAGATION, 5e-9);
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof Link l
            && l.index == index
            && l.a == a
            && l.b == b
            && l.count == count
            && l.down == down
            && l.failed == failed
            && (l.kind == kind || l.kind.equals(kind)));
  }

  // As for instances: unique within a model, and cheap.
  @Override
  public int hashCode() {
    return index;
  }

  public int other(int instance) {
    return instance == a ? b : a;
  }

  @Override
  public String toString() {
    return "Link[" + index + ": " + a + " - " + b + ", " + count + " " + kind.type.id() + "]";
  }
}
