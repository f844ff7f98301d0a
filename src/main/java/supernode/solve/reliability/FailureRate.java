package supernode.solve.reliability;

/**
 * How often something fails, in the flat part of its life: exponential times between failures.
 *
 * @param perHour 0 for what never fails
 */
public record FailureRate(double perHour) {
  private static final double FIT_PER_HOUR = 1e-9;

  public static final FailureRate NEVER = new FailureRate(0);

  /**
   * @throws IllegalArgumentException if negative or not finite
   */
  public FailureRate {
    if (!(perHour >= 0 && perHour < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("failures per hour " + perHour);
    }
  }

  /** Failures in a billion hours. */
  public static FailureRate ofFit(double fit) {
    return new FailureRate(fit * FIT_PER_HOUR);
  }

  public static FailureRate ofMtbfHours(double hours) {
    return new FailureRate(1 / hours);
  }

  /** Of so many equal parts in series: the first failure stops all. */
  public FailureRate times(double parts) {
    return new FailureRate(perHour * parts);
  }

  public FailureRate plus(FailureRate other) {
    return new FailureRate(perHour + other.perHour);
  }

  /** Mean time between failures, h; infinite for what never fails. */
  public double mtbfHours() {
    return 1 / perHour;
  }

  public double fit() {
    return perHour / FIT_PER_HOUR;
  }

  /** Share of the time that it is up when each repair takes so long. */
  public double availability(double repairHours) {
    return 1 / (1 + perHour * repairHours);
  }
}
