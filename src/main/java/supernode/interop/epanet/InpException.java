package supernode.interop.epanet;

import supernode.quantity.Text;

/** An input file that cannot be used; {@link #text()} names file, line and remedy. */
public final class InpException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient Text text;

  public InpException(String key, Object... values) {
    super(key + " " + java.util.List.of(values));
    this.text = Text.of(key, values);
  }

  public Text text() {
    return text;
  }
}
