package supernode.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import supernode.catalog.Catalog;
import supernode.catalog.CatalogReader;
import supernode.catalog.CatalogWriter;
import supernode.catalog.EntryImport;
import supernode.catalog.LinkType;
import supernode.catalog.Part;
import supernode.catalog.PartKind;
import supernode.interop.sheet.PartsFile;
import supernode.interop.sheet.SheetWriter;
import supernode.quantity.Messages;
import supernode.store.OwnCatalog;
import supernode.store.SafeFile;

/** {@code catalog export} and {@code catalog import}: entries as a spreadsheet. */
final class SheetCommands {
  private SheetCommands() {}

  static void export(Catalog catalog, String kind, Path to) {
    List<Part> parts =
        catalog.parts().values().stream()
            .filter(p -> kind == null || p.kind().key().equals(kind))
            .toList();
    List<LinkType> links =
        catalog.links().values().stream().filter(_ -> kind == null || kind.equals("link")).toList();
    SafeFile.write(to, SheetWriter.text(parts, links).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @param keepGood whether entries without a problem are taken although others have one
   * @param folder where a file for each kind is written
   * @return how many problems there are
   */
  static int read(Path from, boolean keepGood, Path folder, Messages messages, PrintWriter err) {
    Catalog known = OwnCatalog.read(folder).over(Inputs.catalog());
    EntryImport read = PartsFile.read(from, from.toString(), known);
    for (EntryImport.Problem p : read.problems()) {
      err.println(messages.say("sheet.problem", from.toString(), p.line(), p.column(), p.text()));
    }
    if (read.problems().isEmpty() || keepGood) {
      write(read, stem(from), folder);
      err.println(
          messages.say("sheet.kept", read.parts().size() + read.links().size(), folder.toString()));
    } else {
      err.println(messages.say("sheet.nothingKept"));
    }
    err.flush();
    return read.problems().size();
  }

  private static String stem(Path file) {
    String name = file.getFileName().toString();
    return name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
  }

  private static void write(EntryImport read, String stem, Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new BadInput("catalog.unreadable", folder.toString(), String.valueOf(e.getMessage()));
    }
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (PartKind kind : PartKind.values()) {
      List<Part> own = read.parts().stream().filter(p -> p.kind() == kind).toList();
      if (!own.isEmpty()) {
        files.put(stem + "-" + kind.key(), CatalogWriter.parts(kind, own));
      }
    }
    if (!read.links().isEmpty()) {
      files.put(stem + "-link", CatalogWriter.links(read.links()));
    }
    // What could not be read back would keep all commands from the catalogue.
    files.forEach((name, bytes) -> {
      if (bytes.length > CatalogReader.MAX_BYTES) {
        throw new BadInput("catalog.tooLarge", name);
      }
    });
    files.forEach((name, bytes) -> SafeFile.write(fresh(folder, name), bytes));
  }

  /** What an earlier sheet of the name brought stays. */
  private static Path fresh(Path folder, String name) {
    Path file = folder.resolve(name + ".json");
    for (int n = 2; Files.exists(file); n++) {
      file = folder.resolve(name + "-" + n + ".json");
    }
    return file;
  }

  static Path folder(Path asked) {
    return asked == null ? CatalogReader.userFolder() : asked;
  }
}
