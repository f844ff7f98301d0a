package supernode.analysis.workload;

import supernode.quantity.Text;

/**
 * A job that cannot be carried out as written: which constraint fails, and the nearest that holds.
 */
public final class JobException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient Text text;

  public JobException(String key, Object... values) {
    super(key);
    text = Text.of(key, values);
  }

  public Text text() {
    return text;
  }
}
