package supernode.ui.canvas;

import java.util.List;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import supernode.analysis.LinkLine;
import supernode.design.InstancePath;
import supernode.figure.ColorRole;
import supernode.figure.Figure;
import supernode.figure.Style;
import supernode.figure.drawing.Tag;
import supernode.ui.Selection;

/** Traces the links that are pointed at or selected, and those of what is selected. */
final class Highlight {
  private static final int MAX_LINES = 3000;
  private static final double POINTED_PX = 2;
  private static final double SELECTED_PX = 2.5;

  private static final double FAILED_PX = 1.5;
  private static final double CROSS_PX = 4;

  private final Board board;
  private final LinkFaults faults;
  private List<SeenLine> lines = List.of();
  private Figure figure;
  private Camera camera;

  Highlight(Board board) {
    this.board = board;
    this.faults = new LinkFaults(board.workspace());
  }

  void paint(Optional<Tag> hovered, GraphicsContext g, FxColors c) {
    Selection selection = board.workspace().selection();
    Optional<LinkLine> pointed = hovered.filter(t -> t.wiring().isPresent()).map(Tag::line);
    boolean one = selection.places().size() == 1;
    if (pointed.isEmpty() && selection.wiring().isEmpty() && !one && !faults.any()) {
      return;
    }
    collect();
    Optional<InstancePath> place =
        one ? Optional.of(InstancePath.parse(selection.places().getFirst())) : Optional.empty();
    for (SeenLine line : lines) {
      LinkLine links = line.tag().line();
      if (faults.any() && faults.hasFailed(links)) {
        failed(line, g, c);
      }
      if (isSelected(links, selection)) {
        trace(line, SELECTED_PX, 1, g, c);
      } else if (pointed.filter(links::equals).isPresent()) {
        trace(line, POINTED_PX, 0.7, g, c);
      } else if (place.filter(p -> joins(links, p)).isPresent()) {
        trace(line, 1, 0.6, g, c);
      }
    }
  }

  private boolean isSelected(LinkLine links, Selection selection) {
    return selection
        .wiring()
        .filter(w -> w.line().map(links::equals).orElseGet(() -> isOf(links, w)))
        .isPresent();
  }

  private boolean isOf(LinkLine links, Selection.WiringRef wiring) {
    return links.wiring() == wiring.index()
        && board
            .workspace()
            .places()
            .find(InstancePath.parse(links.at()))
            .flatMap(f -> f.inner())
            .filter(wiring.assembly()::equals)
            .isPresent();
  }

  /** Whether a line begins or ends at an instance itself. */
  private static boolean joins(LinkLine links, InstancePath place) {
    if (place.isRoot()) {
      return false;
    }
    String step = place.last().toString();
    return (links.from().equals(step) || links.to().equals(step))
        && links.at().equals(place.parent().toString());
  }

  private static void trace(
      SeenLine line, double width, double opacity, GraphicsContext g, FxColors c) {
    g.setStroke(c.of(ColorRole.ACCENT, opacity));
    g.setLineWidth(width);
    g.setLineDashes();
    g.strokePolyline(line.xs(), line.ys(), line.xs().length);
  }

  /** Struck through, besides its colour. */
  private static void failed(SeenLine line, GraphicsContext g, FxColors c) {
    g.setStroke(c.of(ColorRole.ERROR));
    g.setLineWidth(FAILED_PX);
    g.setLineDashes(Style.Dash.DASHED.pattern(FAILED_PX));
    g.strokePolyline(line.xs(), line.ys(), line.xs().length);
    g.setLineDashes();
    double x = (line.xs()[0] + line.xs()[1]) / 2;
    double y = (line.ys()[0] + line.ys()[1]) / 2;
    g.strokeLine(x - CROSS_PX, y - CROSS_PX, x + CROSS_PX, y + CROSS_PX);
    g.strokeLine(x - CROSS_PX, y + CROSS_PX, x + CROSS_PX, y - CROSS_PX);
  }

  private void collect() {
    if (figure != board.figure().figure() || !board.camera().equals(camera)) {
      figure = board.figure().figure();
      camera = board.camera();
      lines = SeenLine.on(board, MAX_LINES);
    }
  }
}
