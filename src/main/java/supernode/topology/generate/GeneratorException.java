package supernode.topology.generate;

import supernode.quantity.Text;

/** Parameters of which no fabric can be made; {@link #text()} names the key and the remedy. */
public final class GeneratorException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient Text text;

  public GeneratorException(Text text) {
    super(text.key() + " " + text.values());
    this.text = text;
  }

  public Text text() {
    return text;
  }
}
