package supernode.ui.shell;

import java.nio.file.Path;
import java.util.Optional;
import supernode.catalog.Catalog;
import supernode.catalog.CatalogReader;
import supernode.quantity.Messages;
import supernode.quantity.Text;
import supernode.store.OwnCatalog;
import supernode.store.StoreException;
import supernode.store.StoredDesign;

/**
 * What was read before the window opened.
 *
 * @param settings what is remembered of the user
 * @param messages their language
 * @param shipped the catalogue without the user's own
 * @param own the user's own parts
 * @param catalog both
 * @param design what to show; empty for the welcome panel
 * @param trouble why something could not be read
 */
record Loaded(
    Settings settings,
    Messages messages,
    Catalog shipped,
    OwnCatalog own,
    Catalog catalog,
    Optional<StoredDesign> design,
    Optional<Trouble> trouble) {
  /** A title and a sentence for the user. */
  record Trouble(Text title, Text sentence) {}

  static Loaded of(Start start) {
    Settings settings = Settings.ofUser();
    Messages messages = new Messages(Messages.locale(settings.language()));
    Catalog shipped = CatalogReader.shipped();
    OwnCatalog own = OwnCatalog.read(CatalogReader.userFolder());
    Catalog catalog = own.over(shipped);
    Optional<Trouble> trouble =
        own.troubles().stream()
            .findFirst()
            .map(why -> new Trouble(Text.of("ui.catalog.failed"), why));
    StoredFiles files = new StoredFiles(catalog);
    try {
      Optional<StoredDesign> design =
          switch (start) {
            case Start.Nothing() -> Optional.empty();
            case Start.OfFile(Path file) -> Optional.of(files.read(file));
            case Start.OfSample(String name) -> Optional.of(files.sample(name));
          };
      return new Loaded(settings, messages, shipped, own, catalog, design, trouble);
    } catch (StoreException e) {
      return new Loaded(
          settings,
          messages,
          shipped,
          own,
          catalog,
          Optional.empty(),
          Optional.of(new Trouble(Text.of("ui.open.failed", name(start)), e.text())));
    }
  }

  private static String name(Start start) {
    return switch (start) {
      case Start.Nothing() -> "";
      case Start.OfFile(Path file) -> String.valueOf(file.getFileName());
      case Start.OfSample(String name) -> name;
    };
  }
}
