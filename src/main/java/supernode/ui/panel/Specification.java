package supernode.ui.panel;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import supernode.catalog.Property;
import supernode.catalog.Sourced;
import supernode.catalog.Values;
import supernode.design.Design;
import supernode.design.InstancePath;
import supernode.design.Places;

/** The properties that all of some instances have, with their values where these agree. */
record Specification(List<Line> lines) {
  /**
   * A property.
   *
   * @param value empty where the instances differ
   * @param overridden whether some instance has a value of this design's own
   */
  record Line(Property property, Optional<Sourced> value, boolean overridden) {}

  /** Of several instances; without lines when one of them is an assembly. */
  static Specification of(Design design, Places places, List<InstancePath> paths) {
    Set<Property> common = EnumSet.allOf(Property.class);
    List<Values> all = new ArrayList<>();
    Set<Property> overridden = EnumSet.noneOf(Property.class);
    for (InstancePath path : paths) {
      Values values = places.values(path).orElse(Values.NONE);
      common.retainAll(values.all().keySet());
      all.add(values);
      overridden.addAll(design.overrides().getOrDefault(path.toString(), Map.of()).keySet());
      places
          .find(path)
          .flatMap(Places.Found::placement)
          .ifPresent(p -> overridden.addAll(p.overrides().keySet()));
    }
    if (all.isEmpty()) {
      return new Specification(List.of());
    }
    List<Line> lines = new ArrayList<>();
    for (Property property : common) {
      Sourced first = all.getFirst().find(property).orElseThrow();
      boolean same = all.stream().allMatch(v -> v.get(property, Double.NaN) == first.value());
      lines.add(
          new Line(
              property,
              same ? Optional.of(first) : Optional.empty(),
              overridden.contains(property)));
    }
    return new Specification(lines);
  }
}
