package supernode.figure;

/**
 * What is looked at, and how large.
 *
 * @param world the visible part of the figure
 * @param pixelsPerUnit output units per world unit; also where (0, 0) of the output is the upper
 *     left corner of {@code world}
 * @param fineness multiplies the size by which the level of detail is chosen: 1 on screen, more on
 *     paper, which resolves more than its nominal pixels
 */
public record View(Box world, double pixelsPerUnit, double fineness) {
  /** The whole box at an output width, level of detail as on screen. */
  public static View ofWidth(Box world, double widthPx) {
    return new View(world, widthPx / (world.width() > 0 ? world.width() : 1), 1);
  }

  public View finer(double factor) {
    return new View(world, pixelsPerUnit, fineness * factor);
  }

  public double widthPx() {
    return world.width() * pixelsPerUnit;
  }

  public double heightPx() {
    return world.height() * pixelsPerUnit;
  }

  /** From the figure's units to output units. */
  public Transform pixels() {
    return new Transform(pixelsPerUnit, -world.x() * pixelsPerUnit, -world.y() * pixelsPerUnit);
  }
}
