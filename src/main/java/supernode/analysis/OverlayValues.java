package supernode.analysis;

import java.util.Map;
import java.util.OptionalDouble;
import supernode.quantity.Dimension;

/**
 * A measured value for each instance that has one.
 *
 * @param byPlace by instance path, SI
 * @param min lower end of the scale
 * @param max upper end of the scale
 */
public record OverlayValues(
    Overlay overlay, Dimension dimension, Map<String, Double> byPlace, double min, double max) {
  public OptionalDouble at(String place) {
    Double v = byPlace.get(place);
    return v == null ? OptionalDouble.empty() : OptionalDouble.of(v);
  }
}
