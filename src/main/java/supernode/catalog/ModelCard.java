package supernode.catalog;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * A model as it is published: the dimensions of its shape, each with its source. What follows from
 * them, parameters and operations, is worked out and never typed in.
 *
 * @param values by field; of a list its items
 */
public record ModelCard(
    String id, String name, String vendor, Kind kind, Map<ModelField, List<Sourced>> values) {
  /** What a model is for. */
  public enum Kind {
    LANGUAGE,
    VISION,
    RECOMMENDER,
    SCORING;

    public String key() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  public ModelCard {
    EnumMap<ModelField, List<Sourced>> copy = new EnumMap<>(ModelField.class);
    values.forEach((field, list) -> copy.put(field, List.copyOf(list)));
    values = Collections.unmodifiableMap(copy);
  }

  public boolean has(ModelField field) {
    return values.containsKey(field);
  }

  /** A whole number; empty where none is given. */
  public OptionalLong find(ModelField field) {
    List<Sourced> list = values.get(field);
    return list == null ? OptionalLong.empty() : OptionalLong.of((long) list.getFirst().value());
  }

  public long get(ModelField field, long otherwise) {
    return find(field).orElse(otherwise);
  }

  /** Whether a switch is on; off where nothing is said. */
  public boolean is(ModelField field) {
    return get(field, 0) == 1;
  }

  /** The items of a list; none where none is given. */
  public long[] list(ModelField field) {
    return values.getOrDefault(field, List.of()).stream()
        .mapToLong(s -> (long) s.value())
        .toArray();
  }
}
