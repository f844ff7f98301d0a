package supernode.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import supernode.catalog.Catalog;
import supernode.design.Design;
import supernode.design.DesignCheck;
import supernode.design.DesignException;
import supernode.quantity.Text;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads design files: wholly or, with a sentence that says why, not at all. */
public final class DesignReader {
  static final String FORMAT = "supernode-design";

  private DesignReader() {}

  /**
   * Reads a file.
   *
   * @param catalog what the design may use besides parts of its own
   * @throws StoreException naming file, place and remedy
   */
  public static StoredDesign read(Path file, Catalog catalog) {
    StoredDesign read = read(file.toString(), bytes(file), catalog);
    return new StoredDesign(read.design(), read.view(), Optional.of(file));
  }

  /**
   * Reads a design from memory.
   *
   * @param name what messages call it
   * @throws StoreException naming place and remedy
   */
  public static StoredDesign read(String name, byte[] bytes, Catalog catalog) {
    return read(name, Parsing.parse(name, bytes), catalog);
  }

  static StoredDesign read(String name, JsonNode document, Catalog catalog) {
    if (!document.path("format").asString("").equals(FORMAT)) {
      throw new StoreException(Text.of("store.foreign", name));
    }
    Migrations.migrate(name, (ObjectNode) document);
    Fields f = Fields.of(name, "", document);
    f.find("format");
    f.find("version");
    f.require("design");
    Design design = DesignForm.read(f.object("design").orElseThrow());
    View view = f.object("view").map(v -> ViewForm.read(v.node())).orElse(View.EMPTY);
    f.done();
    try {
      DesignCheck.require(design, catalog);
    } catch (DesignException e) {
      throw new StoreException(Text.of("store.unsound", name, e.text()));
    }
    return new StoredDesign(design, view, Optional.empty());
  }

  static byte[] bytes(Path file) {
    String name = file.toString();
    try {
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        throw new StoreException(Text.of("store.notAFile", name));
      }
      Parsing.requireSize(name, Files.size(file));
      try (InputStream in = Files.newInputStream(file)) {
        return in.readNBytes((int) Parsing.MAX_BYTES + 1);
      }
    } catch (NoSuchFileException _) {
      throw new StoreException(Text.of("store.noFile", name));
    } catch (IOException _) {
      throw new StoreException(Text.of("store.unreadable", name));
    }
  }
}
