package supernode.design.template;

import java.util.Map;
import supernode.catalog.Confidence;
import supernode.catalog.Sourced;
import supernode.design.Arrangement;
import supernode.design.Placement;
import supernode.design.Selector;

/** Short words for what a template draws. */
final class Draw {
  private static final double WIDTH = 1270;
  private static final double HEIGHT = 1700;
  private static final double GAP = 560;

  private Draw() {}

  static Selector ports(String text) {
    return Selector.parse(text);
  }

  static Placement at(
      String of, int count, double x, double y, double width, double height, int columns) {
    return new Placement(
        of, count, new Arrangement.Grid(x, y, width, height, columns, 6), Map.of());
  }

  /** Racks, or what is as large. */
  static Placement grid(String of, int count, double x, double y, int columns) {
    return new Placement(
        of, count, new Arrangement.Grid(x, y, WIDTH, HEIGHT, columns, GAP), Map.of());
  }

  static Sourced assumed(double si, String note) {
    return new Sourced(si, Confidence.ASSUMPTION, "studio assumption", note);
  }
}
