package supernode.solve.cooling.heat;

import java.util.List;

/**
 * Hours of a weather table in which the outside cools without a compressor.
 *
 * @param free hours in which it reaches the supply temperature
 * @param partial hours in which it takes some of the heat
 * @param mechanical hours in which it takes none
 */
public record FreeCooling(double free, double partial, double mechanical) {
  /** One line of the table: it stands for so many hours. */
  public record Weather(double hours, double dryBulbC, double wetBulbC) {}

  /**
   * Counts them.
   *
   * @param approachK leaving water above the dry bulb, or the wet bulb when wet
   * @param supplyC wanted
   * @param returnC what comes back
   */
  public static FreeCooling of(
      List<Weather> table, boolean wet, double approachK, double supplyC, double returnC) {
    double free = 0;
    double partial = 0;
    double mechanical = 0;
    for (Weather w : table) {
      double reached = (wet ? w.wetBulbC() : w.dryBulbC()) + approachK;
      if (reached <= supplyC) {
        free += w.hours();
      } else if (reached < returnC) {
        partial += w.hours();
      } else {
        mechanical += w.hours();
      }
    }
    return new FreeCooling(free, partial, mechanical);
  }
}
