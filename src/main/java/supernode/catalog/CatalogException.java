package supernode.catalog;

import supernode.quantity.Text;

/** A catalogue file that cannot be used; {@link #text()} names file, place and remedy. */
public final class CatalogException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient Text text;

  public CatalogException(Text text) {
    super(text.key() + " " + text.values());
    this.text = text;
  }

  public Text text() {
    return text;
  }
}
