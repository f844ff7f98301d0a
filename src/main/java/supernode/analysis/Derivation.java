package supernode.analysis;

import java.util.List;
import java.util.Optional;
import supernode.catalog.Property;
import supernode.catalog.Sourced;
import supernode.quantity.Dimension;
import supernode.quantity.Quantity;
import supernode.quantity.Text;
import supernode.topology.Instance;

/** Short forms for building {@link Explanation} trees. */
final class Derivation {
  private Derivation() {}

  static Quantity quantity(double si, Dimension dimension) {
    return new Quantity(si, dimension);
  }

  static Explanation count(Text label, double n) {
    return new Explanation(
        label,
        Optional.of(quantity(n, Dimension.COUNT)),
        Optional.empty(),
        Optional.empty(),
        "",
        false,
        List.of());
  }

  /** A value of an instance with its source; a remark that it is not public when it has none. */
  static Explanation property(Instance instance, Property property) {
    Text label = Text.of("explain.property", instance.part().name(), label(property));
    Optional<Sourced> value = instance.values().find(property);
    return value
        .map(v ->
            Explanation.given(label, quantity(v.value(), property.dimension()), v, instance.name()))
        .orElseGet(() -> Explanation.remark(Text.of("explain.notPublic", label), instance.name()));
  }

  static Text label(Property property) {
    return Text.of("property." + property.key());
  }

  static Explanation computed(
      Text label, double si, Dimension dimension, String formulaKey, Explanation... inputs) {
    return Explanation.derived(
        label, quantity(si, dimension), Text.of(formulaKey), List.of(inputs));
  }
}
