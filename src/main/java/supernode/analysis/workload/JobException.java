package supernode.analysis.workload;

import java.util.Optional;
import supernode.design.Setting;
import supernode.quantity.Text;

/**
 * A job that cannot be carried out as written: which constraint fails, and the nearest that holds.
 */
public final class JobException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient Text text;
  private final transient Optional<Setting.Group> nearest;

  private JobException(Text text, Optional<Setting.Group> nearest) {
    super(text.key());
    this.text = text;
    this.nearest = nearest;
  }

  public JobException(String key, Object... values) {
    this(Text.of(key, values), Optional.empty());
  }

  /** The same, with the whole job as it could be carried out. */
  public JobException withNearest(Setting.Group job) {
    return new JobException(text, Optional.of(job));
  }

  /** The nearest job that holds; empty where none is known. */
  public Optional<Setting.Group> nearest() {
    return nearest;
  }

  public Text text() {
    return text;
  }
}
