package supernode.ui.shell;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import supernode.catalog.Catalog;
import supernode.quantity.Text;
import supernode.store.DesignReader;
import supernode.store.DesignWriter;
import supernode.store.StoreException;
import supernode.store.StoredDesign;

/** Files on disk, samples from the class path. */
public final class StoredFiles implements DesignFiles {
  /** The samples in {@code sample-designs/}; a folder inside a jar cannot be listed cheaply. */
  static final List<String> SAMPLES = List.of("gb200-nvl72", "hgx-h100", "mi300x-mesh");

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
  public List<String> samples() {
    return SAMPLES;
  }

  @Override
  public StoredDesign sample(String name) {
    String resource = "/sample-designs/" + name + Documents.SUFFIX;
    try (InputStream in = StoredFiles.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new StoreException(Text.of("ui.sample.none", name, String.join(", ", SAMPLES)));
      }
      return DesignReader.read(name, in.readAllBytes(), catalog);
    } catch (IOException e) {
      throw new StoreException(Text.of("store.unreadable", name));
    }
  }
}
