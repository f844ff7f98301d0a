package supernode.design;

import java.util.Locale;
import java.util.Optional;

/** What the endpoints of a fabric send. */
public record Traffic(Fabric fabric, Kind kind) {
  /** Traffic patterns. */
  public enum Kind {
    ALL_TO_ALL,
    RING,
    PERMUTATION;

    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Kind> ofKey(String key) {
      for (Kind k : values()) {
        if (k.key().equals(key)) {
          return Optional.of(k);
        }
      }
      return Optional.empty();
    }
  }
}
