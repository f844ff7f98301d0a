package supernode.solve.network.collective;

/** How a collective is timed. */
public enum Mode {
  /**
   * Latency of links and switches per step plus bytes over rate, on the links as drawn, without any
   * software: nobody is faster.
   */
  BOUND,
  /** With published efficiencies and start-up times: what to expect. */
  CALIBRATED;

  public String key() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
