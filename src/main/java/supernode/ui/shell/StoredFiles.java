package supernode.ui.shell;

import java.nio.file.Path;
import java.util.List;
import supernode.catalog.Catalog;
import supernode.store.DesignReader;
import supernode.store.DesignWriter;
import supernode.store.Samples;
import supernode.store.StoredDesign;

/** Files on disk, samples from the class path. */
public final class StoredFiles implements DesignFiles {
  private final Catalog catalog;

  /**
   * @param catalog what designs may use besides parts of their own
   */
  public StoredFiles(Catalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public StoredDesign read(Path file) {
    return DesignReader.read(file, catalog);
  }

  @Override
  public void write(StoredDesign design, Path file) {
    DesignWriter.write(design, file);
  }

  @Override
  public List<Samples.Group> samples() {
    return Samples.GROUPS;
  }

  @Override
  public StoredDesign sample(String name) {
    return Samples.read(name, catalog);
  }
}
