package supernode.solve.workload.schedule;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Chips that are wanted at most and those that worked at most, in means of a quarter of an hour, as
 * a supply is metered.
 *
 * @param apartChips if training and each service had chips of their own: the sum of their peaks, of
 *     what is wanted as it comes
 * @param wantedChips by all together as it comes, on a machine of any size
 * @param chips that worked, at most
 * @param lowestChips that worked, at least
 */
public record Peaks(double apartChips, double wantedChips, double chips, double lowestChips) {
  static final double QUARTER_S = 900;

  /** Share of the peaks apart that is not needed. */
  public double shavedShare() {
    return apartChips > 0 ? 1 - chips / apartChips : 0;
  }

  /**
   * Power of the accelerators, W.
   *
   * @param working chips
   * @param there chips; the others are idle
   * @param eachW of a chip that works
   * @param idleShare of it that an idle one takes
   */
  public static double watts(double working, int there, double eachW, double idleShare) {
    return eachW * (working + idleShare * Math.max(0, there - working));
  }

  /** Of what a day brings and what became of it. */
  static Peaks of(DayPlan plan, double endS, double[] worked) {
    double[] training = wanted(plan.tasks(), endS);
    double[] all = training.clone();
    double apart = most(training);
    for (Tide tide : plan.tides()) {
      double peak = 0;
      for (int q = 0; q < all.length; q++) {
        double here = tide.demand(q * QUARTER_S);
        peak = Math.max(peak, here);
        all[q] += here;
      }
      apart += peak;
    }
    return new Peaks(apart, most(all), most(worked), Arrays.stream(worked).min().orElse(0));
  }

  static int quarters(double endS) {
    return (int) Math.ceil(endS / QUARTER_S - 1e-9);
  }

  /** Chips that jobs would have if each started when it came. */
  private static double[] wanted(List<Task> tasks, double endS) {
    Quarters quarters = new Quarters(endS);
    for (Task t : tasks) {
      quarters.add(t.arrivalS(), Math.min(endS, t.arrivalS() + t.seconds()), t.chips());
    }
    return quarters.means();
  }

  private static double most(double[] chips) {
    return DoubleStream.of(chips).max().orElse(0);
  }

  /** Means over quarters of an hour of what is added by spans. */
  static final class Quarters {
    private final double endS;
    private final double[] partly;

    /** By quarter, what is more than in the one before. */
    private final double[] more;

    Quarters(double endS) {
      this.endS = endS;
      partly = new double[quarters(endS)];
      more = new double[partly.length + 1];
    }

    void add(double from, double to, double chips) {
      if (!(to > from)) {
        return;
      }
      int first = at(from);
      int last = at(Math.nextDown(to));
      if (first == last) {
        partly[first] += chips * (to - from);
        return;
      }
      partly[first] += chips * ((first + 1) * QUARTER_S - from);
      partly[last] += chips * (to - last * QUARTER_S);
      more[first + 1] += chips;
      more[last] -= chips;
    }

    private int at(double timeS) {
      return Math.clamp((int) (timeS / QUARTER_S), 0, partly.length - 1);
    }

    double[] means() {
      double[] means = new double[partly.length];
      double whole = 0;
      for (int q = 0; q < means.length; q++) {
        whole += more[q];
        double span = Math.min(QUARTER_S, endS - q * QUARTER_S);
        means[q] = whole + partly[q] / span;
      }
      return means;
    }
  }
}
