package supernode.solve.cooling.dynamic;

/** Heat in the coolant of each link, the lumps of each chip and the still water of each unit. */
final class HeatState {
  final double[] cellJKg;
  final double[] dieC;
  final double[] hbmC;
  final double[] plateC;

  /** Facility water that stands in a unit. */
  final double[] pocketC;

  HeatState(int links, int chips, int units) {
    cellJKg = new double[links];
    dieC = new double[chips];
    hbmC = new double[chips];
    plateC = new double[chips];
    pocketC = new double[units];
  }

  void set(HeatState other) {
    System.arraycopy(other.cellJKg, 0, cellJKg, 0, cellJKg.length);
    System.arraycopy(other.dieC, 0, dieC, 0, dieC.length);
    System.arraycopy(other.hbmC, 0, hbmC, 0, hbmC.length);
    System.arraycopy(other.plateC, 0, plateC, 0, plateC.length);
    System.arraycopy(other.pocketC, 0, pocketC, 0, pocketC.length);
  }

  /** This = a + factor (b - a), of another pair's difference: a + factor (to - from). */
  void combine(HeatState a, double factor, HeatState to, HeatState from) {
    combine(cellJKg, a.cellJKg, factor, to.cellJKg, from.cellJKg);
    combine(dieC, a.dieC, factor, to.dieC, from.dieC);
    combine(hbmC, a.hbmC, factor, to.hbmC, from.hbmC);
    combine(plateC, a.plateC, factor, to.plateC, from.plateC);
    combine(pocketC, a.pocketC, factor, to.pocketC, from.pocketC);
  }

  private static void combine(double[] x, double[] a, double factor, double[] to, double[] from) {
    for (int i = 0; i < x.length; i++) {
      x[i] = a[i] + factor * (to[i] - from[i]);
    }
  }
}
