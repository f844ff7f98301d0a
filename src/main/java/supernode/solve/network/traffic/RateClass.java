package supernode.solve.network.traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Flows that get almost the same.
 *
 * @param rateBytesPerS of each; 0 for those without a way
 * @param flows how many
 */
public record RateClass(double rateBytesPerS, double flows) {
  /** Classes that are told apart at most; beyond, neighbours are joined. */
  public static final int MOST = 64;

  /** Significant digits to which rates are the same. */
  private static final double DIGITS = 1e9;

  static List<RateClass> of(FlowRates rates) {
    TreeMap<Double, double[]> byRate = new TreeMap<>();
    rates.eachRate((rate, n) -> {
      double[] sum = byRate.computeIfAbsent(rounded(rate), _ -> new double[2]);
      sum[0] += rate * n;
      sum[1] += n;
    });
    List<RateClass> classes = new ArrayList<>();
    int together = Math.ceilDiv(Math.max(1, byRate.size()), MOST);
    double[] open = new double[2];
    int members = 0;
    for (Map.Entry<Double, double[]> e : byRate.entrySet()) {
      open[0] += Double.isInfinite(e.getKey()) ? 0 : e.getValue()[0];
      open[1] += e.getValue()[1];
      members++;
      if (members == together || e.getKey().equals(byRate.lastKey())) {
        double mean = Double.isInfinite(e.getKey()) ? e.getKey() : open[0] / open[1];
        classes.add(new RateClass(mean, open[1]));
        open = new double[2];
        members = 0;
      }
    }
    return classes;
  }

  private static double rounded(double rate) {
    if (rate == 0 || Double.isInfinite(rate)) {
      return rate;
    }
    double unit = Math.pow(10, Math.floor(Math.log10(rate))) / DIGITS;
    return Math.rint(rate / unit) * unit;
  }
}
