package supernode.catalog;

import java.util.List;
import java.util.Optional;

/**
 * A catalogue entry that is looked up, not placed: a coolant at one temperature, a limit class.
 *
 * @param id unique over all entries
 * @param name as people call it
 * @param vendor who publishes it; empty for generic ones
 */
public record Reference(String id, Kind kind, String name, String vendor, Values values) {
  /** Families of references; each has one catalogue file named after its key. */
  public enum Kind {
    /** Properties of a coolant at one temperature. */
    COOLANT("coolant"),
    /** Temperatures and flows that standards and makers allow or ask for. */
    LIMIT("limit");

    private final String key;

    Kind(String key) {
      this.key = key;
    }

    /** Name in files. */
    public String key() {
      return key;
    }

    public static Optional<Kind> ofKey(String key) {
      return List.of(values()).stream().filter(k -> k.key.equals(key)).findFirst();
    }
  }
}
