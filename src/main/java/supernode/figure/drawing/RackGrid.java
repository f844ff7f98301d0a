package supernode.figure.drawing;

import supernode.figure.Box;

/**
 * Where the slots of a rack lie in its drawing, in millimetres: the outline begins at (0, 0), U 1
 * is at its foot. To the left of the slots there is room for their numbers, to the right for cables
 * and manifolds.
 *
 * @param slotsU how many
 */
public record RackGrid(int slotsU) {
  /** Height of one U (EIA-310). */
  public static final double UNIT = 44.45;

  /** Width of what is mounted: 19 inch (EIA-310). */
  public static final double SLOT_WIDTH = 482.6;

  /** Left edge of the slots. */
  public static final double SLOT_X = 70;

  /** Width of the outline. */
  public static final double WIDTH = 760;

  private static final double HEAD = 40;

  public Box outline() {
    return new Box(0, 0, WIDTH, slotsU * UNIT + 2 * HEAD);
  }

  /** Room for cables and manifolds beside the slots. */
  public Box channel() {
    double x = SLOT_X + SLOT_WIDTH;
    return Box.between(x, HEAD, WIDTH, HEAD + slotsU * UNIT);
  }

  /**
   * What takes some U.
   *
   * @param bottomU the lowest of them, counted from 1
   */
  public Box slot(int bottomU, int heightU) {
    double top = HEAD + (slotsU - bottomU - heightU + 1) * UNIT;
    return new Box(SLOT_X, top, SLOT_WIDTH, heightU * UNIT);
  }

  /** The U at a height of the drawing; below 1 or above {@link #slotsU} outside of the slots. */
  public int slotAt(double y) {
    return slotsU - (int) Math.floor((y - HEAD) / UNIT);
  }
}
