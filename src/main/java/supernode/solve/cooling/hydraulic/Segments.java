package supernode.solve.cooling.hydraulic;

import java.util.List;

/** A line through points, straight between them; beyond its ends the end segments go on. */
record Segments(List<MonotoneCurve.Point> points) {
  Segments {
    points = List.copyOf(points);
  }

  /** Whether x rises from each point to the next and y does, or falls. */
  boolean monotone(boolean rising) {
    for (int i = 1; i < points.size(); i++) {
      MonotoneCurve.Point a = points.get(i - 1);
      MonotoneCurve.Point b = points.get(i);
      if (!(b.x() > a.x()) || !(rising ? b.y() > a.y() : b.y() < a.y())) {
        return false;
      }
    }
    return points.size() >= 2 && Double.isFinite(points.getLast().x() + points.getLast().y());
  }

  private int segment(double x) {
    int i = 0;
    while (i < points.size() - 2 && points.get(i + 1).x() < x) {
      i++;
    }
    return i;
  }

  double slope(double x) {
    MonotoneCurve.Point a = points.get(segment(x));
    MonotoneCurve.Point b = points.get(segment(x) + 1);
    return (b.y() - a.y()) / (b.x() - a.x());
  }

  double value(double x) {
    MonotoneCurve.Point a = points.get(segment(x));
    return a.y() + slope(x) * (x - a.x());
  }
}
