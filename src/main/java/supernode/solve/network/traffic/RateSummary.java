package supernode.solve.network.traffic;

/** Least, mean and largest of some rates, byte/s; all 0 when there are none. */
public record RateSummary(double leastBytesPerS, double meanBytesPerS, double mostBytesPerS) {
  static RateSummary of(double[] rates) {
    if (rates.length == 0) {
      return new RateSummary(0, 0, 0);
    }
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    double sum = 0;
    for (double r : rates) {
      least = Math.min(least, r);
      most = Math.max(most, r);
      sum += r;
    }
    return new RateSummary(least, sum / rates.length, most);
  }
}
