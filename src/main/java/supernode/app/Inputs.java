package supernode.app;

import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import supernode.analysis.Analysis;
import supernode.analysis.Analyst;
import supernode.catalog.Catalog;
import supernode.catalog.CatalogReader;
import supernode.design.Design;
import supernode.quantity.Messages;

/** What commands on a design have in common: the file, the scenario, changes to try. */
final class Inputs {
  @Parameters(paramLabel = "FILE", description = "A design, *.supernode.json.")
  private Path file;

  @Mixin private Changes changes;

  static Catalog catalog() {
    return CatalogReader.withUserFolder(CatalogReader.shipped(), CatalogReader.userFolder());
  }

  static Messages systemMessages() {
    return new Messages(Messages.locale(Locale.getDefault().getLanguage()));
  }

  Path file() {
    return file;
  }

  Messages messages() {
    return changes.messages();
  }

  String scenario() {
    return changes.scenario();
  }

  /** The design with the changes to try applied. */
  Design design(Catalog catalog) {
    return changes.applied(file, catalog);
  }

  Analysis analysis(Catalog catalog) {
    return new Analyst(catalog).full(design(catalog), scenario(), () -> false);
  }
}
