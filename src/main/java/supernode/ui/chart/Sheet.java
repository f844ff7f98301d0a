package supernode.ui.chart;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import supernode.figure.ColorRole;
import supernode.figure.Ink;
import supernode.figure.Style;
import supernode.ui.canvas.FxColors;

/**
 * What the marks of a chart are drawn on: one node, where a node for each bar would take longer to
 * style than the chart to draw.
 */
final class Sheet extends Canvas {
  /** Marks at the edges reach beyond them by no more. */
  private static final double MARGIN = 6;

  private static final double VEIL = 0.8;

  private FxColors colors;

  Sheet() {
    setMouseTransparent(true);
    setManaged(false);
    relocate(-MARGIN, -MARGIN);
  }

  /** An empty sheet of a size. */
  void begin(double width, double height, FxColors next) {
    colors = next;
    setWidth(Math.ceil(width) + 2 * MARGIN);
    setHeight(Math.ceil(height) + 2 * MARGIN);
    GraphicsContext g = getGraphicsContext2D();
    g.clearRect(0, 0, getWidth(), getHeight());
  }

  void bar(double x, double y, double width, double height, Ink ink) {
    GraphicsContext g = getGraphicsContext2D();
    g.setFill(color(ink));
    g.fillRect(MARGIN + x, MARGIN + y, width, height);
  }

  /** Lets little of what was drawn there shine through. */
  void veil(double x, double y, double width, double height) {
    GraphicsContext g = getGraphicsContext2D();
    g.setFill(colors.of(ColorRole.PANEL, VEIL));
    g.fillRect(MARGIN + x, MARGIN + y, width, height);
  }

  void roundBar(double x, double y, double width, double height, double arc, ColorRole role) {
    GraphicsContext g = getGraphicsContext2D();
    g.setFill(colors.of(role));
    g.fillRoundRect(MARGIN + x, MARGIN + y, width, height, arc, arc);
  }

  void dot(double x, double y, double radius, ColorRole role) {
    GraphicsContext g = getGraphicsContext2D();
    g.setFill(colors.of(role));
    g.fillOval(MARGIN + x - radius, MARGIN + y - radius, 2 * radius, 2 * radius);
  }

  /** A line through points that are given as x, y by turns. */
  void line(ColorRole role, double width, Style.Dash dash, double... points) {
    double[] xs = new double[points.length / 2];
    double[] ys = new double[xs.length];
    for (int i = 0; i < xs.length; i++) {
      xs[i] = MARGIN + points[2 * i];
      ys[i] = MARGIN + points[2 * i + 1];
    }
    GraphicsContext g = getGraphicsContext2D();
    g.setStroke(colors.of(role));
    g.setLineWidth(width);
    g.setLineDashes(dash.pattern(width));
    g.strokePolyline(xs, ys, xs.length);
  }

  // Bars are opaque whatever lies under them in a drawing.
  private Color color(Ink ink) {
    return switch (ink) {
      case Ink.Role(ColorRole role, double _) -> colors.of(role);
      case Ink.Over _ -> colors.of(ColorRole.TEXT);
      case Ink.Measured(var scale, double fraction) -> colors.of(0xFF000000 | scale.rgb(fraction));
      case Ink.None _ -> Color.TRANSPARENT;
    };
  }
}
