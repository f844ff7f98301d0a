package supernode.solve.network.route;

import java.util.HashMap;
import java.util.Map;
import supernode.solve.network.rate.Colours;

/**
 * Endpoints that stand alike, and directed links that do, under the exchanges of twin modules:
 * uniform traffic loads all links of a class alike.
 */
public final class LinkClasses {
  private final FabricClasses classes;
  private final int[] orbit;
  private final int[] ofArc;
  private final double[] capacity;
  private final double[] links;

  private LinkClasses(FabricClasses classes, int[] orbit, int[] ofArc, int count) {
    this.classes = classes;
    this.orbit = orbit;
    this.ofArc = ofArc;
    capacity = new double[count];
    links = new double[count];
    for (int c = 0; c < classes.cells(); c++) {
      for (int a = classes.arcStart(c); a < classes.arcStart(c + 1); a++) {
        capacity[ofArc[a]] = classes.arcCapacity(a);
        links[ofArc[a]] += (double) classes.size(c) * classes.arcCount(a);
      }
    }
  }

  public static LinkClasses of(FabricClasses classes) {
    return of(classes, TwinModules.orbits(classes));
  }

  /**
   * @param orbit of each cell, named by one cell of it
   */
  static LinkClasses of(FabricClasses classes, int[] orbit) {
    int[] ofArc = new int[classes.arcs()];
    Map<Long, Integer> known = new HashMap<>();
    for (int c = 0; c < classes.cells(); c++) {
      for (int a = classes.arcStart(c); a < classes.arcStart(c + 1); a++) {
        long ends = (long) orbit[c] << 32 | orbit[classes.arcHead(a)];
        long key = Colours.mix(ends) + Colours.bits(classes.arcCapacity(a));
        Integer seen = known.putIfAbsent(key, known.size());
        ofArc[a] = seen == null ? known.size() - 1 : seen;
      }
    }
    return new LinkClasses(classes, orbit, ofArc, known.size());
  }

  public FabricClasses fabric() {
    return classes;
  }

  public int count() {
    return capacity.length;
  }

  /** Class of an arc between cells. */
  public int ofArc(int arc) {
    return ofArc[arc];
  }

  /** Rate of each link of a class, byte/s. */
  public double[] capacities() {
    return capacity.clone();
  }

  /** How many directed links a class has. */
  public double[] counts() {
    return links.clone();
  }

  /** Orbit of a cell, named by one cell of it. */
  public int orbitOf(int cell) {
    return orbit[cell];
  }
}
