package supernode.store;

import java.util.List;
import supernode.quantity.Text;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Brings older documents to the present version, step by step. */
final class Migrations {
  static final int CURRENT = 1;

  /** One for each older version, oldest first. */
  static final List<Migration> CHAIN = List.of(new FromVersion0());

  private Migrations() {}

  /**
   * @throws StoreException when the version is newer than this studio or none at all
   */
  static void migrate(String file, ObjectNode document) {
    JsonNode version = document.path("version");
    if (!version.isInt() || version.intValue() < 0) {
      throw new StoreException(Text.of("store.version", file, CURRENT));
    }
    if (version.intValue() > CURRENT) {
      throw new StoreException(Text.of("store.newer", file, version.intValue(), CURRENT));
    }
    for (Migration step : CHAIN) {
      if (step.from() >= version.intValue()) {
        step.apply(document);
        document.put("version", step.from() + 1);
      }
    }
  }
}
