package supernode.figure;

/**
 * Something drawn, in world units, y pointing down. Shapes are flat and cheap: a rack has
 * thousands.
 */
public sealed interface Shape {
  /** Instance path relative to the groups around it; empty where it stands for no instance. */
  String tag();

  Detail detail();

  /** A box that holds the shape without the width of its stroke. */
  Box bounds();

  /** A rectangle, its corners rounded by {@code radius}. */
  record Rect(Box bounds, double radius, Style style, String tag, Detail detail) implements Shape {}

  /** A straight line. */
  record Line(double x1, double y1, double x2, double y2, Style style, String tag, Detail detail)
      implements Shape {
    @Override
    public Box bounds() {
      return Box.between(x1, y1, x2, y2);
    }
  }

  /** Lines from point to point. */
  record Polyline(Points points, Style style, String tag, Detail detail) implements Shape {
    @Override
    public Box bounds() {
      return points.bounds();
    }
  }

  /**
   * A free outline.
   *
   * @param data as in SVG, but only the absolute commands that {@link PathData} names
   */
  record Path(PathData data, Style style, String tag, Detail detail) implements Shape {
    @Override
    public Box bounds() {
      return data.bounds();
    }
  }

  /** A circle. */
  record Circle(double x, double y, double radius, Style style, String tag, Detail detail)
      implements Shape {
    @Override
    public Box bounds() {
      return new Box(x - radius, y - radius, 2 * radius, 2 * radius);
    }
  }

  /**
   * One line of text.
   *
   * @param y of the baseline
   * @param size height of the type in world units
   * @param maxWidth wider text is cut and ended with "…"; infinite where nothing limits it
   */
  record Label(
      String text,
      double x,
      double y,
      Anchor anchor,
      double size,
      Weight weight,
      double maxWidth,
      Ink ink,
      String tag,
      Detail detail)
      implements Shape {
    /** The text as far as it fits. */
    public String fitted() {
      return TextWidth.fit(text, size, weight, maxWidth);
    }

    @Override
    public Box bounds() {
      double width = Math.min(maxWidth, TextWidth.of(text, size, weight));
      double left =
          switch (anchor) {
            case START -> x;
            case MIDDLE -> x - width / 2;
            case END -> x - width;
          };
      return new Box(left, y - size, width, 1.25 * size);
    }
  }

  /**
   * Another figure in this one.
   *
   * @param transform from the inner figure's units to this one's
   * @param bounds where it lies, in this figure's units
   * @param clipped whether what lies outside {@code bounds} is cut off
   */
  record Group(
      Transform transform, Box bounds, boolean clipped, Nested inner, String tag, Detail detail)
      implements Shape {}

  /** Which end of a text stands at its x. */
  enum Anchor {
    START,
    MIDDLE,
    END
  }

  /** Weights of type. */
  enum Weight {
    REGULAR(400),
    MEDIUM(500),
    SEMIBOLD(600),
    BOLD(700);

    private final int css;

    Weight(int css) {
      this.css = css;
    }

    /** As CSS counts it. */
    public int css() {
      return css;
    }
  }
}
