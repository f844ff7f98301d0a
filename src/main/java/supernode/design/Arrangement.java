package supernode.design;

import java.util.List;

/** Where the instances of a placement are drawn in their assembly, in drawing units. */
public sealed interface Arrangement {
  /**
   * Cells row by row.
   *
   * @param x left edge of the first cell
   * @param y top edge of the first cell
   * @param width width of a cell
   * @param height height of a cell
   * @param columns cells per row
   * @param gap free space between cells
   */
  record Grid(double x, double y, double width, double height, int columns, double gap)
      implements Arrangement {}

  /**
   * Rack slots.
   *
   * @param bottomU for each instance the U at which it begins, counted from 1 at the rack's foot
   */
  record Slots(List<Integer> bottomU) implements Arrangement {
    public Slots {
      bottomU = List.copyOf(bottomU);
    }
  }
}
