package supernode.solve.cooling.dynamic;

import supernode.quantity.Text;

/**
 * Something that happens in a run.
 *
 * @param place label of the chip, unit or pump
 */
public record TransientEvent(double timeS, Kind kind, String place) {
  /** What happens. */
  public enum Kind {
    /** A junction reaches its limit: the chip gives way. */
    THROTTLED("throttled"),
    /** Memory passes its limit. */
    MEMORY_HOT("memoryHot"),
    /** A junction reaches its trip: the chip is off from here on. */
    TRIPPED("tripped"),
    /** A pump has come to rest. */
    PUMP_RESTS("pumpRests"),
    /** A standby pump, or a starting one, has reached its speed. */
    PUMP_RUNS("pumpRuns"),
    /** An exchanger's valve is wide open and the supply floats. */
    SATURATED("saturated"),
    /** The vessel is empty and the pumps are stopped. */
    RAN_DRY("ranDry"),
    /** Coolant boils. */
    BOILS("boils");

    private final String key;

    Kind(String key) {
      this.key = key;
    }

    /** Name in files. */
    public String key() {
      return key;
    }
  }

  /** The sentence for people. */
  public Text text() {
    return Text.of("cooling.event." + kind.key, place, timeS);
  }
}
