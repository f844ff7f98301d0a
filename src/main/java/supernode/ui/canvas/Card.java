package supernode.ui.canvas;

import java.util.List;
import supernode.figure.Box;
import supernode.figure.ColorRole;
import supernode.figure.Detail;
import supernode.figure.Ink;
import supernode.figure.Shape;
import supernode.figure.Style;

/**
 * A small card over the drawing, in pixels.
 *
 * @param title empty where what it stands at bears the name
 */
record Card(String title, List<Line> lines) {
  private static final double TITLE_PX = 11.5;
  private static final double TEXT_PX = 11;
  private static final double LINE_PX = 17;
  private static final double PADDING_PX = 10;
  private static final double GAP_PX = 14;

  /**
   * A line of a card.
   *
   * @param value stands at the right edge; may be empty
   */
  record Line(String words, String value, ColorRole role) {
    private double valueWidth() {
      return value.isEmpty() ? 0 : strong(value, 0, 0, TEXT_PX, role).bounds().width();
    }

    private double width() {
      return plain(words, 0, 0, role, Double.POSITIVE_INFINITY).bounds().width()
          + (value.isEmpty() ? 0 : GAP_PX + valueWidth());
    }
  }

  double height() {
    return 2 * PADDING_PX + LINE_PX * (lines.size() + (title.isEmpty() ? 0 : 1)) - 4;
  }

  double width() {
    double widest = strong(title, 0, 0, TITLE_PX, ColorRole.TEXT).bounds().width();
    for (Line l : lines) {
      widest = Math.max(widest, l.width());
    }
    return Math.ceil(widest) + 2 * PADDING_PX;
  }

  /** Draws it in a box; words that are too long for it are cut, values never. */
  void draw(Box box, ColorRole edge, List<Shape> out) {
    Style ground = Style.fill(ColorRole.PANEL).outlined(edge, 1);
    out.add(new Shape.Rect(box, 7, ground, "", Detail.ALWAYS));
    double x = box.x() + PADDING_PX;
    double end = box.right() - PADDING_PX;
    double y = box.y() + PADDING_PX + TITLE_PX - 1;
    if (!title.isEmpty()) {
      out.add(strong(title, x, y, TITLE_PX, ColorRole.TEXT));
      y += LINE_PX;
    }
    for (Line l : lines) {
      double room = end - x - (l.value().isEmpty() ? 0 : GAP_PX / 2 + l.valueWidth());
      out.add(plain(l.words(), x, y, l.role(), room));
      if (!l.value().isEmpty()) {
        ColorRole role = l.role() == ColorRole.SECONDARY ? ColorRole.TEXT : l.role();
        out.add(strong(l.value(), end - l.valueWidth(), y, TEXT_PX, role));
      }
      y += LINE_PX;
    }
  }

  private static Shape.Label plain(String words, double x, double y, ColorRole role, double room) {
    return label(words, x, y, TEXT_PX, Shape.Weight.REGULAR, role, room);
  }

  private static Shape.Label strong(String words, double x, double y, double size, ColorRole role) {
    return label(words, x, y, size, Shape.Weight.SEMIBOLD, role, Double.POSITIVE_INFINITY);
  }

  private static Shape.Label label(
      String words,
      double x,
      double y,
      double size,
      Shape.Weight weight,
      ColorRole role,
      double room) {
    Shape.Anchor start = Shape.Anchor.START;
    return new Shape.Label(words, x, y, start, size, weight, room, Ink.of(role), "", Detail.ALWAYS);
  }
}
