package supernode.catalog;

import supernode.quantity.Text;

/** What a reader says of what it cannot use. */
interface Complaints {
  /** The first one ends the reading. */
  Complaints THROWN =
      (_, text) -> {
        throw new CatalogException(text);
      };

  /**
   * Takes note of what is wrong; the reader leaves it out and reads on.
   *
   * @param pointer to the place, as in RFC 6901
   */
  void add(String pointer, Text text);
}
