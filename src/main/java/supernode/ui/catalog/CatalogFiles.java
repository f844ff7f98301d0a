package supernode.ui.catalog;

import java.nio.file.Path;
import java.util.Optional;

/** Asks where files of the catalogue are, and where they go. */
public interface CatalogFiles {
  Optional<Path> toImport();

  /**
   * @param ending without its dot
   */
  Optional<Path> toWrite(String suggestedName, String ending);
}
