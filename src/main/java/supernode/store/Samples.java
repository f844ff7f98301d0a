package supernode.store;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import supernode.catalog.Catalog;
import supernode.quantity.Text;

/** The designs that ship with the studio. */
public final class Samples {
  /** The one that the studio opens first. */
  public static final String FIRST = "gb200-nvl72";

  /** All of {@code sample-designs/}; a folder inside a jar cannot be listed cheaply. */
  public static final List<String> NAMES =
      List.of(
          FIRST,
          "hgx-h100",
          "mi300x-mesh",
          "h100-rail-1024",
          "cloudmatrix384",
          "atlas950-superpod",
          "tpu-v4-pod",
          "dragonfly-1056",
          "fat-tree-k48");

  private Samples() {}

  /**
   * Reads a sample.
   *
   * @param catalog what designs may use besides parts of their own
   * @throws StoreException when there is no sample of that name
   */
  public static StoredDesign read(String name, Catalog catalog) {
    String file = "/sample-designs/" + name + ".supernode.json";
    try (InputStream in = Samples.class.getResourceAsStream(file)) {
      if (in == null || !NAMES.contains(name)) {
        throw new StoreException(Text.of("store.noSample", name, String.join(", ", NAMES)));
      }
      return DesignReader.read(name, in.readAllBytes(), catalog);
    } catch (IOException _) {
      throw new StoreException(Text.of("store.unreadable", name));
    }
  }
}
