package supernode.solve.reliability;

/**
 * So many of so many must be up. The structure of a node with spare chips, of planes of a network,
 * of pumps and power shelves.
 *
 * @param needed of {@code parts}
 */
public record Redundancy(int needed, int parts) {
  /**
   * @throws IllegalArgumentException unless 1 ≤ needed ≤ parts
   */
  public Redundancy {
    if (needed < 1 || needed > parts) {
      throw new IllegalArgumentException(needed + " of " + parts);
    }
  }

  /**
   * Probability that enough are up, each being so on its own: a binomial tail.
   *
   * @param up probability of one
   */
  public double availability(double up) {
    double down = 1 - up;
    if (down <= 0) {
      return 1;
    }
    if (up <= 0) {
      return 0;
    }
    // Terms by their logarithms: thousands of parts underflow otherwise.
    double log = parts * Math.log(up);
    double sum = Math.exp(log);
    for (int i = 1; i <= parts - needed; i++) {
      log += Math.log((double) (parts - i + 1) / i) + Math.log(down) - Math.log(up);
      sum += Math.exp(log);
    }
    return Math.min(1, sum);
  }

  /** Mean time until too few are left, without repair, h. */
  public double meanHoursToFailure(FailureRate one) {
    double hours = 0;
    for (int up = parts; up >= needed; up--) {
      hours += one.mtbfHours() / up;
    }
    return hours;
  }
}
