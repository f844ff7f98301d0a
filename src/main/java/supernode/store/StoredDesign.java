package supernode.store;

import java.nio.file.Path;
import java.util.Optional;
import supernode.design.Design;

/**
 * What a file holds.
 *
 * @param view how it was looked at last
 * @param file where it was read from; empty when it never was in a file
 */
public record StoredDesign(Design design, View view, Optional<Path> file) {
  /** A design that is in no file yet. */
  public static StoredDesign of(Design design) {
    return new StoredDesign(design, View.EMPTY, Optional.empty());
  }
}
