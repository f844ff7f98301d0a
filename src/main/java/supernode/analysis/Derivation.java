package supernode.analysis;

import java.util.List;
import java.util.Optional;
import supernode.catalog.Confidence;
import supernode.catalog.LinkType;
import supernode.catalog.Property;
import supernode.catalog.Sourced;
import supernode.quantity.Dimension;
import supernode.quantity.Quantity;
import supernode.quantity.Text;
import supernode.topology.Instance;

/**
 * Short forms for building {@link Explanation} trees. A leaf with a number has a source: the
 * catalogue, a stated assumption, or the design itself.
 */
public final class Derivation {
  private static final String DRAWN = "drawn in this design";
  private static final String SCENARIO = "scenario of this design";

  private Derivation() {}

  static Quantity quantity(double si, Dimension dimension) {
    return new Quantity(si, dimension);
  }

  /** How many are drawn. */
  public static Explanation count(Text label, double n) {
    return drawn(label, n, Dimension.COUNT);
  }

  /** What the drawing says of itself: a count, a length. */
  public static Explanation drawn(Text label, double si, Dimension dimension) {
    return user(label, si, dimension, DRAWN);
  }

  /** What the scenario sets. */
  public static Explanation set(Text label, double si, Dimension dimension) {
    return user(label, si, dimension, SCENARIO);
  }

  private static Explanation user(Text label, double si, Dimension dimension, String source) {
    return given(label, new Sourced(si, Confidence.USER, source, ""), dimension);
  }

  /** A stated constant. */
  public static Explanation given(Text label, Sourced value, Dimension dimension) {
    return Explanation.given(label, quantity(value.value(), dimension), value, "");
  }

  /** A value of an instance with its source; a remark that it is not public when it has none. */
  public static Explanation property(Instance instance, Property property) {
    return property(
        instance.part().name(), instance.values().find(property), property, instance.name());
  }

  /** A value of a link type with its source. */
  public static Explanation property(LinkType type, Property property) {
    return property(type.name(), type.values().find(property), property, "");
  }

  private static Explanation property(
      String name, Optional<Sourced> value, Property property, String place) {
    Text label = Text.of("explain.property", name, label(property));
    return value
        .map(v -> Explanation.given(label, quantity(v.value(), property.dimension()), v, place))
        .orElseGet(() -> Explanation.remark(Text.of("explain.notPublic", label), place));
  }

  static Text label(Property property) {
    return Text.of("property." + property.key());
  }

  public static Explanation computed(
      Text label, double si, Dimension dimension, String formulaKey, Explanation... inputs) {
    return computed(label, si, dimension, formulaKey, List.of(inputs));
  }

  public static Explanation computed(
      Text label, double si, Dimension dimension, String formulaKey, List<Explanation> inputs) {
    return Explanation.derived(label, quantity(si, dimension), Text.of(formulaKey), inputs);
  }
}
