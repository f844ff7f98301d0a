package supernode.solve.workload.schedule;

import java.util.Arrays;

/** Free chips of equal domains. */
final class ChipPool {
  private final int domainSize;
  private final boolean bounded;
  private final int[] free;
  private int total;

  /**
   * All free.
   *
   * @param bounded whether jobs keep to as few domains as they need
   */
  ChipPool(int domains, int domainSize, boolean bounded) {
    this.domainSize = domainSize;
    this.bounded = bounded;
    free = new int[domains];
    Arrays.fill(free, domainSize);
    total = domains * domainSize;
  }

  int free() {
    return total;
  }

  /** Most chips that one job could get now within its bounds. */
  int largest() {
    int most = 0;
    int whole = 0;
    for (int f : free) {
      most = Math.max(most, f);
      whole += f == domainSize ? domainSize : 0;
    }
    return bounded ? Math.max(most, whole) : total;
  }

  /** Chips for a job; null when there are none within its bounds. */
  Placement take(int chips) {
    if (chips > total) {
      return null;
    }
    return bounded ? takeBounded(chips) : takeScattered(chips);
  }

  /** The fullest domain that has room; for large jobs whole domains first. */
  private Placement takeBounded(int chips) {
    int whole = chips / domainSize;
    int rest = chips % domainSize;
    int[] domains = new int[whole + (rest > 0 ? 1 : 0)];
    int[] counts = new int[domains.length];
    int found = 0;
    int tightest = -1;
    for (int d = 0; d < free.length; d++) {
      if (free[d] == domainSize && found < whole) {
        domains[found] = d;
        counts[found++] = domainSize;
      } else if (rest > 0 && free[d] >= rest && (tightest < 0 || free[d] < free[tightest])) {
        tightest = d;
      }
    }
    if (found < whole || (rest > 0 && tightest < 0)) {
      return null;
    }
    if (rest > 0) {
      domains[whole] = tightest;
      counts[whole] = rest;
    }
    return taken(new Placement(domains, counts));
  }

  /** From wherever, in order: nobody looks where the domains end. */
  private Placement takeScattered(int chips) {
    int[] domains = new int[free.length];
    int[] counts = new int[free.length];
    int found = 0;
    int left = chips;
    for (int d = 0; d < free.length && left > 0; d++) {
      if (free[d] > 0) {
        domains[found] = d;
        counts[found] = Math.min(left, free[d]);
        left -= counts[found++];
      }
    }
    return taken(new Placement(Arrays.copyOf(domains, found), Arrays.copyOf(counts, found)));
  }

  private Placement taken(Placement p) {
    for (int i = 0; i < p.domains().length; i++) {
      free[p.domains()[i]] -= p.chips()[i];
      total -= p.chips()[i];
    }
    return p;
  }

  void give(Placement p) {
    for (int i = 0; i < p.domains().length; i++) {
      free[p.domains()[i]] += p.chips()[i];
      total += p.chips()[i];
    }
  }

  /**
   * How much slower exchange is than in as few domains as the chips need: what leaves a domain goes
   * over the slower network.
   *
   * @param ratio of the rates inside and between domains
   */
  double exchangeSlowdown(Placement p, double ratio) {
    int chips = p.total();
    int fewest = Math.ceilDiv(chips, domainSize);
    double spread = p.domains().length > fewest ? 1 - (double) fewest / p.domains().length : 0;
    return 1 + spread * (ratio - 1);
  }
}
