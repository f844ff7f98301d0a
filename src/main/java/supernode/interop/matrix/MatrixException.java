package supernode.interop.matrix;

import supernode.quantity.Text;

/** A traffic matrix that cannot be read; {@link #text()} names file, place and remedy. */
public final class MatrixException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient Text text;

  MatrixException(String key, Object... values) {
    super(key);
    this.text = Text.of(key, values);
  }

  public Text text() {
    return text;
  }
}
