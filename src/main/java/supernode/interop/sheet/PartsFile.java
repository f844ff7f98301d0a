package supernode.interop.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import supernode.catalog.Catalog;
import supernode.catalog.CatalogException;
import supernode.catalog.CatalogInspection;
import supernode.catalog.CatalogReader;
import supernode.catalog.EntryImport;
import supernode.quantity.Text;

/** A file of somebody's parts, a sheet or a catalogue file. */
public final class PartsFile {
  private PartsFile() {}

  /**
   * @param name as messages give it
   * @param known whose ids are taken
   * @throws CatalogException when it cannot be read at all
   */
  public static EntryImport read(Path file, String name, Catalog known) {
    byte[] bytes = bytes(file, name);
    EntryImport read =
        file.toString().toLowerCase(Locale.ROOT).endsWith(".json")
            ? CatalogInspection.of(name, bytes, known)
            : SheetReader.read(bytes, known);
    return read.size() == 0 && read.problems().isEmpty()
        ? EntryImport.refused(1, 1, Text.of("sheet.none"))
        : read;
  }

  private static byte[] bytes(Path file, String name) {
    try {
      // Pipes and devices may never end.
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        throw new CatalogException(Text.of("catalog.notAFile", name));
      }
      try (InputStream in = Files.newInputStream(file)) {
        byte[] bytes = in.readNBytes((int) CatalogReader.MAX_BYTES + 1);
        if (bytes.length > CatalogReader.MAX_BYTES) {
          throw new CatalogException(Text.of("catalog.tooLarge", name));
        }
        return bytes;
      }
    } catch (IOException e) {
      throw new CatalogException(Text.of("catalog.unreadable", name, reason(e)));
    }
  }

  private static String reason(IOException e) {
    return e.getClass().getSimpleName().replace("Exception", "");
  }
}
