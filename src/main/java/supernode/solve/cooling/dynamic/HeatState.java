package supernode.solve.cooling.dynamic;

/** Heat in the coolant of each link and in the lumps of each chip. */
final class HeatState {
  final double[] cellJKg;
  final double[] dieC;
  final double[] hbmC;
  final double[] plateC;

  HeatState(int links, int chips) {
    cellJKg = new double[links];
    dieC = new double[chips];
    hbmC = new double[chips];
    plateC = new double[chips];
  }

  void set(HeatState other) {
    System.arraycopy(other.cellJKg, 0, cellJKg, 0, cellJKg.length);
    System.arraycopy(other.dieC, 0, dieC, 0, dieC.length);
    System.arraycopy(other.hbmC, 0, hbmC, 0, hbmC.length);
    System.arraycopy(other.plateC, 0, plateC, 0, plateC.length);
  }

  /** This = a + factor (b - a), of another pair's difference: a + factor (to - from). */
  void combine(HeatState a, double factor, HeatState to, HeatState from) {
    combine(cellJKg, a.cellJKg, factor, to.cellJKg, from.cellJKg);
    combine(dieC, a.dieC, factor, to.dieC, from.dieC);
    combine(hbmC, a.hbmC, factor, to.hbmC, from.hbmC);
    combine(plateC, a.plateC, factor, to.plateC, from.plateC);
  }

  private static void combine(double[] x, double[] a, double factor, double[] to, double[] from) {
    for (int i = 0; i < x.length; i++) {
      x[i] = a[i] + factor * (to[i] - from[i]);
    }
  }
}
