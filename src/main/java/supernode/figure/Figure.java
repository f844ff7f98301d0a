package supernode.figure;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A drawing: shapes from back to front. Immutable. */
public final class Figure {
  private final Box bounds;
  private final List<Shape> shapes;
  private final ShapeGrid grid;
  private final UnaryOperator<Pen> hand;

  private Figure(Box bounds, List<Shape> shapes, ShapeGrid grid, UnaryOperator<Pen> hand) {
    this.bounds = bounds;
    this.shapes = shapes;
    this.grid = grid;
    this.hand = hand;
  }

  /**
   * @param bounds what is framed when all of it is shown; shapes may reach beyond
   */
  public static Figure of(Box bounds, List<Shape> shapes) {
    List<Shape> all = List.copyOf(shapes);
    return new Figure(bounds, all, new ShapeGrid(all), UnaryOperator.identity());
  }

  /** Framed by its shapes. */
  public static Figure of(List<Shape> shapes) {
    return of(Box.around(shapes.stream().map(Shape::bounds).toList()), shapes);
  }

  /**
   * The same figure, drawn by other pens.
   *
   * @param next what takes the place of a pen, as a rule one that draws with it
   */
  public Figure drawnBy(UnaryOperator<Pen> next) {
    return new Figure(bounds, shapes, grid, next);
  }

  public Box bounds() {
    return bounds;
  }

  public List<Shape> shapes() {
    return shapes;
  }

  /** Draws what a view shows: nothing outside of it, nothing too small to be told apart. */
  public void paint(View view, Pen pen) {
    paint(view.world(), view.pixels(), view.fineness(), hand.apply(pen));
  }

  private void paint(Box visible, Transform pixels, double fineness, Pen pen) {
    double zoom = pixels.scale() * fineness;
    for (int i : grid.within(visible)) {
      Shape shape = shapes.get(i);
      if (!shape.detail().shows(zoom)) {
        continue;
      }
      if (shape instanceof Shape.Group group) {
        pen.enter(group, pixels);
        Transform inner = group.transform();
        group
            .inner()
            .figure()
            .paint(inner.inverse().of(visible), pixels.after(inner), fineness, pen);
        pen.leave(group);
      } else {
        pen.draw(shape, pixels);
      }
    }
  }

  /**
   * The path of the topmost instance at a point.
   *
   * @param zoom output pixels per world unit: hidden details are not hit
   * @param tolerance in world units
   */
  public Optional<String> hit(double x, double y, double zoom, double tolerance) {
    Box around = new Box(x, y, 0, 0).inset(-tolerance);
    int[] near = grid.within(around);
    for (int k = near.length - 1; k >= 0; k--) {
      Shape shape = shapes.get(near[k]);
      if (!shape.detail().shows(zoom)) {
        continue;
      }
      if (shape instanceof Shape.Group group && group.bounds().contains(x, y)) {
        Transform in = group.transform().inverse();
        Optional<String> inner =
            group.inner().figure().hit(in.x(x), in.y(y), zoom / in.scale(), tolerance * in.scale());
        if (inner.isPresent() || !group.tag().isEmpty()) {
          return Optional.of(join(group.tag(), inner.orElse("")));
        }
      } else if (!shape.tag().isEmpty() && Touch.touches(shape, x, y, zoom, tolerance)) {
        return Optional.of(shape.tag());
      }
    }
    return Optional.empty();
  }

  /** Where an instance is drawn; empty when no shape bears its path. */
  public Optional<Box> find(String path) {
    Box found = grid.tagged(path);
    if (found != null) {
      return Optional.of(found);
    }
    for (Shape shape : shapes) {
      if (shape instanceof Shape.Group group && leads(group.tag(), path)) {
        String rest = group.tag().isEmpty() ? path : path.substring(group.tag().length() + 1);
        Optional<Box> inner = group.inner().figure().find(rest).map(group.transform()::of);
        if (inner.isPresent()) {
          return inner;
        }
      }
    }
    return Optional.empty();
  }

  private static boolean leads(String tag, String path) {
    return tag.isEmpty() || (path.startsWith(tag) && path.startsWith(".", tag.length()));
  }

  /** Two relative paths as one. */
  public static String join(String outer, String inner) {
    return outer.isEmpty() ? inner : inner.isEmpty() ? outer : outer + "." + inner;
  }
}
