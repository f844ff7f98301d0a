package supernode.interop.graph;

/** Whether hosts of a graph file pass on what is not for them, and why. */
public enum ForwardingRule {
  /** The file or the reader says that they do. */
  GIVEN("given", true),
  /** The file or the reader says that they do not. */
  GIVEN_NOT("given", false),
  /** All vertices are hosts. */
  NO_SWITCHES("noSwitches", true),
  /** Some pair of hosts in one piece has no way but past other hosts. */
  NO_OTHER_WAY("noOtherWay", true),
  /** Every pair of hosts in one piece is joined past switches, or side by side. */
  SWITCHES_SUFFICE("switchesSuffice", false);

  private final String key;
  private final boolean forward;

  ForwardingRule(String key, boolean forward) {
    this.key = key;
    this.forward = forward;
  }

  public String key() {
    return key;
  }

  public boolean forward() {
    return forward;
  }
}
