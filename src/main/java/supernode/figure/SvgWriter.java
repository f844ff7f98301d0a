package supernode.figure;

import static supernode.figure.PathData.decimal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/**
 * Writes a figure as SVG 1.1: coordinates in output pixels with two decimals, instances grouped
 * under their path, the same text for the same figure always.
 */
public final class SvgWriter implements Pen {
  private final Palette palette;
  private final StringBuilder out = new StringBuilder();
  private final Deque<String> paths = new ArrayDeque<>();
  private final Deque<Boolean> clipped = new ArrayDeque<>();
  private String open = "";
  private final String clipName;
  private int clips;

  private SvgWriter(Palette palette, String title) {
    this.palette = palette;
    // Pictures that stand in one page must not share the names of their clips.
    this.clipName = "clip-" + Integer.toHexString(title.hashCode()) + "-";
    paths.push("");
  }

  /**
   * @param title for readers who hear the picture
   */
  public static String write(Figure figure, View view, Palette palette, String title) {
    SvgWriter writer = new SvgWriter(palette, title);
    String width = decimal(view.widthPx());
    String height = decimal(view.heightPx());
    writer
        .out
        .append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
        .append(width + " " + height + "\" width=\"" + width + "\" height=\"" + height)
        .append("\" role=\"img\" font-family=\"Inter, 'Noto Sans SC', sans-serif\">\n<title>")
        .append(escape(title))
        .append("</title>\n");
    figure.paint(view, writer);
    writer.close();
    return writer.out.append("</svg>\n").toString();
  }

  @Override
  public void enter(Shape.Group group, Transform pixels) {
    close();
    paths.push(Figure.join(paths.peek(), group.tag()));
    clipped.push(group.clipped());
    if (group.clipped()) {
      clips++;
      Box b = pixels.of(group.bounds());
      out.append("<clipPath id=\"" + clipName + clips + "\"><rect")
          .append(box(b))
          .append("/></clipPath>\n<g clip-path=\"url(#" + clipName + clips + ")\">\n");
    }
  }

  @Override
  public void leave(Shape.Group group) {
    close();
    paths.pop();
    if (clipped.pop()) {
      out.append("</g>\n");
    }
  }

  @Override
  public void draw(Shape shape, Transform t) {
    instance(shape.tag().isEmpty() ? "" : Figure.join(paths.peek(), shape.tag()));
    switch (shape) {
      case Shape.Rect(Box b, double radius, Style style, String _, Detail _) -> {
        String round = radius > 0 ? attribute("rx", t.scale() * radius) : "";
        element("rect", box(t.of(b)) + round, style, t);
      }
      case Shape.Line l ->
          element(
              "line",
              attribute("x1", t.x(l.x1()))
                  + attribute("y1", t.y(l.y1()))
                  + attribute("x2", t.x(l.x2()))
                  + attribute("y2", t.y(l.y2())),
              l.style(),
              t);
      case Shape.Polyline p ->
          element("polyline", " points=\"" + points(p.points(), t) + "\"", p.style(), t);
      case Shape.Path p -> element("path", " d=\"" + p.data().svg(t) + "\"", p.style(), t);
      case Shape.Circle c ->
          element(
              "circle",
              attribute("cx", t.x(c.x()))
                  + attribute("cy", t.y(c.y()))
                  + attribute("r", t.scale() * c.radius()),
              c.style(),
              t);
      case Shape.Label label -> label(label, t);
      case Shape.Group _ -> {}
    }
  }

  private void instance(String path) {
    if (!path.equals(open)) {
      close();
      open = path;
      if (!path.isEmpty()) {
        out.append("<g data-path=\"" + escape(path) + "\"><title>" + escape(path) + "</title>\n");
      }
    }
  }

  private void close() {
    if (!open.isEmpty()) {
      out.append("</g>\n");
      open = "";
    }
  }

  private void label(Shape.Label label, Transform t) {
    String text = label.fitted();
    if (text.isEmpty()) {
      return;
    }
    out.append("<text")
        .append(attribute("x", t.x(label.x())))
        .append(attribute("y", t.y(label.y())));
    out.append(attribute("font-size", t.scale() * label.size()));
    if (label.weight() != Shape.Weight.REGULAR) {
      out.append(" font-weight=\"" + label.weight().css() + "\"");
    }
    if (label.anchor() != Shape.Anchor.START) {
      out.append(" text-anchor=\"" + label.anchor().name().toLowerCase(Locale.ROOT) + "\"");
    }
    out.append(color("fill", palette.textArgb(label.ink()))).append('>');
    out.append(escape(text)).append("</text>\n");
  }

  private void element(String name, String geometry, Style style, Transform t) {
    out.append('<').append(name).append(geometry);
    out.append(color("fill", palette.argb(style.fill())));
    if (style.hasStroke()) {
      double width = style.strokePx(t.scale());
      out.append(color("stroke", palette.argb(style.stroke())));
      out.append(attribute("stroke-width", width));
      if (style.dash() != Style.Dash.SOLID) {
        double[] pattern = style.dash().pattern(width);
        out.append(" stroke-dasharray=\"" + decimal(pattern[0]) + " " + decimal(pattern[1]) + "\"");
      }
    }
    out.append("/>\n");
  }

  private static String box(Box b) {
    return attribute("x", b.x())
        + attribute("y", b.y())
        + attribute("width", b.width())
        + attribute("height", b.height());
  }

  private static String points(Points points, Transform t) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < points.size(); i++) {
      text.append(i == 0 ? "" : " ").append(decimal(t.x(points.x(i)))).append(',');
      text.append(decimal(t.y(points.y(i))));
    }
    return text.toString();
  }

  private static String attribute(String name, double value) {
    return " " + name + "=\"" + decimal(value) + "\"";
  }

  private static String color(String name, int argb) {
    int alpha = argb >>> 24;
    if (alpha == 0) {
      return " " + name + "=\"none\"";
    }
    String hex = String.format(Locale.ROOT, " %s=\"#%06X\"", name, argb & 0xFFFFFF);
    return alpha == 255 ? hex : hex + attribute(name + "-opacity", alpha / 255.0);
  }

  /** For text and quoted attributes of XML. */
  static String escape(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '<' -> safe.append("&lt;");
            case '>' -> safe.append("&gt;");
            case '&' -> safe.append("&amp;");
            case '"' -> safe.append("&quot;");
            // XML 1.0 has no other control characters.
            default -> safe.appendCodePoint(c < 32 && c != '\t' && c != '\n' ? ' ' : c);
          }
        });
    return safe.toString();
  }
}
