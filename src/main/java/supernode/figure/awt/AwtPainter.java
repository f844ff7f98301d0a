package supernode.figure.awt;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.imageio.ImageIO;
import supernode.figure.Box;
import supernode.figure.ColorRole;
import supernode.figure.Figure;
import supernode.figure.Palette;
import supernode.figure.PathData.Segment;
import supernode.figure.Pen;
import supernode.figure.Points;
import supernode.figure.Shape;
import supernode.figure.Style;
import supernode.figure.Transform;
import supernode.figure.View;

/** Draws a figure with Java 2D: into a picture, or into a document's page. */
public final class AwtPainter implements Pen {
  private final Graphics2D g;
  private final Palette palette;
  private final Deque<java.awt.Shape> clips = new ArrayDeque<>();

  private AwtPainter(Graphics2D g, Palette palette) {
    this.g = g;
    this.palette = palette;
  }

  /** Draws onto a surface whose user units are the view's output units. */
  public static void paint(Figure figure, View view, Palette palette, Graphics2D g) {
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    figure.paint(view, new AwtPainter(g, palette));
  }

  /**
   * The bytes of a PNG file.
   *
   * @throws IOException when the picture cannot be encoded
   */
  public static byte[] png(Figure figure, View view, Palette palette) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image(figure, view, palette), "png", bytes);
    return bytes.toByteArray();
  }

  /** A picture on the palette's canvas colour. */
  public static BufferedImage image(Figure figure, View view, Palette palette) {
    int width = (int) Math.max(1, Math.ceil(view.widthPx()));
    int height = (int) Math.max(1, Math.ceil(view.heightPx()));
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    try {
      g.setColor(new Color(palette.rgb(ColorRole.CANVAS)));
      g.fillRect(0, 0, width, height);
      paint(figure, view, palette, g);
    } finally {
      g.dispose();
    }
    return image;
  }

  @Override
  public void enter(Shape.Group group, Transform pixels) {
    if (group.clipped()) {
      clips.push(g.getClip() == null ? new Rectangle2D.Double(-1e9, -1e9, 2e9, 2e9) : g.getClip());
      g.clip(rectangle(pixels.of(group.bounds())));
    }
  }

  @Override
  public void leave(Shape.Group group) {
    if (group.clipped()) {
      g.setClip(clips.pop());
    }
  }

  @Override
  public void draw(Shape shape, Transform t) {
    switch (shape) {
      case Shape.Rect r -> outline(rounded(t.of(r.bounds()), t.scale() * r.radius()), r.style(), t);
      case Shape.Line l ->
          outline(
              new Line2D.Double(t.x(l.x1()), t.y(l.y1()), t.x(l.x2()), t.y(l.y2())), l.style(), t);
      case Shape.Polyline p -> outline(polyline(p.points(), t), p.style(), t);
      case Shape.Path p -> outline(path(p, t), p.style(), t);
      case Shape.Circle c -> {
        Box b = t.of(c.bounds());
        outline(new Ellipse2D.Double(b.x(), b.y(), b.width(), b.height()), c.style(), t);
      }
      case Shape.Label label -> text(label, t);
      case Shape.Group _ -> {}
    }
  }

  private void outline(java.awt.Shape shape, Style style, Transform t) {
    if (!style.fill().isNone()) {
      g.setColor(new Color(palette.argb(style.fill()), true));
      g.fill(shape);
    }
    if (style.hasStroke()) {
      g.setColor(new Color(palette.argb(style.stroke()), true));
      g.setStroke(stroke(style, t.scale()));
      g.draw(shape);
    }
  }

  private static BasicStroke stroke(Style style, double zoom) {
    float width = (float) style.strokePx(zoom);
    double[] pattern = style.dash().pattern(width);
    if (pattern.length == 0) {
      return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    }
    float[] dash = {(float) pattern[0], (float) pattern[1]};
    return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dash, 0);
  }

  private void text(Shape.Label label, Transform t) {
    String text = label.fitted();
    if (text.isEmpty()) {
      return;
    }
    g.setFont(AwtFonts.of(text, label.weight(), t.scale() * label.size()));
    g.setColor(new Color(palette.textArgb(label.ink()), true));
    FontMetrics metrics = g.getFontMetrics();
    double width = metrics.getStringBounds(text, g).getWidth();
    double left =
        switch (label.anchor()) {
          case START -> 0;
          case MIDDLE -> width / 2;
          case END -> width;
        };
    g.drawString(text, (float) (t.x(label.x()) - left), (float) t.y(label.y()));
  }

  private static java.awt.Shape rounded(Box b, double radius) {
    return radius > 0
        ? new RoundRectangle2D.Double(b.x(), b.y(), b.width(), b.height(), 2 * radius, 2 * radius)
        : rectangle(b);
  }

  private static Rectangle2D rectangle(Box b) {
    return new Rectangle2D.Double(b.x(), b.y(), b.width(), b.height());
  }

  private static Path2D polyline(Points points, Transform t) {
    Path2D path = new Path2D.Double();
    path.moveTo(t.x(points.x(0)), t.y(points.y(0)));
    for (int i = 1; i < points.size(); i++) {
      path.lineTo(t.x(points.x(i)), t.y(points.y(i)));
    }
    return path;
  }

  private static Path2D path(Shape.Path shape, Transform t) {
    Path2D path = new Path2D.Double();
    for (Segment s : shape.data().segments()) {
      switch (s) {
        case Segment.Move m -> path.moveTo(t.x(m.x()), t.y(m.y()));
        case Segment.Line l -> path.lineTo(t.x(l.x()), t.y(l.y()));
        case Segment.Cubic c ->
            path.curveTo(
                t.x(c.x1()), t.y(c.y1()), t.x(c.x2()), t.y(c.y2()), t.x(c.x()), t.y(c.y()));
        case Segment.Close() -> path.closePath();
      }
    }
    return path;
  }
}
