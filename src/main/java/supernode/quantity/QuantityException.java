package supernode.quantity;

/** A text that does not read as a quantity; {@link #text()} says why, for people. */
public final class QuantityException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient Text text;

  public QuantityException(Text text) {
    super(text.key() + " " + text.values());
    this.text = text;
  }

  public Text text() {
    return text;
  }
}
