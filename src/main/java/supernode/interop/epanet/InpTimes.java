package supernode.interop.epanet;

/**
 * Times that bear on the state at time 0.
 *
 * @param patternStartS where in the patterns the run begins
 * @param startClockS time of day at which it begins
 */
public record InpTimes(long patternStepS, long patternStartS, long startClockS) {
  public static final InpTimes DEFAULT = new InpTimes(3600, 0, 0);
}
