package supernode.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import supernode.catalog.Catalog;
import supernode.store.DesignReader;
import supernode.store.DesignWriter;
import supernode.store.Samples;
import supernode.store.StoredDesign;

/** Files on disk, samples from the class path. */
public final class StoredFiles implements DesignFiles {
  private final Supplier<Catalog> catalog;

  /**
   * @param catalog what designs may use besides parts of their own
   */
  public StoredFiles(Catalog catalog) {
    this(() -> catalog);
  }

  /**
   * @param catalog what it is now; asked from whatever thread reads a file
   */
  StoredFiles(Supplier<Catalog> catalog) {
    this.catalog = catalog;
  }

  @Override
  public StoredDesign read(Path file) {
    return DesignReader.read(file, catalog.get());
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
    return Samples.read(name, catalog.get());
  }
}
