package supernode.ui.canvas;

import supernode.figure.Box;

/**
 * What is looked at of a drawing, whatever its size: the same sight of two designs shows the same
 * part of each.
 *
 * @param zoom 1 where all of it is seen
 * @param x middle of the view, as a share of the drawing's width
 * @param y middle of the view, as a share of its height
 */
public record Sight(double zoom, double x, double y) {
  public static final Sight WHOLE = new Sight(1, 0.5, 0.5);

  private static final double FARTHEST = 0.5;
  private static final double CLOSEST = 2000;

  /** The camera that sees it. */
  Camera of(Box world, double width, double height) {
    double scale = Camera.fit(world, width, height).scale() * zoom;
    double middleX = world.x() + x * world.width();
    double middleY = world.y() + y * world.height();
    return new Camera(
        scale, middleX - width / 2 / scale, middleY - height / 2 / scale, width, height);
  }

  /** Closer by a factor; the place under the pointer stays where it is. */
  Sight zoomed(double factor, double px, double py, Box world, double width, double height) {
    double next = Math.clamp(zoom * factor, FARTHEST, CLOSEST);
    Camera now = of(world, width, height);
    double share = 1 - zoom / next;
    double toX = (now.worldX(px) - world.x()) / world.width();
    double toY = (now.worldY(py) - world.y()) / world.height();
    return new Sight(next, x + (toX - x) * share, y + (toY - y) * share);
  }

  /** Moved by pixels, as the pointer draws it. */
  Sight moved(double dxPx, double dyPx, Box world, double width, double height) {
    double scale = of(world, width, height).scale();
    return new Sight(zoom, x - dxPx / scale / world.width(), y - dyPx / scale / world.height());
  }
}
