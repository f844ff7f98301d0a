package supernode.figure.drawing;

import java.util.Optional;
import supernode.analysis.PipeFlow;
import supernode.analysis.PipeFlows;
import supernode.figure.ColorRole;
import supernode.figure.Ink;
import supernode.figure.PathData;
import supernode.figure.Pen;
import supernode.figure.Points;
import supernode.figure.Reading;
import supernode.figure.Shape;
import supernode.figure.Style;
import supernode.figure.Transform;

/**
 * Draws pipes as thick as their flow, with an arrow the way it goes, and in the colour of the
 * coolant where temperatures are shown.
 */
final class PipeLines extends PassingPen {
  /** Full flow is drawn so much wider than a pipe of unknown flow. */
  private static final double WIDEST = 2.6;

  /** But no wider than this, unless a pipe of unknown flow is. */
  private static final double WIDEST_PX = 8;

  /**
   * A pipe is as wide as the root of its flow: equal velocities have equal proportions. Over one,
   * so that the branches of a manifold are told apart.
   */
  private static final double PER_ROOT = 1.35;

  /** From here on, in pixels per unit, there is room for the widest; far off, lines stay lines. */
  private static final double ROOM = 0.6;

  /** Nearer than this share of it, colours have an edge. */
  private static final double EDGED = 0.5;

  private static final double LEAST_PX = 0.8;
  private static final double STILL_PX = 0.6;

  /** Below this share of the largest flow nothing flows. */
  private static final double STILL = 1e-6;

  private static final double ARROW_LEAST_PX = 3.2;

  /** Pipes shorter than so many arrows have none. */
  private static final double ARROWS = 5;

  private final Optional<Reading> warmth;
  private final PipeFlows pipes;

  /**
   * @param warmth what the colours of temperatures mean, where they are shown
   */
  PipeLines(Pen pen, String at, Optional<Reading> warmth, PipeFlows pipes) {
    super(pen, at);
    this.warmth = warmth;
    this.pipes = pipes;
  }

  @Override
  protected void drawLine(Shape line, Tag tag, Transform pixels) {
    Style style = style(line);
    PipeFlow flow = isPipe(style) ? pipes.of(tag.line()).orElse(null) : null;
    if (flow == null) {
      pass(line, pixels);
      return;
    }
    double most = pipes.mostM3S(tag.path());
    double share = most > 0 ? Math.abs(flow.flowM3S()) / most : 0;
    if (share < STILL) {
      Style still = new Style(Ink.NONE, style.stroke(), STILL_PX, Style.Unit.PIXEL, style.dash());
      pass(with(line, still.dashed(Style.Dash.DASHED)), pixels);
      return;
    }
    double base = style.strokePx(pixels.scale());
    double near = Math.min(1, pixels.scale() / ROOM);
    double full = (1 + (WIDEST - 1) * near) * base;
    double widest = Math.min(full, Math.max(base, WIDEST_PX));
    double width = Math.max(LEAST_PX, widest * Math.min(1, PER_ROOT * Math.sqrt(share)));
    Ink ink = warmth.map(r -> r.ink(flow.outletC())).orElse(style.stroke());
    if (warmth.isPresent() && near >= EDGED) {
      edge(line, width, pixels);
    }
    pass(with(line, ink, width), pixels);
    // A line to a trunk begins at what it joins; a trunk has many ways.
    if (!tag.from().isEmpty()) {
      arrow(points(line), flow.flowM3S() > 0, Math.max(ARROW_LEAST_PX, width), ink, pixels);
    }
  }

  private static boolean isPipe(Style style) {
    return style.stroke() instanceof Ink.Role(ColorRole role, double _)
        && (role == ColorRole.COOLANT_SUPPLY || role == ColorRole.COOLANT_RETURN);
  }

  /** In the middle of the longest stretch, where there is room for it. */
  private void arrow(Points p, boolean onward, double sizePx, Ink ink, Transform pixels) {
    int longest = 0;
    double most = 0;
    for (int i = 0; i + 1 < p.size(); i++) {
      double length = Math.hypot(p.x(i + 1) - p.x(i), p.y(i + 1) - p.y(i));
      if (length > most) {
        most = length;
        longest = i;
      }
    }
    if (most * pixels.scale() < ARROWS * sizePx) {
      return;
    }
    double sign = onward ? 1 : -1;
    double ux = sign * (p.x(longest + 1) - p.x(longest)) / most;
    double uy = sign * (p.y(longest + 1) - p.y(longest)) / most;
    double x = (p.x(longest) + p.x(longest + 1)) / 2;
    double y = (p.y(longest) + p.y(longest + 1)) / 2;
    double size = sizePx / pixels.scale();
    PathData head =
        PathData.from(x + 1.2 * size * ux, y + 1.2 * size * uy)
            .line(x - size * ux - size * uy, y - size * uy + size * ux)
            .line(x - size * ux + size * uy, y - size * uy - size * ux)
            .close()
            .done();
    Style filled = Style.fill(ink).outlined(ColorRole.CANVAS, 1);
    pass(new Shape.Path(head, filled, "", supernode.figure.Detail.ALWAYS), pixels);
  }
}
