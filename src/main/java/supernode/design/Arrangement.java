package supernode.design;

import java.util.List;

/** Where the instances of a placement are drawn in their assembly, in drawing units. */
public sealed interface Arrangement {
  /** Drawn freely in the plane, not in slots. */
  sealed interface Free extends Arrangement {
    /** The same, moved. */
    Free moved(double dx, double dy);
  }

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
      implements Free {
    @Override
    public Grid moved(double dx, double dy) {
      return new Grid(x + dx, y + dy, width, height, columns, gap);
    }
  }

  /**
   * Cells round a circle, the first at the top, then clockwise.
   *
   * @param x centre of the circle
   * @param y centre of the circle
   * @param radius from the centre to the middle of each cell
   * @param width width of a cell
   * @param height height of a cell
   */
  record Circle(double x, double y, double radius, double width, double height) implements Free {
    @Override
    public Circle moved(double dx, double dy) {
      return new Circle(x + dx, y + dy, radius, width, height);
    }
  }

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
