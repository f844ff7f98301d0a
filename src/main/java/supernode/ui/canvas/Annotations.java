package supernode.ui.canvas;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import supernode.analysis.Finding;
import supernode.analysis.Severity;
import supernode.design.InstancePath;
import supernode.figure.Box;
import supernode.figure.ColorRole;
import supernode.figure.Figure;
import supernode.figure.Shape;
import supernode.figure.View;
import supernode.figure.drawing.Tag;
import supernode.quantity.Messages;
import supernode.ui.LinkReports;

/** What the user is at, over the drawing: entered, selected, hovered, previewed, found. */
final class Annotations {
  private static final int MAX_BADGES = 60;
  private static final double BADGE_PX = 7;
  private static final double CARD_PX = 14;
  private static final double SMALLEST_BADGED_PX = 5;

  private final Board board;
  private final Gestures gestures;
  private final Messages messages;
  private final Motion motion;
  private final Callouts callouts;
  private final Highlight highlight;
  private final LinkReports reports;
  private double pointerX;
  private double pointerY;

  Annotations(Board board, Gestures gestures, Messages messages, Motion motion) {
    this.board = board;
    this.gestures = gestures;
    this.messages = messages;
    this.motion = motion;
    this.callouts = new Callouts(board, messages);
    this.highlight = new Highlight(board);
    this.reports = new LinkReports(messages, board::changed);
  }

  /** Works out on another thread which flows a link carries. */
  void beside(Executor executor) {
    reports.beside(executor);
  }

  void pointer(double x, double y) {
    pointerX = x;
    pointerY = y;
  }

  void paint(GraphicsContext g, FxColors c) {
    highlight.paint(gestures.hovered(), g, c);
    motion.paint(g, c);
    badges(g, c);
    gestures.hovered().ifPresent(t -> hover(t, g, c));
    for (InstancePath p : Selected.paths(board)) {
      if (!p.equals(board.entered())) {
        board.box(p).ifPresent(b -> outline(b, g, c));
      }
    }
    if (!gestures.isBusy()) {
      callouts.paint(g, c);
    }
    if (!gestures.isBusy()) {
      gestures
          .hovered()
          .flatMap(t -> PipeCard.of(board, t, messages).or(() -> links(t)))
          .ifPresent(p -> card(p, g, c));
    }
    preview(gestures.preview(), g, c);
  }

  private void hover(Tag tag, GraphicsContext g, FxColors c) {
    Optional<Box> box =
        tag.wiring().isPresent() ? Optional.empty() : board.box(InstancePath.parse(tag.path()));
    box.map(board.camera()::toPixels)
        .ifPresent(b -> {
          g.setStroke(c.of(ColorRole.ACCENT, 0.55));
          g.setLineWidth(1);
          g.strokeRect(b.x() - 1, b.y() - 1, b.width() + 2, b.height() + 2);
        });
  }

  private void outline(Box world, GraphicsContext g, FxColors c) {
    Box b = board.camera().toPixels(world);
    // Two lines, so that it is seen on any colour.
    g.setLineWidth(4);
    g.setStroke(c.of(ColorRole.PANEL));
    g.strokeRect(b.x() - 2, b.y() - 2, b.width() + 4, b.height() + 4);
    g.setLineWidth(2);
    g.setStroke(c.of(ColorRole.ACCENT));
    g.strokeRect(b.x() - 2, b.y() - 2, b.width() + 4, b.height() + 4);
  }

  private void badges(GraphicsContext g, FxColors c) {
    List<Finding> findings = board.workspace().analysis().map(a -> a.findings()).orElse(List.of());
    Set<String> done = new HashSet<>();
    for (Finding f : findings) {
      if (f.severity() == Severity.INFO || f.places().isEmpty() || done.size() >= MAX_BADGES) {
        continue;
      }
      String place = f.places().getFirst();
      if (done.add(place) && !place.isEmpty()) {
        board
            .box(InstancePath.parse(place))
            .map(board.camera()::toPixels)
            .filter(b -> b.least() >= SMALLEST_BADGED_PX)
            .ifPresent(b -> badge(b, f.severity(), g, c));
      }
    }
  }

  private static void badge(Box b, Severity severity, GraphicsContext g, FxColors c) {
    ColorRole role = severity == Severity.ERROR ? ColorRole.ERROR : ColorRole.WARNING;
    double x = b.right();
    double y = b.y();
    g.setFill(c.of(role));
    g.fillOval(x - BADGE_PX, y - BADGE_PX, 2 * BADGE_PX, 2 * BADGE_PX);
    g.setFill(c.of(0xFF000000 | c.palette().over(role)));
    g.setFont(c.font(10, Shape.Weight.BOLD));
    g.setTextAlign(TextAlignment.CENTER);
    g.fillText("!", x, y + 3.6);
  }

  private void preview(Preview p, GraphicsContext g, FxColors c) {
    Camera cam = board.camera();
    ColorRole role = p.legal() ? ColorRole.ACCENT : ColorRole.ERROR;
    for (Preview.Port port : p.ports()) {
      Box b = cam.toPixels(port.box());
      double r = Math.max(3, b.width() / 2);
      g.setFill(c.of(ColorRole.OK, 0.3));
      g.fillOval(b.centerX() - 2 * r, b.centerY() - 2 * r, 4 * r, 4 * r);
      g.setFill(c.of(ColorRole.OK));
      g.fillOval(b.centerX() - r, b.centerY() - r, 2 * r, 2 * r);
    }
    for (Box ghost : p.ghosts()) {
      Box b = cam.toPixels(ghost);
      g.setFill(c.of(role, 0.18));
      g.fillRect(b.x(), b.y(), b.width(), b.height());
      g.setStroke(c.of(role));
      g.setLineWidth(1.5);
      g.strokeRect(b.x(), b.y(), b.width(), b.height());
    }
    g.setLineWidth(1);
    g.setStroke(c.of(ColorRole.ERROR, 0.8));
    p.guides().forEach(l -> line(l, g, 8));
    p.marquee()
        .map(cam::toPixels)
        .ifPresent(b -> {
          g.setFill(c.of(ColorRole.ACCENT, 0.12));
          g.fillRect(b.x(), b.y(), b.width(), b.height());
          g.setStroke(c.of(ColorRole.ACCENT));
          g.strokeRect(b.x(), b.y(), b.width(), b.height());
        });
    g.setStroke(c.of(role));
    g.setLineWidth(2);
    p.link().ifPresent(l -> line(l, g, 0));
    p.note()
        .ifPresent(t -> note(messages.say(t), p.legal() ? ColorRole.TEXT : ColorRole.ERROR, g, c));
  }

  private void line(Preview.Guide l, GraphicsContext g, double beyond) {
    Camera cam = board.camera();
    double x1 = cam.pixels().x(l.x1());
    double y1 = cam.pixels().y(l.y1());
    double x2 = cam.pixels().x(l.x2());
    double y2 = cam.pixels().y(l.y2());
    double bx = y1 == y2 ? beyond : 0;
    double by = x1 == x2 ? beyond : 0;
    g.strokeLine(x1 - bx, y1 - by, x2 + bx, y2 + by);
  }

  /** What the links under the pointer carry. */
  private Optional<Card> links(Tag tag) {
    if (tag.wiring().isEmpty()) {
      return Optional.empty();
    }
    return reports
        .of(tag.line(), board.workspace().analysis())
        .map(r ->
            new Card(
                r.title(),
                r.lines().stream()
                    .map(l ->
                        new Card.Line(
                            l.words(),
                            l.value(),
                            l.held() ? ColorRole.WARNING : ColorRole.SECONDARY))
                    .toList()));
  }

  /** Beside the pointer. */
  private void card(Card card, GraphicsContext g, FxColors c) {
    Box all = new Box(0, 0, board.camera().width(), board.camera().height());
    double x = Math.min(pointerX + CARD_PX, all.right() - card.width() - CARD_PX);
    double y = Math.min(pointerY + CARD_PX, all.bottom() - card.height() - CARD_PX);
    List<Shape> shapes = new ArrayList<>();
    Box box = new Box(Math.max(0, x), Math.max(0, y), card.width(), card.height());
    card.draw(box, ColorRole.HAIRLINE, shapes);
    FxPainter.paint(Figure.of(all, shapes), new View(all, 1, 1), g, c);
  }

  private void note(String words, ColorRole role, GraphicsContext g, FxColors c) {
    g.setFont(c.font(12, Shape.Weight.MEDIUM));
    double width = Math.min(7.0 * words.length() + 20, 420);
    double x = Math.min(pointerX + 14, board.camera().width() - width - 8);
    double y = Math.min(pointerY + 18, board.camera().height() - 34);
    Color ground = c.of(ColorRole.PANEL);
    g.setFill(ground);
    g.fillRoundRect(x, y, width, 26, 8, 8);
    g.setStroke(c.of(role));
    g.setLineWidth(1);
    g.strokeRoundRect(x, y, width, 26, 8, 8);
    g.setFill(c.text(role));
    g.setTextAlign(TextAlignment.LEFT);
    g.fillText(words, x + 10, y + 17, width - 20);
  }
}
