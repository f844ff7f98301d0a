package supernode.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the shapes near a place: a uniform grid over the drawing, about two shapes to a cell. */
final class ShapeGrid {
  private static final int MAX_SIDE = 256;

  private final double[] edges; // x1, y1, x2, y2 of each shape
  private final Box all;
  private final int columns;
  private final int rows;
  private final int[][] cells;
  private final Map<String, Box> tags = new HashMap<>();
  private final int[] everything;

  ShapeGrid(List<Shape> shapes) {
    edges = new double[4 * shapes.size()];
    List<Box> boxes = new ArrayList<>(shapes.size());
    for (int i = 0; i < shapes.size(); i++) {
      Box b = drawn(shapes.get(i));
      boxes.add(b);
      edges[4 * i] = b.x();
      edges[4 * i + 1] = b.y();
      edges[4 * i + 2] = b.right();
      edges[4 * i + 3] = b.bottom();
      tag(shapes.get(i));
    }
    all = Box.around(boxes);
    int side = Math.clamp(Math.round(Math.sqrt(shapes.size() / 2.0)), 1, MAX_SIDE);
    columns = all.width() > 0 ? side : 1;
    rows = all.height() > 0 ? side : 1;
    cells = new int[columns * rows][];
    everything = new int[shapes.size()];
    Arrays.setAll(everything, i -> i);
    fill(boxes);
  }

  // Strokes counted in world units reach beyond the outline; those in pixels by a hair only.
  private static Box drawn(Shape shape) {
    Style style =
        switch (shape) {
          case Shape.Rect r -> r.style();
          case Shape.Line l -> l.style();
          case Shape.Polyline p -> p.style();
          case Shape.Path p -> p.style();
          case Shape.Circle c -> c.style();
          case Shape.Label _, Shape.Group _ -> Style.fill(Ink.NONE);
        };
    boolean world = style.unit() == Style.Unit.WORLD;
    return world ? shape.bounds().inset(-style.strokeWidth() / 2) : shape.bounds();
  }

  // Where an instance is: its outlines, not the words beside them.
  private void tag(Shape shape) {
    if (!shape.tag().isEmpty() && !(shape instanceof Shape.Label)) {
      tags.merge(shape.tag(), shape.bounds(), Box::union);
    }
  }

  private void fill(List<Box> boxes) {
    int[] counts = new int[cells.length];
    for (int pass = 0; pass < 2; pass++) {
      for (int i = 0; i < boxes.size(); i++) {
        Box b = boxes.get(i);
        for (int r = row(b.y()); r <= row(b.bottom()); r++) {
          for (int c = column(b.x()); c <= column(b.right()); c++) {
            int cell = r * columns + c;
            if (pass == 1) {
              cells[cell][--counts[cell]] = i;
            } else {
              counts[cell]++;
            }
          }
        }
      }
      if (pass == 0) {
        Arrays.setAll(cells, cell -> new int[counts[cell]]);
      }
    }
  }

  private int column(double x) {
    return place((x - all.x()) / all.width(), columns);
  }

  private int row(double y) {
    return place((y - all.y()) / all.height(), rows);
  }

  private static int place(double share, int count) {
    return count == 1 ? 0 : Math.clamp((long) Math.floor(share * count), 0, count - 1);
  }

  /** The numbers of the shapes that meet a box, from back to front. */
  int[] within(Box box) {
    if (box.contains(all)) {
      return everything;
    }
    if (!box.meets(all)) {
      return new int[0];
    }
    BitSet found = new BitSet(everything.length);
    for (int r = row(box.y()); r <= row(box.bottom()); r++) {
      for (int c = column(box.x()); c <= column(box.right()); c++) {
        for (int i : cells[r * columns + c]) {
          if (meets(i, box)) {
            found.set(i);
          }
        }
      }
    }
    return found.stream().toArray();
  }

  private boolean meets(int i, Box box) {
    return edges[4 * i] <= box.right()
        && box.x() <= edges[4 * i + 2]
        && edges[4 * i + 1] <= box.bottom()
        && box.y() <= edges[4 * i + 3];
  }

  /** The box around the shapes of a tag; null when there is none. */
  Box tagged(String tag) {
    return tags.get(tag);
  }
}
