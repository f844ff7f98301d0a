package supernode.store;

import supernode.quantity.Text;

/** A file that cannot be read or written; {@link #text()} names file, place and remedy. */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient Text text;

  public StoreException(Text text) {
    super(text.key() + " " + text.values());
    this.text = text;
  }

  public Text text() {
    return text;
  }
}
