package supernode.design;

import java.util.Locale;
import java.util.Optional;
import supernode.catalog.LinkType;
import supernode.catalog.PortSpec;
import supernode.catalog.PortType;
import supernode.catalog.PortType.Side;
import supernode.catalog.Property;
import supernode.quantity.Dimension;
import supernode.quantity.Quantity;
import supernode.quantity.Text;

/** Which ports may be joined, and by what. */
public final class Joint {
  private Joint() {}

  /** Why two ports can never meet; empty when some link could join them. */
  public static Optional<Text> refusal(PortSpec a, PortSpec b) {
    return switch (a.type()) {
      case PortType.Signal(String protocol, int _, double _)
          when b.type() instanceof PortType.Signal(String other, int _, double _) ->
          protocol.equals(other)
              ? Optional.empty()
              : Optional.of(Text.of("joint.protocol", a.name(), protocol, b.name(), other));
      case PortType.Fluid(Side side) when b.type() instanceof PortType.Fluid(Side other) ->
          sides(a, side, b, other, "joint.fluid");
      case PortType.Power(Side side, double volts)
          when b.type() instanceof PortType.Power(Side other, double otherVolts) ->
          volts > 0 && otherVolts > 0 && Math.abs(volts - otherVolts) > 0.15 * volts
              ? Optional.of(
                  Text.of(
                      "joint.voltage",
                      a.name(),
                      new Quantity(volts, Dimension.VOLTAGE),
                      b.name(),
                      new Quantity(otherVolts, Dimension.VOLTAGE)))
              : sides(a, side, b, other, "joint.power");
      case PortType.Heat(Side side) when b.type() instanceof PortType.Heat(Side other) ->
          sides(a, side, b, other, "joint.heat");
      default ->
          Optional.of(
              Text.of("joint.family", a.name(), name(family(a)), b.name(), name(family(b))));
    };
  }

  /** Why this link type cannot join these ports over this length; empty when it can. */
  public static Optional<Text> refusal(PortSpec a, PortSpec b, LinkType link, double lengthM) {
    Optional<Text> ports = refusal(a, b);
    if (ports.isPresent()) {
      return ports;
    }
    if (link.family() != family(a)) {
      return Optional.of(Text.of("joint.linkFamily", link.name(), a.name(), name(family(a))));
    }
    if (a.type() instanceof PortType.Signal(String protocol, int _, double _)
        && !link.carries(protocol)) {
      return Optional.of(
          Text.of(
              "joint.linkProtocol", link.name(), String.join(", ", link.protocols()), protocol));
    }
    double reachM = link.values().get(Property.REACH_M, Double.POSITIVE_INFINITY);
    if (lengthM > reachM) {
      return Optional.of(
          Text.of(
              "joint.reach",
              link.name(),
              new Quantity(reachM, Dimension.LENGTH),
              new Quantity(lengthM, Dimension.LENGTH)));
    }
    return Optional.empty();
  }

  /** What a port carries. */
  public static LinkType.Family family(PortSpec port) {
    return switch (port.type()) {
      case PortType.Signal _ -> LinkType.Family.SIGNAL;
      case PortType.Fluid _ -> LinkType.Family.FLUID;
      case PortType.Power _ -> LinkType.Family.POWER;
      case PortType.Heat _ -> LinkType.Family.HEAT;
    };
  }

  private static Text name(LinkType.Family family) {
    return Text.of("family." + family.name().toLowerCase(Locale.ROOT));
  }

  // Two inlets or two outlets face each other: nothing would pass.
  private static Optional<Text> sides(PortSpec a, Side side, PortSpec b, Side other, String key) {
    boolean clash = side == other && side != Side.BOTH;
    return clash ? Optional.of(Text.of(key, a.name(), b.name())) : Optional.empty();
  }
}
