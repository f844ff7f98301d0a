package supernode.ui.canvas;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.TextAlignment;
import supernode.figure.Box;
import supernode.figure.Figure;
import supernode.figure.Ink;
import supernode.figure.PathData;
import supernode.figure.Pen;
import supernode.figure.Points;
import supernode.figure.Shape;
import supernode.figure.Style;
import supernode.figure.Transform;
import supernode.figure.View;

/** Draws figures on a JavaFX canvas. Coordinates are pixels; nothing is transformed there. */
public final class FxPainter implements Pen {
  /** Smaller corners look square. */
  private static final double ROUND_PX = 1;

  private final GraphicsContext g;
  private final FxColors colors;

  private FxPainter(GraphicsContext g, FxColors colors) {
    this.g = g;
    this.colors = colors;
  }

  public static void paint(Figure figure, View view, GraphicsContext g, FxColors colors) {
    g.save();
    g.setLineCap(StrokeLineCap.BUTT);
    g.setTextBaseline(VPos.BASELINE);
    figure.paint(view, new FxPainter(g, colors));
    g.restore();
  }

  /** Draws shapes that lie in no figure. */
  public static void paint(
      List<Shape> shapes, Transform pixels, GraphicsContext g, FxColors colors) {
    FxPainter painter = new FxPainter(g, colors);
    shapes.forEach(s -> painter.draw(s, pixels));
  }

  @Override
  public void enter(Shape.Group group, Transform pixels) {
    if (group.clipped()) {
      Box b = pixels.of(group.bounds());
      g.save();
      g.beginPath();
      g.rect(Math.floor(b.x()), Math.floor(b.y()), Math.ceil(b.width()), Math.ceil(b.height()));
      g.clip();
    }
  }

  @Override
  public void leave(Shape.Group group) {
    if (group.clipped()) {
      g.restore();
    }
  }

  @Override
  public void draw(Shape shape, Transform t) {
    switch (shape) {
      case Shape.Rect r -> rect(t.of(r.bounds()), r.radius() * t.scale(), r.style(), t);
      case Shape.Line l -> {
        if (stroke(l.style(), t)) {
          g.strokeLine(t.x(l.x1()), t.y(l.y1()), t.x(l.x2()), t.y(l.y2()));
          solid(l.style());
        }
      }
      case Shape.Polyline p -> {
        if (stroke(p.style(), t)) {
          Points points = p.points();
          double[] xs = new double[points.size()];
          double[] ys = new double[points.size()];
          for (int i = 0; i < xs.length; i++) {
            xs[i] = t.x(points.x(i));
            ys[i] = t.y(points.y(i));
          }
          g.strokePolyline(xs, ys, xs.length);
          solid(p.style());
        }
      }
      case Shape.Path p -> {
        trace(p.data(), t);
        if (fill(p.style())) {
          g.fill();
        }
        if (stroke(p.style(), t)) {
          g.stroke();
          solid(p.style());
        }
      }
      case Shape.Circle c -> {
        double r = c.radius() * t.scale();
        if (fill(c.style())) {
          g.fillOval(t.x(c.x()) - r, t.y(c.y()) - r, 2 * r, 2 * r);
        }
        if (stroke(c.style(), t)) {
          g.strokeOval(t.x(c.x()) - r, t.y(c.y()) - r, 2 * r, 2 * r);
          solid(c.style());
        }
      }
      case Shape.Label l -> label(l, t);
      case Shape.Group _ -> {}
    }
  }

  private void rect(Box b, double radius, Style style, Transform t) {
    double arc = 2 * radius;
    if (fill(style)) {
      if (radius >= ROUND_PX) {
        g.fillRoundRect(b.x(), b.y(), b.width(), b.height(), arc, arc);
      } else {
        g.fillRect(b.x(), b.y(), b.width(), b.height());
      }
    }
    if (style.hasStroke()) {
      // Hairlines lie on whole pixels.
      double x = Math.floor(b.x()) + 0.5;
      double y = Math.floor(b.y()) + 0.5;
      double w = Math.round(b.right()) - 0.5 - x;
      double h = Math.round(b.bottom()) - 0.5 - y;
      double width = style.strokePx(t.scale());
      if (radius < ROUND_PX && style.dash() == Style.Dash.SOLID && Math.min(w, h) > width) {
        frame(x - width / 2, y - width / 2, w + width, h + width, width, style);
      } else if (stroke(style, t)) {
        if (radius >= ROUND_PX) {
          g.strokeRoundRect(x, y, w, h, arc, arc);
        } else {
          g.strokeRect(x, y, w, h);
        }
        solid(style);
      }
    }
  }

  // As four bars, which are filled in a fraction of the time that an outline is traced in.
  private void frame(double x, double y, double w, double h, double thick, Style style) {
    g.setFill(colors.of(colors.palette().argb(style.stroke())));
    g.fillRect(x, y, w, thick);
    g.fillRect(x, y + h - thick, w, thick);
    g.fillRect(x, y + thick, thick, h - 2 * thick);
    g.fillRect(x + w - thick, y + thick, thick, h - 2 * thick);
  }

  private boolean fill(Style style) {
    if (style.fill().isNone()) {
      return false;
    }
    g.setFill(colors.of(colors.palette().argb(style.fill())));
    return true;
  }

  private boolean stroke(Style style, Transform t) {
    if (!style.hasStroke()) {
      return false;
    }
    double width = style.strokePx(t.scale());
    g.setStroke(colors.of(colors.palette().argb(style.stroke())));
    g.setLineWidth(width);
    if (style.dash() != Style.Dash.SOLID) {
      g.setLineDashes(style.dash().pattern(width));
    }
    return true;
  }

  private void solid(Style style) {
    if (style.dash() != Style.Dash.SOLID) {
      g.setLineDashes();
    }
  }

  private void trace(PathData data, Transform t) {
    g.beginPath();
    for (PathData.Segment s : data.segments()) {
      switch (s) {
        case PathData.Segment.Move m -> g.moveTo(t.x(m.x()), t.y(m.y()));
        case PathData.Segment.Line l -> g.lineTo(t.x(l.x()), t.y(l.y()));
        case PathData.Segment.Cubic c ->
            g.bezierCurveTo(
                t.x(c.x1()), t.y(c.y1()), t.x(c.x2()), t.y(c.y2()), t.x(c.x()), t.y(c.y()));
        case PathData.Segment.Close _ -> g.closePath();
      }
    }
  }

  private void label(Shape.Label l, Transform t) {
    String text = l.fitted();
    Ink ink = l.ink();
    if (text.isEmpty() || ink.isNone()) {
      return;
    }
    g.setFont(colors.font(l.size() * t.scale(), l.weight()));
    g.setFill(colors.of(colors.palette().textArgb(ink)));
    g.setTextAlign(
        switch (l.anchor()) {
          case START -> TextAlignment.LEFT;
          case MIDDLE -> TextAlignment.CENTER;
          case END -> TextAlignment.RIGHT;
        });
    g.fillText(text, t.x(l.x()), t.y(l.y()));
  }
}
