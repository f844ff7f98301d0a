package supernode.design;

import java.util.List;

/**
 * The weather of a place over a year, hours alike gathered.
 *
 * @param source where it comes from: the name of a file
 */
public record WeatherYear(String source, List<Bin> bins) {
  /** Most entries of {@link #bins}: each is solved on its own. */
  public static final int MAX_BINS = 4000;

  /** A leap year's hours. */
  public static final double MAX_HOURS = 8784;

  /** Coldest and hottest that is weather, degrees C. */
  public static final double MIN_C = -60;

  public static final double MAX_C = 60;

  public WeatherYear {
    bins = List.copyOf(bins);
  }

  /** So many hours of the same weather. */
  public record Bin(double dryBulbC, double wetBulbC, double hours) {
    /** Whether it is weather at all. */
    public boolean valid() {
      return dryBulbC >= MIN_C
          && dryBulbC <= MAX_C
          && wetBulbC >= MIN_C
          && wetBulbC <= dryBulbC
          && hours > 0
          && hours <= MAX_HOURS;
    }
  }

  public double hours() {
    return bins.stream().mapToDouble(Bin::hours).sum();
  }
}
