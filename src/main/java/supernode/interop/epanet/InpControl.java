package supernode.interop.epanet;

/** A simple control: a setting that a condition brings about. */
public record InpControl(String link, LinkSetting setting, Condition when) {
  /** When a control acts. */
  public sealed interface Condition {
    /**
     * A tank's level or a junction's pressure, in the file's units, is at most, or at least, so.
     */
    record Level(String node, boolean above, double value) implements Condition {}

    /** Seconds since the start. */
    record Time(long seconds) implements Condition {}

    /** Seconds since midnight. */
    record Clock(long seconds) implements Condition {}
  }
}
