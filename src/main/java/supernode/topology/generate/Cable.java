package supernode.topology.generate;

import java.util.Arrays;
import java.util.Optional;

/** What a generated link joins; each may have its own rate, latency and length. */
public enum Cable {
  /** Endpoint to switch. */
  HOST("host"),
  /** Endpoint to endpoint, or router to router in a grid. */
  DIRECT("direct"),
  /** Inside a group of routers. */
  LOCAL("local"),
  /** Between groups of routers. */
  GLOBAL("global"),
  /** Switch to the next tier. */
  UPLINK("uplink"),
  /** To the topmost of three tiers or more. */
  CORE("core"),
  /** Inside a server or a rack: the scale-up fabric. */
  SCALE_UP("scale-up"),
  /** Endpoint to endpoint through an optical circuit switch. */
  OPTICAL("optical"),
  /** Between sites. */
  INTER_SITE("inter-site");

  private final String key;

  Cable(String key) {
    this.key = key;
  }

  public String key() {
    return key;
  }

  public static Optional<Cable> ofKey(String key) {
    return Arrays.stream(values()).filter(c -> c.key.equals(key)).findFirst();
  }
}
