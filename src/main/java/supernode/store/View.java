package supernode.store;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a design was looked at: zoom, entered assembly, overlay. The store keeps it and does not know
 * what it means.
 *
 * @param values by key: strings, numbers, booleans, nulls, and lists and maps of these
 */
public record View(Map<String, Object> values) {
  public static final View EMPTY = new View(Map.of());

  public View {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }
}
