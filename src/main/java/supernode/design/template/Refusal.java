package supernode.design.template;

import supernode.design.DesignException;
import supernode.quantity.Text;

/** A parameter that cannot be; its text names the nearest that can, where there is one. */
public final class Refusal extends DesignException {
  private static final long serialVersionUID = 1;
  private final String parameter;

  /**
   * @param parameter its key, as in {@link Parameters#KEYS}
   */
  Refusal(String parameter, Text text) {
    super(text);
    this.parameter = parameter;
  }

  /** The one that is to change. */
  public String parameter() {
    return parameter;
  }
}
