package supernode.solve.workload.schedule;

import java.util.Locale;

/** Who may use which chips. */
public enum Policy {
  /** Training and inference have chips of their own. */
  STATIC,
  /** One pool; inference takes what it needs at the time, if it is free. */
  POOL,
  /**
   * One pool; room for inference is made ahead of the tide, by training jobs that shrink and grow.
   */
  ELASTIC;

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
