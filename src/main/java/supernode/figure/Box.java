package supernode.figure;

import java.util.Collection;

/** A rectangle with its sides along the axes, y pointing down. */
public record Box(double x, double y, double width, double height) {
  public static final Box EMPTY = new Box(0, 0, 0, 0);

  public static Box between(double x1, double y1, double x2, double y2) {
    return new Box(Math.min(x1, x2), Math.min(y1, y2), Math.abs(x2 - x1), Math.abs(y2 - y1));
  }

  /** The smallest box around all; {@link #EMPTY} of none. */
  public static Box around(Collection<Box> boxes) {
    return boxes.stream().reduce(Box::union).orElse(EMPTY);
  }

  public double right() {
    return x + width;
  }

  public double bottom() {
    return y + height;
  }

  public double centerX() {
    return x + width / 2;
  }

  public double centerY() {
    return y + height / 2;
  }

  /** The shorter side. */
  public double least() {
    return Math.min(width, height);
  }

  public Box union(Box other) {
    return between(
        Math.min(x, other.x),
        Math.min(y, other.y),
        Math.max(right(), other.right()),
        Math.max(bottom(), other.bottom()));
  }

  /** Smaller by a margin on each side; a negative margin makes it larger. */
  public Box inset(double margin) {
    return inset(margin, margin);
  }

  public Box inset(double horizontal, double vertical) {
    double w = Math.max(0, width - 2 * horizontal);
    double h = Math.max(0, height - 2 * vertical);
    return new Box(centerX() - w / 2, centerY() - h / 2, w, h);
  }

  /** The part of this box at these shares of its sides. */
  public Box part(double fromX, double fromY, double toX, double toY) {
    return new Box(
        x + fromX * width, y + fromY * height, (toX - fromX) * width, (toY - fromY) * height);
  }

  /** Touching counts, so that lines without width are seen. */
  public boolean meets(Box other) {
    return x <= other.right() && other.x <= right() && y <= other.bottom() && other.y <= bottom();
  }

  public boolean contains(double px, double py) {
    return px >= x && px <= right() && py >= y && py <= bottom();
  }

  public boolean contains(Box other) {
    return other.x >= x && other.y >= y && other.right() <= right() && other.bottom() <= bottom();
  }
}
