package supernode.catalog;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** A specification: the values of a part or link type. A property that is absent is not public. */
public record Values(Map<Property, Sourced> all) {
  public static final Values NONE = new Values(Map.of());

  public Values {
    EnumMap<Property, Sourced> copy = new EnumMap<>(Property.class);
    copy.putAll(all);
    all = Collections.unmodifiableMap(copy);
  }

  public Optional<Sourced> find(Property property) {
    return Optional.ofNullable(all.get(property));
  }

  /** The value in SI units, empty when not public. */
  public OptionalDouble get(Property property) {
    Sourced s = all.get(property);
    return s == null ? OptionalDouble.empty() : OptionalDouble.of(s.value());
  }

  public double get(Property property, double otherwise) {
    Sourced s = all.get(property);
    return s == null ? otherwise : s.value();
  }

  /** The same values with some replaced by the user's own. */
  public Values overridden(Map<Property, Double> overrides) {
    if (overrides.isEmpty()) {
      return this;
    }
    Map<Property, Sourced> next = new EnumMap<>(Property.class);
    next.putAll(all);
    overrides.forEach(
        (p, v) -> next.put(p, new Sourced(v, Confidence.USER, "set in this design", "")));
    return new Values(next);
  }
}
