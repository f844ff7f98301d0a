package supernode.figure.drawing;

import java.util.List;
import supernode.figure.Box;
import supernode.figure.Points;

/**
 * Links between members that stand on a circle: from far one trunk round the inside of the circle
 * and a branch to it from each, from near a curve for each pair, bent towards the middle so that it
 * passes behind no other member.
 */
final class RingRoutes {
  /** Where the trunk runs, as a part of the way from the middle to the nearest member. */
  private static final double TRUNK = 0.86;

  /** How far neighbours' curves bend inwards, and how much farther those of opposite members do. */
  private static final double NEIGHBOURS = 0.82;

  private static final double OPPOSITE = 0.42;
  private static final int STEPS = 32;
  private static final int TRUNK_STEPS = 90;
  private static final double SAME = 1e-3;

  private final List<Box> cells;
  private final double middleX;
  private final double middleY;
  private final double radius;
  private final double inner;

  private RingRoutes(List<Box> cells, double middleX, double middleY, double radius, double inner) {
    this.cells = cells;
    this.middleX = middleX;
    this.middleY = middleY;
    this.radius = radius;
    this.inner = inner;
  }

  /** Null where the cells stand on no circle, or on one without room inside. */
  static RingRoutes of(List<Box> cells) {
    if (cells.size() < 5) {
      return null;
    }
    double x = cells.stream().mapToDouble(Box::centerX).average().orElseThrow();
    double y = cells.stream().mapToDouble(Box::centerY).average().orElseThrow();
    double radius = away(cells.getFirst(), x, y);
    double inner = radius;
    for (Box c : cells) {
      if (Math.abs(away(c, x, y) - radius) > SAME * radius) {
        return null;
      }
      inner = Math.min(inner, clear(c, x, y));
    }
    return inner > radius / 2 ? new RingRoutes(cells, x, y, radius, inner) : null;
  }

  private static double away(Box c, double x, double y) {
    return Math.hypot(c.centerX() - x, c.centerY() - y);
  }

  private static double clear(Box c, double x, double y) {
    double dx = Math.max(0, Math.max(c.x() - x, x - c.right()));
    double dy = Math.max(0, Math.max(c.y() - y, y - c.bottom()));
    return Math.hypot(dx, dy);
  }

  double middleX() {
    return middleX;
  }

  double middleY() {
    return middleY;
  }

  /** Radius of the trunk. */
  double trunkRadius() {
    return TRUNK * inner;
  }

  /** All the way round. */
  Points trunk() {
    double[] xy = new double[2 * (TRUNK_STEPS + 1)];
    for (int i = 0; i <= TRUNK_STEPS; i++) {
      double angle = 2 * Math.PI * (i % TRUNK_STEPS) / TRUNK_STEPS;
      xy[2 * i] = middleX + trunkRadius() * Math.sin(angle);
      xy[2 * i + 1] = middleY - trunkRadius() * Math.cos(angle);
    }
    return Points.of(xy);
  }

  /** From a member straight towards the middle, up to the trunk. */
  Points branch(int member) {
    Box c = cells.get(member);
    Points out = Routes.between(c, at(middleX, middleY));
    return Points.of(out.x(0), out.y(0), meetX(c), meetY(c));
  }

  /** From where one member's branch meets the trunk to where another's does. */
  Points across(int from, int to) {
    Box a = cells.get(from);
    Box b = cells.get(to);
    return Points.of(meetX(a), meetY(a), meetX(b), meetY(b));
  }

  private double meetX(Box c) {
    return middleX + trunkRadius() / radius * (c.centerX() - middleX);
  }

  private double meetY(Box c) {
    return middleY + trunkRadius() / radius * (c.centerY() - middleY);
  }

  /** The curve between two members. */
  Points chord(int from, int to) {
    Box a = cells.get(from);
    Box b = cells.get(to);
    double ax = a.centerX() - middleX;
    double ay = a.centerY() - middleY;
    double bx = b.centerX() - middleX;
    double by = b.centerY() - middleY;
    double cos = Math.clamp((ax * bx + ay * by) / (radius * radius), -1, 1);
    double bend = NEIGHBOURS - (NEIGHBOURS - OPPOSITE) * Math.acos(cos) / Math.PI;
    // Each leaves its own side between the way to the middle and the way to the other.
    Points first = Routes.between(a, at(middleX + bx / 4, middleY + by / 4));
    Points last = Routes.between(b, at(middleX + ax / 4, middleY + ay / 4));
    double x0 = first.x(0);
    double y0 = first.y(0);
    double x1 = middleX + bend * ax;
    double y1 = middleY + bend * ay;
    double x2 = middleX + bend * bx;
    double y2 = middleY + bend * by;
    double x3 = last.x(0);
    double y3 = last.y(0);
    double[] xy = new double[2 * (STEPS + 1)];
    for (int i = 0; i <= STEPS; i++) {
      double t = (double) i / STEPS;
      xy[2 * i] = cubic(t, x0, x1, x2, x3);
      xy[2 * i + 1] = cubic(t, y0, y1, y2, y3);
    }
    return Points.of(xy);
  }

  private static Box at(double x, double y) {
    return new Box(x, y, 0, 0);
  }

  private static double cubic(double t, double p0, double p1, double p2, double p3) {
    double s = 1 - t;
    return s * s * s * p0 + 3 * s * s * t * p1 + 3 * s * t * t * p2 + t * t * t * p3;
  }
}
