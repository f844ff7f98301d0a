package supernode.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import supernode.catalog.Catalog;
import supernode.catalog.CatalogInspection;
import supernode.catalog.CatalogReader;
import supernode.catalog.CatalogWriter;
import supernode.catalog.EntryImport;
import supernode.catalog.LinkType;
import supernode.catalog.Part;
import supernode.catalog.PartKind;
import supernode.interop.sheet.SheetReader;
import supernode.interop.sheet.SheetWriter;
import supernode.quantity.Messages;
import supernode.store.SafeFile;

/** {@code catalog export} and {@code catalog import}: entries as a spreadsheet. */
final class SheetCommands {
  private static final long MAX_BYTES = 32L << 20;

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
    EntryImport read =
        from.toString().endsWith(".json")
            ? CatalogInspection.of(from.toString(), bytes(from), Inputs.catalog())
            : SheetReader.read(new String(bytes(from), StandardCharsets.UTF_8), Inputs.catalog());
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

  private static byte[] bytes(Path from) {
    try {
      if (Files.size(from) > MAX_BYTES) {
        throw new BadInput("catalog.tooLarge", from.toString());
      }
      return Files.readAllBytes(from);
    } catch (IOException e) {
      throw new BadInput("catalog.unreadable", from.toString(), String.valueOf(e.getMessage()));
    }
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
    for (PartKind kind : PartKind.values()) {
      List<Part> own = read.parts().stream().filter(p -> p.kind() == kind).toList();
      if (!own.isEmpty()) {
        SafeFile.write(
            folder.resolve(stem + "-" + kind.key() + ".json"), CatalogWriter.parts(kind, own));
      }
    }
    if (!read.links().isEmpty()) {
      SafeFile.write(folder.resolve(stem + "-link.json"), CatalogWriter.links(read.links()));
    }
  }

  static Path folder(Path asked) {
    return asked == null ? CatalogReader.userFolder() : asked;
  }
}
