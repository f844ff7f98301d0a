package supernode.solve.workload.schedule;

/**
 * Chips that a service needs over the day: a cosine between its trough and its peak.
 *
 * @param troughShare of the peak
 * @param peakHour when it is highest
 * @param unit chips that it takes and gives back at a time
 */
public record Tide(String name, int peakChips, double troughShare, double peakHour, int unit) {
  private static final double DAY_S = 86400;

  public double demand(double timeS) {
    double phase = 2 * Math.PI * (timeS - peakHour * 3600) / DAY_S;
    return peakChips * (troughShare + (1 - troughShare) * (1 + Math.cos(phase)) / 2);
  }

  /** Whole units that cover a demand. */
  int units(double demand) {
    return (int) Math.ceil(demand / unit - 1e-9);
  }
}
