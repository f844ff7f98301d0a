package supernode.store;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes design files. Equal designs give equal bytes if their entries are in the same order. */
public final class DesignWriter {
  private DesignWriter() {}

  /**
   * Saves a design; until the new file is whole on disk, the old one stays.
   *
   * @throws StoreException when it cannot be saved; the old file is then as it was
   */
  public static void write(StoredDesign stored, Path file) {
    SafeFile.write(Disk.REAL, file, toBytes(stored));
  }

  /** The file's content. */
  public static byte[] toBytes(StoredDesign stored) {
    return Layout.print(document(stored)).getBytes(StandardCharsets.UTF_8);
  }

  static ObjectNode document(StoredDesign stored) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("format", DesignReader.FORMAT).put("version", Migrations.CURRENT);
    document.set("design", DesignForm.write(stored.design()));
    document.set("view", ViewForm.write(stored.view()));
    return document;
  }
}
