package supernode.figure.drawing;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import supernode.design.InstancePath;

/**
 * What singles instances out: measured values and faults, as a tree along the instance paths.
 * Instances that nothing singles out share {@link #NONE} and so one drawing.
 */
final class Marks {
  static final Marks NONE = new Marks();

  private final Map<String, TreeMap<Integer, Marks>> children = new HashMap<>();
  private OptionalDouble own = OptionalDouble.empty();
  private OptionalDouble worst = OptionalDouble.empty();
  private boolean failed;

  static Marks of(Map<String, Double> values, Collection<String> faults) {
    if (values.isEmpty() && faults.isEmpty()) {
      return NONE;
    }
    Marks root = new Marks();
    values.forEach((path, value) -> {
      Marks at = root;
      at.include(value);
      for (InstancePath.Step step : InstancePath.parse(path).steps()) {
        at = at.open(step);
        at.include(value);
      }
      at.own = OptionalDouble.of(value);
    });
    for (String path : faults) {
      Marks at = root;
      for (InstancePath.Step step : InstancePath.parse(path).steps()) {
        at = at.open(step);
      }
      at.failed = true;
    }
    return root;
  }

  private void include(double value) {
    worst = OptionalDouble.of(worst.isPresent() ? Math.max(worst.getAsDouble(), value) : value);
  }

  private Marks open(InstancePath.Step step) {
    return children
        .computeIfAbsent(step.placement(), _ -> new TreeMap<>())
        .computeIfAbsent(step.index(), _ -> new Marks());
  }

  Marks child(String placement, int index) {
    TreeMap<Integer, Marks> of = children.get(placement);
    return of == null ? NONE : of.getOrDefault(index, NONE);
  }

  /** What singles out an instance below and all inside of it. */
  Marks at(InstancePath path) {
    Marks found = this;
    for (InstancePath.Step step : path.steps()) {
      found = found.child(step.placement(), step.index());
    }
    return found;
  }

  /** The instance's own value. */
  OptionalDouble value() {
    return own;
  }

  /** The largest value of the instance and all inside. */
  OptionalDouble worst() {
    return worst;
  }

  /** The largest value among some instances of a placement. */
  OptionalDouble worst(String placement, int first, int end) {
    TreeMap<Integer, Marks> of = children.get(placement);
    if (of == null) {
      return OptionalDouble.empty();
    }
    return of.subMap(first, end).values().stream().flatMapToDouble(m -> m.worst.stream()).max();
  }

  boolean failed() {
    return failed;
  }
}
