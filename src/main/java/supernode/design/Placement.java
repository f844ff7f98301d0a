package supernode.design;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import supernode.catalog.Property;

/**
 * Equal instances of a part or assembly inside an assembly.
 *
 * @param of id of an assembly of the design or of a part
 * @param count how many, 1 to {@link Bounds#MAX_COUNT}
 * @param overrides values that replace the catalogue's for all of them, SI; of an assembly only its
 *     spares
 */
public record Placement(
    String of, int count, Arrangement arrangement, Map<Property, Double> overrides) {
  public Placement {
    EnumMap<Property, Double> copy = new EnumMap<>(Property.class);
    copy.putAll(overrides);
    overrides = Collections.unmodifiableMap(copy);
  }

  public Placement withCount(int next) {
    return new Placement(of, next, arrangement, overrides);
  }

  public Placement withArrangement(Arrangement next) {
    return new Placement(of, count, next, overrides);
  }

  public Placement withOverrides(Map<Property, Double> next) {
    return new Placement(of, count, arrangement, next);
  }

  public Placement withOf(String next) {
    return new Placement(next, count, arrangement, overrides);
  }
}
