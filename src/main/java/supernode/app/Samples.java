package supernode.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import supernode.catalog.Catalog;
import supernode.store.DesignReader;
import supernode.store.StoredDesign;

/** The designs that ship with the studio. */
final class Samples {
  static final String FIRST = "gb200-nvl72";
  static final List<String> NAMES = List.of(FIRST, "hgx-h100", "mi300x-mesh");

  private Samples() {}

  static StoredDesign read(String name, Catalog catalog) {
    String file = "/sample-designs/" + name + ".supernode.json";
    try (InputStream in = Samples.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new BadInput("app.noTemplate", name, String.join(", ", NAMES));
      }
      return DesignReader.read(file, in.readAllBytes(), catalog);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
