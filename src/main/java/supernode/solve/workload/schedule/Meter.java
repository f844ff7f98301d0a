package supernode.solve.workload.schedule;

import java.util.Arrays;
import java.util.List;

/** Adds up what the chips did over the day. */
final class Meter {
  private static final int PARTS = 96;

  private final double chips;
  private final double partS;
  private final double[] course = new double[PARTS];
  private final Peaks.Quarters worked;
  private double seconds;
  private double training;
  private double useful;
  private double served;
  private double demanded;
  private double strandedS;
  private double free;
  private double lost;
  private double peak;

  /**
   * @param endS of what is looked at
   */
  Meter(int chips, double endS) {
    this.chips = chips;
    partS = endS / PARTS;
    worked = new Peaks.Quarters(endS);
  }

  /**
   * Chips that nothing runs on.
   *
   * @param largest that one job could get
   * @param strands whether a job waits that has enough of them by number
   */
  record Idle(int free, int largest, boolean strands) {}

  void advance(
      double span,
      double trainingChips,
      double usefulChips,
      double served,
      double demand,
      Idle idle) {
    spread(span, usefulChips + served);
    worked.add(seconds, seconds + span, trainingChips + served);
    seconds += span;
    training += span * trainingChips;
    useful += span * usefulChips;
    this.served += span * served;
    demanded += span * demand;
    free += span * idle.free;
    lost += span * Math.max(0, idle.free - idle.largest);
    strandedS += idle.strands ? span * idle.free : 0;
    if (span > 0) {
      peak = Math.max(peak, trainingChips + served);
    }
  }

  /** Adds to the parts of the time that a span lies in. */
  private void spread(double span, double working) {
    double at = seconds;
    double end = seconds + span;
    while (at < end) {
      int part = Math.min(PARTS - 1, (int) (at / partS + 1e-9));
      double until = part == PARTS - 1 ? end : Math.min(end, (part + 1) * partS);
      course[part] += working * (until - at);
      at = Math.max(until, Math.nextUp(at));
    }
  }

  List<Double> course() {
    return Arrays.stream(course).map(c -> c / (chips * partS)).boxed().toList();
  }

  /** Chips that worked, mean of every quarter of an hour. */
  double[] worked() {
    return worked.means();
  }

  double utilisation() {
    return (training + served) / (chips * seconds);
  }

  double usefulUtilisation() {
    return (useful + served) / (chips * seconds);
  }

  double trainingUtilisation() {
    return training / (chips * seconds);
  }

  double stranded() {
    return strandedS / (chips * seconds);
  }

  double fragmentation() {
    return free > 0 ? lost / free : 0;
  }

  double unmetShare() {
    return demanded > 0 ? Math.max(0, 1 - served / demanded) : 0;
  }

  double peakToMean() {
    double mean = (training + served) / seconds;
    return mean > 0 ? peak / mean : 1;
  }
}
