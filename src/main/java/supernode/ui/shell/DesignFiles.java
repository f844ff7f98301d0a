package supernode.ui.shell;

import java.nio.file.Path;
import java.util.List;
import supernode.store.Samples;
import supernode.store.StoreException;
import supernode.store.StoredDesign;

/** Designs on disk, and the samples that ship with the studio. */
public interface DesignFiles {
  /**
   * @throws StoreException when there is no whole design in the file
   */
  StoredDesign read(Path file);

  /**
   * Replaces the file in one step: after any failure the old one is still whole.
   *
   * @throws StoreException when it cannot be written
   */
  void write(StoredDesign design, Path file);

  /** The samples by subject, the one to begin with first. */
  List<Samples.Group> samples();

  /**
   * A sample; it is in no file of the user's.
   *
   * @throws StoreException when there is no such sample
   */
  StoredDesign sample(String name);
}
