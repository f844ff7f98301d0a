package supernode.ui.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import supernode.analysis.Analysis;
import supernode.analysis.Result;
import supernode.catalog.Part;
import supernode.catalog.PartKind;
import supernode.catalog.Property;
import supernode.design.InstancePath;
import supernode.design.Placement;
import supernode.figure.Box;
import supernode.figure.ColorRole;
import supernode.figure.Detail;
import supernode.figure.Figure;
import supernode.figure.Ink;
import supernode.figure.Shape;
import supernode.figure.Style;
import supernode.figure.View;
import supernode.quantity.Dimension;
import supernode.quantity.Messages;
import supernode.quantity.QuantityFormat;
import supernode.ui.Answers;

/** Cards over the drawing that say what a thing does now: cooling units, and what is selected. */
final class Callouts {
  private static final double TITLE_PX = 11.5;
  private static final double TEXT_PX = 11;
  private static final double LINE_PX = 17;
  private static final double PADDING_PX = 10;
  private static final double AWAY_PX = 18;
  private static final double MARGIN_PX = 8;

  /** Smaller things have their card only while they are selected. */
  private static final double LEAST_PX = 36;

  private static final int MAX_LINES = 4;
  private static final int MAX_UNITS = 4;

  private final Board board;
  private final Messages messages;

  Callouts(Board board, Messages messages) {
    this.board = board;
    this.messages = messages;
  }

  private record Line(String words, ColorRole role) {}

  void paint(GraphicsContext g, FxColors colors) {
    Optional<Analysis> analysis = board.workspace().analysis();
    if (analysis.isEmpty() || board.camera().width() < 500) {
      return;
    }
    List<Shape> shapes = new ArrayList<>();
    List<String> selected = board.workspace().selection().places();
    int units = 0;
    for (Map.Entry<String, Placement> e : board.assembly().placements().entrySet()) {
      InstancePath path = board.entered().child(e.getKey(), 0);
      if (isCoolingUnit(e.getValue()) && e.getValue().count() == 1 && units < MAX_UNITS) {
        units++;
        board
            .box(path)
            .map(board.camera()::toPixels)
            .filter(b -> b.least() >= LEAST_PX)
            .ifPresent(b -> unit(analysis.get(), path, e.getValue(), b, shapes));
      }
    }
    if (selected.size() == 1) {
      InstancePath path = InstancePath.parse(selected.getFirst());
      if (!board.placement(path).filter(this::isCoolingUnit).isPresent()) {
        board
            .box(path)
            .map(board.camera()::toPixels)
            .filter(b -> b.meets(pixels()))
            .ifPresent(b -> selected(analysis.get(), path, b, shapes));
      }
    }
    FxPainter.paint(Figure.of(pixels(), shapes), new View(pixels(), 1, 1), g, colors);
  }

  private Box pixels() {
    return new Box(0, 0, board.camera().width(), board.camera().height());
  }

  private boolean isCoolingUnit(Placement p) {
    return board
        .workspace()
        .library()
        .part(p.of())
        .filter(part -> part.kind() == PartKind.CDU)
        .isPresent();
  }

  /** What a distribution unit moves, and how warm it is on both sides. */
  private void unit(Analysis a, InstancePath path, Placement p, Box b, List<Shape> out) {
    List<Line> lines = new ArrayList<>();
    List<String> moved = new ArrayList<>();
    for (String figure : List.of("flowLpm", "pressureKPa")) {
      a.result(path + "." + figure).ifPresent(r -> moved.add(r.quantity().toString()));
    }
    if (moved.isEmpty()) {
      return;
    }
    lines.add(new Line(String.join(" · ", moved), ColorRole.SECONDARY));
    a.result("cooling.supplyC")
        .ifPresent(r -> lines.add(new Line(said(r), ColorRole.COOLANT_SUPPLY)));
    a.result("cooling.returnC")
        .ifPresent(r -> lines.add(new Line(said(r), ColorRole.COOLANT_RETURN)));
    a.result("cooling.pumpKW")
        .ifPresent(r -> {
          String speed =
              speed(p).map(s -> " · " + QuantityFormat.format(s, Dimension.RATIO)).orElse("");
          lines.add(new Line(said(r) + speed, ColorRole.SECONDARY));
        });
    double height = height(lines);
    double width = width("", lines);
    double y = b.bottom() + 8;
    Box card = new Box(b.centerX() - width / 2, y, width, height - LINE_PX);
    card(card, "", lines, ColorRole.HAIRLINE, out);
  }

  private Optional<Double> speed(Placement p) {
    Double set = p.overrides().get(Property.PUMP_SPEED);
    if (set != null) {
      return Optional.of(set);
    }
    Optional<Part> part = board.workspace().library().part(p.of());
    return part.flatMap(of -> of.values().get(Property.PUMP_SPEED).stream().boxed().findFirst());
  }

  private String said(Result r) {
    return messages.say(r.label()) + " " + r.quantity();
  }

  /** The first results of what is selected, on a card beside the drawing. */
  private void selected(Analysis a, InstancePath path, Box b, List<Shape> out) {
    List<Line> lines =
        Answers.at(board.workspace(), a, path.toString()).stream()
            .limit(MAX_LINES)
            .map(r -> new Line(said(r), ColorRole.SECONDARY))
            .toList();
    if (lines.isEmpty()) {
      return;
    }
    String title = path.toString();
    double width = width(title, lines);
    double height = height(lines);
    Box drawing = board.camera().toPixels(board.figure().bounds());
    // Beside the drawing where there is room, so that it hides nothing; else beside the thing.
    double need = width + AWAY_PX + MARGIN_PX;
    double x =
        drawing.x() >= need
            ? drawing.x() - width - AWAY_PX
            : drawing.right() + need <= pixels().width()
                ? drawing.right() + AWAY_PX
                : b.x() >= need ? b.x() - width - AWAY_PX : b.right() + AWAY_PX;
    if (x < MARGIN_PX || x + width > board.camera().width() - MARGIN_PX) {
      return;
    }
    double y = Math.clamp(b.centerY() - height - AWAY_PX, MARGIN_PX, pixels().height() - height);
    Box card = new Box(x, y, width, height);
    boolean left = card.right() < b.centerX();
    Style leader = Style.line(ColorRole.ACCENT, 1);
    out.add(
        new Shape.Line(
            left ? card.right() : card.x(),
            card.y() + 0.7 * card.height(),
            left ? b.x() - 2 : b.right() + 2,
            b.centerY(),
            leader,
            "",
            Detail.ALWAYS));
    card(card, title, lines, ColorRole.ACCENT, out);
  }

  private static double height(List<Line> lines) {
    return 2 * PADDING_PX + LINE_PX * (lines.size() + 1) - 4;
  }

  private static double width(String title, List<Line> lines) {
    double widest = label(title, 0, 0, TITLE_PX, ColorRole.TEXT, true).bounds().width();
    for (Line l : lines) {
      widest = Math.max(widest, label(l.words(), 0, 0, TEXT_PX, l.role(), false).bounds().width());
    }
    return Math.ceil(widest) + 2 * PADDING_PX;
  }

  private static void card(
      Box box, String title, List<Line> lines, ColorRole edge, List<Shape> out) {
    Style ground = Style.fill(ColorRole.PANEL).outlined(edge, 1);
    out.add(new Shape.Rect(box, 7, ground, "", Detail.ALWAYS));
    double x = box.x() + PADDING_PX;
    double y = box.y() + PADDING_PX + TITLE_PX - 1;
    if (!title.isEmpty()) {
      out.add(label(title, x, y, TITLE_PX, ColorRole.TEXT, true));
      y += LINE_PX;
    }
    for (Line l : lines) {
      out.add(label(l.words(), x, y, TEXT_PX, l.role(), false));
      y += LINE_PX;
    }
  }

  private static Shape.Label label(
      String words, double x, double y, double size, ColorRole role, boolean strong) {
    return new Shape.Label(
        words,
        x,
        y,
        Shape.Anchor.START,
        size,
        strong ? Shape.Weight.SEMIBOLD : Shape.Weight.REGULAR,
        Double.POSITIVE_INFINITY,
        Ink.of(role),
        "",
        Detail.ALWAYS);
  }
}
