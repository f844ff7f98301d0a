package supernode.analysis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import supernode.quantity.Dimension;

/**
 * A measured value for each instance that has one.
 *
 * @param byPlace by instance path, SI
 * @param links of the links between them, where the overlay tells of links
 * @param min lower end of the scale
 * @param max upper end of the scale
 */
public record OverlayValues(
    Overlay overlay,
    Dimension dimension,
    Map<String, Double> byPlace,
    LinkLoads links,
    double min,
    double max) {
  /** Of instances alone. */
  public OverlayValues(
      Overlay overlay, Dimension dimension, Map<String, Double> byPlace, double min, double max) {
    this(overlay, dimension, byPlace, LinkLoads.NONE, min, max);
  }

  public OptionalDouble at(String place) {
    Double v = byPlace.get(place);
    return v == null ? OptionalDouble.empty() : OptionalDouble.of(v);
  }

  /** The same overlay of several fabrics as one; what stands in several has its largest value. */
  static OverlayValues largest(List<OverlayValues> all) {
    OverlayValues first = all.getFirst();
    if (all.size() == 1) {
      return first;
    }
    Map<String, Double> values = new HashMap<>();
    all.forEach(v -> v.byPlace().forEach((place, value) -> values.merge(place, value, Math::max)));
    return new OverlayValues(
        first.overlay(),
        first.dimension(),
        values,
        LinkLoads.of(all.stream().map(OverlayValues::links).toList()),
        all.stream().mapToDouble(OverlayValues::min).min().orElseThrow(),
        all.stream().mapToDouble(OverlayValues::max).max().orElseThrow());
  }
}
