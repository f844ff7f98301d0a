package supernode.solve.workload.machine;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Ranks on one fabric, in lists that deal with each other, all lists at once.
 *
 * @param like what a chip gets of the fabric on the whole
 * @param share that is left of every link
 */
record Side(Interconnect like, double share, Optional<DrawnFabric> fabric, List<int[]> lists) {
  /** Ranks of a list up to which the farthest two are looked for among all. */
  private static final int FEW = 32;

  /** Along the axes of the fabric where the ranks fill a part of its grid, else in one ring. */
  Interconnect ring() {
    if (nothing()) {
      return like;
    }
    DrawnFabric on = fabric.get();
    Optional<GridRings> grid = grid();
    return grid.isPresent()
        ? rated(OptionalDouble.of(grid.get().bytesPerS(on)), grid.get().latencyS(on))
        : rated(on.slowestBytesPerS(Sending.bothWays(lists)), ringLatencyS(on, lists));
  }

  private boolean nothing() {
    return fabric.isEmpty() || lists.isEmpty();
  }

  private Optional<GridRings> grid() {
    return GridRings.of(fabric.get().axes(), lists);
  }

  /** Data goes round: hop by hop, on the way of the slowest ring. */
  static double ringLatencyS(DrawnFabric on, List<int[]> rings) {
    double slowest = 0;
    for (int[] ring : rings) {
      double sum = 0;
      for (int i = 0; i < ring.length; i++) {
        sum += on.latencyS(ring[i], ring[(i + 1) % ring.length]);
      }
      slowest = Math.max(slowest, sum / ring.length);
    }
    return slowest;
  }

  /**
   * What trees get: as much as rings; a level joins ranks that are one, two, four and so on apart.
   *
   * @param ring what rings get
   * @param reduced whether switches add up: then the farthest are waited for
   */
  Interconnect tree(Interconnect ring, boolean reduced) {
    if (nothing()) {
      return like;
    }
    double slowest = 0;
    for (int[] list : lists) {
      double sum = 0;
      double farthest = 0;
      int levels = 0;
      for (int apart = 1; apart < list.length; apart *= 2, levels++) {
        double level = 0;
        for (int i = 0; i + apart < list.length; i++) {
          double here = fabric.get().latencyS(list[i], list[i + apart]);
          level += here / (list.length - apart);
          farthest = Math.max(farthest, here);
        }
        sum += level;
      }
      slowest = Math.max(slowest, reduced ? farthest : sum / levels);
    }
    return ring.withLatency(slowest);
  }

  /** All at once; the farthest are waited for. */
  Interconnect pairs() {
    return nothing()
        ? like
        : rated(fabric.get().slowestBytesPerS(new Sending.AllPairs(lists)), farthestS());
  }

  boolean sampled() {
    return !nothing() && fabric.get().samples(new Sending.AllPairs(lists));
  }

  private double farthestS() {
    DrawnFabric on = fabric.get();
    double farthest = 0;
    for (int[] list : lists) {
      // Of many the first, which lies at a corner, and the middle one stand for all.
      boolean all = list.length <= (on.isRegular() ? FEW : 8);
      int step = all ? 1 : (list.length + 1) / 2;
      for (int i = 0; i < list.length; i += step) {
        for (int other : list) {
          farthest = Math.max(farthest, on.latencyS(list[i], other));
        }
      }
    }
    return farthest;
  }

  /** Each to the next one alone; the farthest are waited for. */
  Interconnect next(Sending.Listed flows) {
    if (fabric.isEmpty() || flows.from().length == 0) {
      return like;
    }
    double farthest = 0;
    for (int f = 0; f < flows.from().length; f++) {
      farthest = Math.max(farthest, fabric.get().latencyS(flows.from()[f], flows.to()[f]));
    }
    return rated(fabric.get().slowestBytesPerS(flows), farthest);
  }

  /** Without a way of its own a chip sends through others of its domain. */
  private Interconnect rated(OptionalDouble rate, double latencyS) {
    return rate.isPresent() && rate.getAsDouble() > 0
        ? like.withRate(rate.getAsDouble() * share).withLatency(latencyS)
        : like;
  }
}
