package supernode.app;

import supernode.quantity.Text;

/** A command that cannot be carried out as given. */
final class BadInput extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient Text text;

  BadInput(String key, Object... values) {
    super(key);
    this.text = Text.of(key, values);
  }

  BadInput(Text text) {
    super(text.key());
    this.text = text;
  }

  Text text() {
    return text;
  }
}
