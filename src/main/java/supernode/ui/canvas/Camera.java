package supernode.ui.canvas;

import supernode.figure.Box;
import supernode.figure.Transform;
import supernode.figure.View;

/**
 * Which part of the world is seen, and how large.
 *
 * @param scale pixels per drawing unit
 * @param left world x at the left edge
 * @param top world y at the upper edge
 * @param width of the view, pixels
 * @param height of the view, pixels
 */
public record Camera(double scale, double left, double top, double width, double height) {
  /** Closest and farthest; beyond them numbers lose their digits. */
  static final double MIN_SCALE = 1e-6;

  static final double MAX_SCALE = 1e6;

  private static final double MARGIN = 0.025;

  /** All of a box, centred. */
  public static Camera fit(Box world, double width, double height) {
    Box roomy = world.inset(-MARGIN * Math.max(world.width(), world.height()));
    double scale =
        Math.min(width / Math.max(roomy.width(), 1e-9), height / Math.max(roomy.height(), 1e-9));
    return new Camera(clamp(scale), 0, 0, width, height).centred(roomy.centerX(), roomy.centerY());
  }

  /**
   * All of a box, left of something in the upper right corner or below it where that would cover
   * it.
   *
   * @param taken what is in the corner, pixels
   */
  static Camera fitBeside(Box world, Box taken, double width, double height) {
    Camera plain = fit(world, width, height);
    if (!plain.toPixels(world).meets(taken) || taken.x() <= 0 || taken.bottom() >= height) {
      return plain;
    }
    Camera left = fit(world, taken.x(), height);
    Camera below = fit(world, width, height - taken.bottom());
    return left.scale >= below.scale
        ? new Camera(left.scale, left.left, left.top, width, height)
        : new Camera(
            below.scale, below.left, below.top - taken.bottom() / below.scale, width, height);
  }

  private static double clamp(double scale) {
    return Math.clamp(scale, MIN_SCALE, MAX_SCALE);
  }

  private Camera centred(double x, double y) {
    return new Camera(scale, x - width / 2 / scale, y - height / 2 / scale, width, height);
  }

  public double worldX(double px) {
    return left + px / scale;
  }

  public double worldY(double py) {
    return top + py / scale;
  }

  /** World to pixels. */
  public Transform pixels() {
    return new Transform(scale, -left * scale, -top * scale);
  }

  public Box toPixels(Box world) {
    return pixels().of(world);
  }

  public Box visible() {
    return new Box(left, top, width / scale, height / scale);
  }

  public View view() {
    return new View(visible(), scale, 1);
  }

  public Camera panned(double dx, double dy) {
    return new Camera(scale, left - dx / scale, top - dy / scale, width, height);
  }

  /** Larger by a factor; what is under the point stays there. */
  public Camera zoomed(double factor, double px, double py) {
    double next = clamp(scale * factor);
    return new Camera(next, worldX(px) - px / next, worldY(py) - py / next, width, height);
  }

  /** One drawing unit to a pixel, about the middle. */
  public Camera actualSize() {
    return zoomed(1 / scale, width / 2, height / 2);
  }

  /** In a view of another size; what is in the middle stays there. */
  public Camera resized(double nextWidth, double nextHeight) {
    Box seen = visible();
    return new Camera(scale, 0, 0, nextWidth, nextHeight).centred(seen.centerX(), seen.centerY());
  }

  /** Moved as little as needed to see a box; farther away if it is too large. */
  public Camera showing(Box world) {
    if (world.width() * scale > 0.9 * width || world.height() * scale > 0.9 * height) {
      return fit(world, width, height);
    }
    Box seen = visible();
    double marginX = 0.05 * seen.width();
    double marginY = 0.05 * seen.height();
    double dx = shift(world.x(), world.right(), seen.x() + marginX, seen.right() - marginX);
    double dy = shift(world.y(), world.bottom(), seen.y() + marginY, seen.bottom() - marginY);
    return new Camera(scale, left + dx, top + dy, width, height);
  }

  private static double shift(double from, double to, double low, double high) {
    return from < low ? from - low : to > high ? to - high : 0;
  }

  /** On the way to another camera: zooming evenly to the eye, so that nothing jumps. */
  public Camera towards(Camera other, double share) {
    if (share >= 1) {
      return other;
    }
    double next = scale * Math.pow(other.scale / scale, share);
    // The path of the middle follows the zoom, as if one moved straight in or out.
    double from = 1 / scale;
    double to = 1 / other.scale;
    double moved = Math.abs(to - from) < 1e-9 * from ? share : (1 / next - from) / (to - from);
    Box a = visible();
    Box b = other.visible();
    return new Camera(next, 0, 0, other.width, other.height)
        .centred(
            a.centerX() + moved * (b.centerX() - a.centerX()),
            a.centerY() + moved * (b.centerY() - a.centerY()));
  }
}
