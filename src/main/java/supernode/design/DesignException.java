package supernode.design;

import supernode.quantity.Text;

/** A design or an edit that cannot be; {@link #text()} names the place and the remedy. */
public class DesignException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient Text text;

  public DesignException(Text text) {
    super(text.key() + " " + text.values());
    this.text = text;
  }

  public Text text() {
    return text;
  }
}
