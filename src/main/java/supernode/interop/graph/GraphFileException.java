package supernode.interop.graph;

import supernode.quantity.Text;

/** A graph file that cannot be read; {@link #text()} names file, place and remedy. */
public final class GraphFileException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient Text text;

  GraphFileException(Text text) {
    super(text.key() + " " + text.values());
    this.text = text;
  }

  public Text text() {
    return text;
  }
}
