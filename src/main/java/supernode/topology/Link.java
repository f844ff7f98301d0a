package supernode.topology;

import supernode.catalog.LinkType;
import supernode.catalog.PortSpec;
import supernode.catalog.PortType;
import supernode.catalog.Property;
import supernode.design.Fabric;

/**
 * Equal parallel links between two instances.
 *
 * @param index position in {@link SystemModel#links()}
 * @param a index of the instance at one end
 * @param b index of the instance at the other
 * @param count how many in parallel
 * @param lengthM length of each, metre
 * @param down how many of them have failed by themselves
 * @param failed whether one of its ends has failed, or all of them have
 */
public record Link(
    int index,
    Fabric fabric,
    int a,
    PortSpec portA,
    int b,
    PortSpec portB,
    LinkType type,
    int count,
    double lengthM,
    int down,
    boolean failed) {
  /** The same with so many down. */
  Link withDown(int links) {
    return new Link(
        index, fabric, a, portA, b, portB, type, count, lengthM, links, failed || links == count);
  }

  Link asFailed() {
    return new Link(index, fabric, a, portA, b, portB, type, count, lengthM, down, true);
  }

  /** Whether it surely joins the same ports by the same medium over the same length. */
  public boolean isAlike(Link other) {
    return portA == other.portA
        && portB == other.portB
        && type == other.type
        && lengthM == other.lengthM;
  }

  /** How many carry traffic. */
  public int live() {
    return failed ? 0 : count - down;
  }

  /** Rate of one of the links per direction, byte/s: the least of both ports and the link type. */
  public double rateBytesPerS() {
    double rate = type.values().get(Property.RATE, Double.POSITIVE_INFINITY);
    if (portA.type() instanceof PortType.Signal s) {
      rate = Math.min(rate, s.rateBytesPerS());
    }
    if (portB.type() instanceof PortType.Signal s) {
      rate = Math.min(rate, s.rateBytesPerS());
    }
    return Double.isInfinite(rate) ? 0 : rate;
  }

  /** Fixed one-way latency of the link without propagation, second; 0 where nothing is public. */
  public double fixedLatencyS() {
    return type.values().get(Property.FIXED_LATENCY, 0);
  }

  /** Propagation delay, second; 5 ns/m (fibre, network.md section 4) where none is stated. */
  public double propagationS() {
    return lengthM * type.values().get(Property.PROPAGATION, 5e-9);
  }

  // As for instances: unique within a model, and cheap.
  @Override
  public int hashCode() {
    return index;
  }

  public int other(int instance) {
    return instance == a ? b : a;
  }
}
