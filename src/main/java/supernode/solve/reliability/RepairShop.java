package supernode.solve.reliability;

/**
 * Equal parts that fail when in use and are mended by crews, one part at a time each: the machine
 * repair problem, a birth-death chain in its steady state.
 *
 * @param inUse parts that work at once
 * @param spares cold ones that step in at once and do not fail on the shelf
 * @param repairHours of one crew for one part
 */
public record RepairShop(int inUse, int spares, FailureRate one, double repairHours, int crews) {
  /**
   * @throws IllegalArgumentException without parts or crews
   */
  public RepairShop {
    if (inUse < 1 || spares < 0 || crews < 1 || !(repairHours > 0)) {
      throw new IllegalArgumentException(inUse + " parts, " + crews + " crews");
    }
  }

  /** Probabilities that 0, 1, 2, ... parts are down. */
  public double[] down() {
    int all = inUse + spares;
    double[] log = new double[all + 1];
    double most = 0;
    for (int i = 1; i <= all; i++) {
      double failing = Math.min(inUse, all - i + 1) * one.perHour();
      double mending = Math.min(crews, i) / repairHours;
      log[i] = log[i - 1] + Math.log(failing) - Math.log(mending);
      most = Math.max(most, log[i]);
    }
    double sum = 0;
    double[] p = new double[all + 1];
    for (int i = 0; i <= all; i++) {
      p[i] = Math.exp(log[i] - most);
      sum += p[i];
    }
    for (int i = 0; i <= all; i++) {
      p[i] /= sum;
    }
    return p;
  }

  /** Share of the time that all places are filled. */
  public double fullAvailability() {
    double[] p = down();
    double sum = 0;
    for (int i = 0; i <= spares; i++) {
      sum += p[i];
    }
    return sum;
  }

  /** Mean number of places that are filled. */
  public double meanWorking() {
    double[] p = down();
    double mean = 0;
    for (int i = 0; i < p.length; i++) {
      mean += p[i] * Math.min(inUse, inUse + spares - i);
    }
    return mean;
  }

  /** Fewest spares with which all places are filled so large a share of the time; -1 if beyond. */
  public int sparesFor(double availability, int most) {
    for (int s = 0; s <= most; s++) {
      if (new RepairShop(inUse, s, one, repairHours, crews).fullAvailability() >= availability) {
        return s;
      }
    }
    return -1;
  }
}
