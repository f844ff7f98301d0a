package supernode.quantity;

/** Whole parts of a number. */
public final class Divisors {
  private Divisors() {}

  /** The divisor that lies nearest to a value, by the factor between them. */
  public static long nearest(long value, long whole) {
    long best = 1;
    for (long d = 1; d * d <= whole; d++) {
      if (whole % d == 0) {
        best = nearer(nearer(best, d, value), whole / d, value);
      }
    }
    return best;
  }

  private static long nearer(long a, long b, long value) {
    return Math.abs(Math.log((double) b / value)) < Math.abs(Math.log((double) a / value)) ? b : a;
  }
}
