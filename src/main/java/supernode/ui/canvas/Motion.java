package supernode.ui.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import supernode.analysis.Analysis;
import supernode.analysis.LinkLoad;
import supernode.analysis.PipeFlow;
import supernode.analysis.PipeFlows;
import supernode.figure.Box;
import supernode.figure.ColorRole;
import supernode.figure.Figure;
import supernode.figure.Ink;
import supernode.figure.Scale;
import supernode.figure.drawing.Tag;

/**
 * Marks that move along the links by what these carry, in each direction, when the user wants
 * motion: the busier, the faster and the brighter. Only what is seen moves, and what has no answer
 * does not.
 */
final class Motion {
  private static final double MARK_PX = 3;
  private static final double RIM_PX = 0.8;
  private static final double SPACING_PX = 26;
  private static final int MAX_LINES = 3000;

  /** More marks than this come further apart. */
  static final int MAX_MARKS = 1200;

  /** More marks than this are drawn as squares, which is far quicker. */
  private static final int MAX_ROUND = 500;

  /** The fullest pipe: coolant runs calmly, its flow is told by the thickness of pipes too. */
  private static final double COOLANT_SHARE = 0.35;

  /** Below this share of the largest flow nothing flows. */
  private static final double STILL = 1e-6;

  private static final int COLOUR_STEPS = 16;

  private final Board board;
  private List<Flow> flows = List.of();
  private double spacing = SPACING_PX;
  private Figure figure;
  private Camera camera;
  private Optional<Analysis> told = Optional.empty();
  private boolean on;
  private boolean still;
  private double seconds;

  Motion(Board board) {
    this.board = board;
  }

  void on(boolean next) {
    on = next;
    figure = null;
  }

  /** Marks that stand still and show their direction. */
  void still(boolean next) {
    still = next;
  }

  /** Time goes on. */
  void pass(double more) {
    seconds += more;
  }

  void paint(GraphicsContext g, FxColors c) {
    if (!on) {
      return;
    }
    collect();
    Box seen = new Box(0, 0, board.camera().width(), board.camera().height());
    Color rim = c.of(ColorRole.TEXT, 0.5);
    boolean round = marks(flows, spacing) <= MAX_ROUND;
    for (Flow flow : flows) {
      Color fill = colour(flow, c);
      flow.marks(
          seconds,
          spacing,
          seen,
          (x, y, dx, dy) -> {
            if (still) {
              arrow(g, x, y, dx, dy, rim, fill);
            } else {
              dot(g, x, y, round, rim, fill);
            }
          });
    }
  }

  private static Color colour(Flow flow, FxColors c) {
    if (!flow.measured()) {
      return c.of(flow.line().role());
    }
    double step = Math.rint(flow.share() * COLOUR_STEPS) / COLOUR_STEPS;
    return c.of(c.palette().argb(new Ink.Measured(Scale.UTILISATION, step)));
  }

  private static void dot(
      GraphicsContext g, double x, double y, boolean round, Color rim, Color fill) {
    double outer = MARK_PX + 2 * RIM_PX;
    g.setFill(rim);
    if (round) {
      g.fillOval(x - outer / 2, y - outer / 2, outer, outer);
      g.setFill(fill);
      g.fillOval(x - MARK_PX / 2, y - MARK_PX / 2, MARK_PX, MARK_PX);
    } else {
      g.fillRect(x - outer / 2, y - outer / 2, outer, outer);
      g.setFill(fill);
      g.fillRect(x - MARK_PX / 2, y - MARK_PX / 2, MARK_PX, MARK_PX);
    }
  }

  private static void arrow(
      GraphicsContext g, double x, double y, double dx, double dy, Color rim, Color fill) {
    double length = MARK_PX + 2;
    double half = length / 2;
    double[] xs = {x + length * dx, x - half * dx - half * dy, x - half * dx + half * dy};
    double[] ys = {y + length * dy, y - half * dy + half * dx, y - half * dy - half * dx};
    g.setFill(fill);
    g.fillPolygon(xs, ys, 3);
    g.setStroke(rim);
    g.setLineWidth(RIM_PX);
    g.strokePolygon(xs, ys, 3);
  }

  /** What flows on the screen; it changes with the drawing, the camera and the answers only. */
  private void collect() {
    Optional<Analysis> analysis = board.workspace().analysis();
    if (figure == board.figure().figure()
        && board.camera().equals(camera)
        && analysis.orElse(null) == told.orElse(null)) {
      return;
    }
    figure = board.figure().figure();
    camera = board.camera();
    told = analysis;
    flows =
        analysis
            .filter(Analysis::complete)
            .map(a -> flows(SeenLine.on(board, MAX_LINES), a, board.pipes()))
            .orElse(List.of());
    spacing = SPACING_PX * Math.max(1, marks(flows, SPACING_PX) / MAX_MARKS);
  }

  /** Both directions of what carries anything. */
  static List<Flow> flows(List<SeenLine> lines, Analysis analysis, PipeFlows pipes) {
    List<Flow> flows = new ArrayList<>();
    for (SeenLine line : lines) {
      switch (line.role()) {
        // Current and heat are not shown as motion.
        case POWER -> {}
        case COOLANT_SUPPLY, COOLANT_RETURN -> {
          PipeFlow carried = pipes.of(line.tag().line()).orElse(null);
          double most = pipes.mostM3S(line.tag().path());
          if (carried != null && Math.abs(carried.flowM3S()) > STILL * most) {
            // As the root of the flow, like the thickness.
            double share = COOLANT_SHARE * Math.sqrt(Math.abs(carried.flowM3S()) / most);
            for (SeenLine way : ways(line, carried.flowM3S() > 0, lines, pipes)) {
              flows.add(new Flow(way, share, false));
            }
          }
        }
        default -> {
          LinkLoad load = analysis.links().of(line.tag().line()).orElse(null);
          if (load != null && load.out() > 0) {
            flows.add(new Flow(line, load.out(), true));
          }
          if (load != null && load.back() > 0) {
            flows.add(new Flow(line.reversed(), load.back(), true));
          }
        }
      }
    }
    return flows;
  }

  /** A pipe in the direction of its flow; a trunk in parts, each from what feeds it. */
  private static List<SeenLine> ways(
      SeenLine line, boolean onward, List<SeenLine> lines, PipeFlows pipes) {
    if (!line.tag().from().isEmpty()) {
      return List.of(onward ? line : line.reversed());
    }
    List<Trunk.Branch> branches = new ArrayList<>();
    for (SeenLine other : lines) {
      Tag tag = other.tag();
      if (tag.path().equals(line.tag().path())
          && tag.wiring().equals(line.tag().wiring())
          && !tag.from().isEmpty()) {
        int end = other.xs().length - 1;
        double m3S = pipes.of(tag.line()).map(PipeFlow::flowM3S).orElse(0.0);
        branches.add(new Trunk.Branch(other.xs()[end], other.ys()[end], m3S));
      }
    }
    return Trunk.ways(line, branches);
  }

  /** About how many marks there are on the screen. */
  private double marks(List<Flow> all, double apart) {
    double longest = Math.hypot(camera.width(), camera.height());
    return all.stream().mapToDouble(f -> Math.min(f.line().length(), longest) / apart).sum();
  }
}
