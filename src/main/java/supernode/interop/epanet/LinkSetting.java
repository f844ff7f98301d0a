package supernode.interop.epanet;

import java.util.OptionalDouble;

/**
 * What a status or a control makes of a link.
 *
 * @param value speed of a pump, setting of a valve; empty where only open or closed is said
 */
public record LinkSetting(Status status, OptionalDouble value) {
  /** Fixed open, closed, or working by its setting. */
  public enum Status {
    OPEN,
    CLOSED,
    ACTIVE
  }

  public static LinkSetting of(Status status) {
    return new LinkSetting(status, OptionalDouble.empty());
  }

  public static LinkSetting active(double value) {
    return new LinkSetting(Status.ACTIVE, OptionalDouble.of(value));
  }
}
