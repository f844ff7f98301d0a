package supernode.interop.epanet;

/** Unit of flow of a file; it also chooses between feet and metres for all else. */
public enum FlowUnit {
  CFS(false, 1, Exact.FT3),
  GPM(false, 448.831, Exact.GALLON / 60),
  MGD(false, 0.64632, 1e6 * Exact.GALLON / 86400),
  IMGD(false, 0.5382, 1e6 * Exact.IMPERIAL_GALLON / 86400),
  AFD(false, 1.9837, 43560 * Exact.FT3 / 86400),
  LPS(true, 28.317, 1e-3),
  LPM(true, 1699.0, 1e-3 / 60),
  MLD(true, 2.4466, 1e3 / 86400),
  CMH(true, 101.94, 1.0 / 3600),
  CMD(true, 2446.6, 1.0 / 86400),
  CMS(true, 0.028317, 1);

  private final boolean metric;
  private final double perCfs;
  private final double m3s;

  FlowUnit(boolean metric, double perCfs, double m3s) {
    this.metric = metric;
    this.perCfs = perCfs;
    this.m3s = m3s;
  }

  /** Whether lengths are metres, diameters millimetres, pressures metres. */
  public boolean metric() {
    return metric;
  }

  /** How many make a cubic foot per second, as rounded in EPANET 2.2. */
  public double epanetPerCfs() {
    return perCfs;
  }

  /** M3/s in one, exactly. */
  public double m3s() {
    return m3s;
  }

  /** Exact sizes, m3. */
  private static final class Exact {
    static final double FT3 = 0.028316846592;
    static final double GALLON = 3.785411784e-3;
    static final double IMPERIAL_GALLON = 4.54609e-3;
  }
}
