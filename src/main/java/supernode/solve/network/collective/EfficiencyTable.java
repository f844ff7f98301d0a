package supernode.solve.network.collective;

import supernode.catalog.Confidence;
import supernode.catalog.Sourced;

/**
 * Measured efficiency of bulk transfers by size and number of nodes (SimAI, inputs/ratio). Between
 * sizes linear in size, between node counts linear in their logarithm.
 */
public final class EfficiencyTable {
  /** Ring between nodes, limited by the NICs. */
  public static final EfficiencyTable NIC =
      new EfficiencyTable(
          "nic_ratio.csv",
          new double[][] {
            {.32, .24, .13, .05, .044, .021, .0087},
            {.47, .38, .24, .11, .052, .042, .021225},
            {.50, .53, .39, .21, .106, .051, .04405},
            {.67, .67, .54, .38, .205, .107, .0533},
            {.85, .77, .69, .57, .387, .209, .1027},
            {.89, .85, .78, .73, .562, .384, .1902},
            {.92, .93, .90, .76, .74, .563, .314575},
            {.94, .94, .94, .92, .758, .745, .553525},
            {.95, .95, .95, .95, .923, .755, .740175},
            {.95, .96, .96, .96, .953, .914, .7648},
            {.96, .96, .96, .96, .957, .958, .919175}
          });

  /** Ring between nodes, limited by NVLink; up to 16 nodes. */
  public static final EfficiencyTable NVLINK =
      new EfficiencyTable(
          "nvlink_ratio.csv",
          new double[][] {
            {.55, .34, .16, .08},
            {.68, .60, .34, .16},
            {.74, .71, .62, .33},
            {.80, .74, .70, .65},
            {.84, .79, .78, .72},
            {.86, .86, .82, .75},
            {.87, .87, .86, .83},
            {.87, .87, .87, .86},
            {.88, .88, .88, .87},
            {.88, .88, .88, .88},
            {.88, .88, .88, .88}
          });

  /** All-to-all between nodes; up to 16 nodes. */
  public static final EfficiencyTable ALL_TO_ALL =
      new EfficiencyTable(
          "ata_ratio.csv",
          new double[][] {
            {.52, .67, .64, .62},
            {.63, .68, .67, .66},
            {.72, .83, .82, .66},
            {.76, .90, .85, .72},
            {.79, .92, .87, .75},
            {.80, .94, .89, .81},
            {.81, .94, .92, .85},
            {.81, .95, .93, .88},
            {.80, .95, .94, .89},
            {.80, .95, .94, .90},
            {.80, .95, .94, .90}
          });

  /** Smallest size measured: 16 MiB; each row is twice the one before. */
  public static final double SMALLEST_BYTES = 16777216;

  private final String file;
  private final double[][] rows;

  private EfficiencyTable(String file, double[][] rows) {
    this.file = file;
    this.rows = rows;
  }

  /** Most nodes that were measured. */
  public int mostNodes() {
    return 2 << (rows[0].length - 1);
  }

  /**
   * Efficiency; sizes and node counts beyond the table count as its edge.
   *
   * @param nodes two or more
   */
  public double of(double bytes, int nodes) {
    double column = Math.clamp(Math.log(nodes) / Math.log(2) - 1, 0, rows[0].length - 1.0);
    int left = Math.min((int) column, rows[0].length - 2);
    return mix(at(bytes, left), at(bytes, left + 1), column - left);
  }

  private double at(double bytes, int column) {
    int last = rows.length - 1;
    double steps = Math.log(bytes / SMALLEST_BYTES) / Math.log(2);
    int row = Math.clamp((long) Math.floor(steps), 0, last - 1);
    double low = Math.scalb(SMALLEST_BYTES, row);
    return mix(rows[row][column], rows[row + 1][column], Math.clamp(bytes / low - 1, 0, 1));
  }

  private static double mix(double a, double b, double share) {
    return a + (b - a) * share;
  }

  Sourced sourced(double bytes, int nodes) {
    String note = nodes > mostNodes() ? "measured up to " + mostNodes() + " nodes" : "";
    return new Sourced(
        of(bytes, nodes), Confidence.SEEN, "SimAI inputs/ratio/" + file + ", interpolated", note);
  }
}
