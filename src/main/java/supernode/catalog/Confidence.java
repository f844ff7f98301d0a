package supernode.catalog;

import java.util.Locale;
import java.util.Optional;

/** How a value came to be known. */
public enum Confidence {
  /** Read on a public page that the source names. */
  SEEN,
  /** Known from a public document that was not read again. */
  MEMORY,
  /** Derived; the note says how. */
  ESTIMATE,
  /** Nothing public: a stated guess. */
  ASSUMPTION,
  /** Set by the user in this design. */
  USER;

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Confidence> ofKey(String key) {
    for (Confidence c : values()) {
      if (c.key().equals(key)) {
        return Optional.of(c);
      }
    }
    return Optional.empty();
  }
}
