package supernode.catalog;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** A specification: the values of a part or link type. A property that is absent is not public. */
public final class Values {
  public static final Values NONE = new Values(Map.of());

  private final Map<Property, Sourced> all;

  /** The same by the property's place: they are asked for all the time. */
  private final Sourced[] byPlace;

  public Values(Map<Property, Sourced> all) {
    EnumMap<Property, Sourced> copy = new EnumMap<>(Property.class);
    copy.putAll(all);
    this.all = Collections.unmodifiableMap(copy);
    int last = copy.keySet().stream().mapToInt(Property::ordinal).max().orElse(-1);
    byPlace = new Sourced[last + 1];
    copy.forEach((p, s) -> byPlace[p.ordinal()] = s);
  }

  public Map<Property, Sourced> all() {
    return all;
  }

  private Sourced at(Property property) {
    int place = property.ordinal();
    return place < byPlace.length ? byPlace[place] : null;
  }

  public Optional<Sourced> find(Property property) {
    return Optional.ofNullable(at(property));
  }

  /** The value in SI units, empty when not public. */
  public OptionalDouble get(Property property) {
    Sourced s = at(property);
    return s == null ? OptionalDouble.empty() : OptionalDouble.of(s.value());
  }

  public double get(Property property, double otherwise) {
    Sourced s = at(property);
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

  @Override
  public boolean equals(Object other) {
    return other instanceof Values v && v.all.equals(all);
  }

  @Override
  public int hashCode() {
    return all.hashCode();
  }

  @Override
  public String toString() {
    return all.toString();
  }
}
