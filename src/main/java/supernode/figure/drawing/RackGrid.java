package supernode.figure.drawing;

import java.util.Map;
import supernode.figure.Box;

/**
 * Where the slots of a rack lie in its drawing: the outline begins at (0, 0), U 1 is at its foot.
 * To the left of the slots there is room for their numbers, to the right for cables and manifolds.
 *
 * <p>An elevation, not to scale: what is mounted is drawn wider than it is, so that its chips can
 * be told apart when the whole rack is seen, and rows are as high as what stands in them needs.
 */
public final class RackGrid {
  /** Height of the row of a tray. */
  public static final double UNIT = 44.45;

  /** Height of the row of a single part, which has less to show. */
  static final double PART_UNIT = 0.7 * UNIT;

  /** Width of what is mounted. */
  public static final double SLOT_WIDTH = 940;

  /** Left edge of the slots. */
  public static final double SLOT_X = 104;

  /** Width of the outline. */
  public static final double WIDTH = 1270;

  private static final double HEAD = 28;

  /** Upper edge of each U from 1 on, and at 0 the foot of them all. */
  private final double[] tops;

  /** All rows as high as a tray. */
  public RackGrid(int slotsU) {
    this(slotsU, Map.of(), UNIT);
  }

  /**
   * @param taken heights of the rows that something stands in
   * @param free height of the others
   */
  RackGrid(int slotsU, Map<Integer, Double> taken, double free) {
    tops = new double[slotsU + 1];
    double high = HEAD;
    for (int u = slotsU; u >= 1; u--) {
      tops[u] = high;
      high += taken.getOrDefault(u, free);
    }
    tops[0] = high;
  }

  /**
   * Height of a free row: the fuller the rack, the less room is left to what it does not hold.
   *
   * @param taken share of its rows that something stands in
   */
  static double freeHeight(double taken) {
    return UNIT * Math.max(0.18, 0.7 - 0.7 * taken);
  }

  /** How many slots there are. */
  public int slotsU() {
    return tops.length - 1;
  }

  public Box outline() {
    return new Box(0, 0, WIDTH, tops[0] + HEAD);
  }

  /**
   * What takes some U.
   *
   * @param bottomU the lowest of them, counted from 1; above the rack there is room for more
   */
  public Box slot(int bottomU, int heightU) {
    double top = top(bottomU + heightU - 1);
    return new Box(SLOT_X, top, SLOT_WIDTH, top(bottomU - 1) - top);
  }

  private double top(int u) {
    int inside = Math.clamp(u, 0, slotsU());
    return tops[inside] - (u - inside) * UNIT;
  }

  /** Where a thing of a tray's height per U would be seen if it stood there. */
  public Box grown(int bottomU, int heightU) {
    Box slot = slot(bottomU, heightU);
    double more = Math.max(0, heightU * PART_UNIT - slot.height());
    return new Box(slot.x(), slot.y() - more / 2, slot.width(), slot.height() + more);
  }

  /** The U at a height of the drawing; below 1 or above {@link #slotsU} outside of the slots. */
  public int slotAt(double y) {
    if (y >= tops[0]) {
      return -(int) Math.floor((y - tops[0]) / UNIT);
    }
    for (int u = 1; u <= slotsU(); u++) {
      if (y >= tops[u]) {
        return u;
      }
    }
    return slotsU() + (int) Math.ceil((HEAD - y) / UNIT);
  }
}
