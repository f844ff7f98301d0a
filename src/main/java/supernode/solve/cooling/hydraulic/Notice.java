package supernode.solve.cooling.hydraulic;

import supernode.quantity.Text;

/**
 * Something about a solution that a person should know.
 *
 * @param place label of the node or link it is about
 */
public record Notice(Kind kind, String place) {
  /** What was noticed. */
  public enum Kind {
    /** A closed loop without expansion vessel; the node named was held at an assumed pressure. */
    PINNED("pinned"),
    /** A node that no open link reaches. */
    ISOLATED("isolated"),
    /** Nothing drives this closed loop. */
    NO_DRIVE("noDrive"),
    /** A running pump that moves nothing. */
    DEAD_HEADED("deadHeaded"),
    /** Fluid is drawn from a part that nothing feeds. */
    UNFED("unfed"),
    /** A regulator that stands open because its setting is out of reach. */
    OUT_OF_REACH("outOfReach"),
    /** A check valve that shut. */
    CHECK_SHUT("checkShut"),
    /** A pump past the end of its curve: it adds no pressure. */
    PAST_CURVE("pastCurve"),
    /** Pressure below the atmosphere: air may be drawn in. */
    BELOW_ATMOSPHERE("belowAtmosphere"),
    /** A pump whose inlet is below the vapour pressure. */
    CAVITATION("cavitation"),
    /** A place where the pressure is below the vapour pressure. */
    BOILING("boiling"),
    /** The fluid left the temperatures for which its properties are known. */
    OUTSIDE_FLUID_RANGE("outsideFluidRange"),
    /** An exchanger at its full primary flow: the supply floats above its set point. */
    SATURATED("saturated"),
    /** A set point raised to stay above the dew point. */
    DEW_POINT("dewPoint"),
    /** Leakage that grows faster with temperature than the heat can leave: no steady state. */
    RUNAWAY("runaway"),
    /** A heated part without flow: no steady temperature. */
    STARVED("starved");

    private final String key;

    Kind(String key) {
      this.key = key;
    }
  }

  /** The sentence for people. */
  public Text text() {
    return Text.of("cooling.notice." + kind.key, place);
  }
}
