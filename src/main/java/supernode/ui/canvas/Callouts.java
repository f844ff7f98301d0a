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
import supernode.figure.Shape;
import supernode.figure.Style;
import supernode.figure.View;
import supernode.quantity.Dimension;
import supernode.quantity.Messages;
import supernode.quantity.QuantityFormat;
import supernode.ui.Answers;

/** Cards over the drawing that say what a thing does now: cooling units, and what is selected. */
final class Callouts {
  private static final double AWAY_PX = 18;
  private static final double MARGIN_PX = 8;
  private static final double LEAST_WIDTH_PX = 170;

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

  void paint(GraphicsContext g, FxColors colors) {
    Optional<Analysis> analysis = board.workspace().analysis();
    // They tell of the steady state.
    boolean replayed = board.workspace().replay().run().isPresent();
    if (analysis.isEmpty() || replayed || board.camera().width() < 500) {
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
    List<Card.Line> lines = new ArrayList<>();
    List<String> moved = new ArrayList<>();
    for (String figure : List.of("flowLpm", "pressureKPa")) {
      a.result(path + "." + figure).ifPresent(r -> moved.add(r.quantity().toString()));
    }
    if (moved.isEmpty()) {
      return;
    }
    lines.add(new Card.Line(String.join(" · ", moved), "", ColorRole.SECONDARY));
    a.result("cooling.supplyC").ifPresent(r -> lines.add(said(r, ColorRole.COOLANT_SUPPLY)));
    a.result("cooling.returnC").ifPresent(r -> lines.add(said(r, ColorRole.COOLANT_RETURN)));
    a.result("cooling.pumpKW").ifPresent(r -> lines.add(said(r, ColorRole.SECONDARY)));
    speed(p)
        .map(s -> QuantityFormat.format(s, Dimension.RATIO))
        .ifPresent(s ->
            lines.add(
                new Card.Line(
                    messages.say("property." + Property.PUMP_SPEED.key()),
                    s,
                    ColorRole.SECONDARY)));
    Card card = new Card("", lines);
    double left = b.centerX() - card.width() / 2;
    Box under = new Box(left, b.bottom() + 8, card.width(), card.height());
    // A unit at the foot of what is seen has its card beside the drawing.
    boolean cut = b.bottom() <= pixels().bottom() && under.bottom() > pixels().bottom();
    Box drawing = board.camera().toPixels(board.figure().bounds());
    Optional<Box> beside = cut ? beside(drawing, b, card.width(), card.height()) : Optional.empty();
    beside.ifPresent(box -> out.add(leader(box, b, ColorRole.FAINT)));
    card.draw(beside.orElse(under), ColorRole.HAIRLINE, out);
  }

  private Optional<Double> speed(Placement p) {
    Double set = p.overrides().get(Property.PUMP_SPEED);
    if (set != null) {
      return Optional.of(set);
    }
    Optional<Part> part = board.workspace().library().part(p.of());
    return part.flatMap(of -> of.values().get(Property.PUMP_SPEED).stream().boxed().findFirst());
  }

  private Card.Line said(Result r, ColorRole role) {
    return new Card.Line(messages.say(r.label()), r.quantity().toString(), role);
  }

  /** The first results of what is selected, on a card beside the drawing. */
  private void selected(Analysis a, InstancePath path, Box b, List<Shape> out) {
    List<Card.Line> lines =
        Answers.at(board.workspace(), a, path.toString()).stream()
            .limit(MAX_LINES)
            .map(r -> said(r, ColorRole.SECONDARY))
            .toList();
    if (lines.isEmpty()) {
      return;
    }
    Card card = new Card(path.toString(), lines);
    Box drawing = board.camera().toPixels(board.figure().bounds());
    // Long words are cut rather than the drawing hidden.
    double room = Math.max(LEAST_WIDTH_PX, drawing.x() - AWAY_PX - MARGIN_PX);
    double width = Math.min(card.width(), room);
    Optional<Box> place = beside(drawing, b, width, card.height());
    if (place.isEmpty()) {
      return;
    }
    Box box = place.get();
    out.add(leader(box, b, ColorRole.ACCENT));
    card.draw(box, ColorRole.ACCENT, out);
  }

  /** From a card to the thing that it tells of. */
  private static Shape leader(Box card, Box b, ColorRole role) {
    boolean left = card.right() < b.centerX();
    return new Shape.Line(
        left ? card.right() : card.x(),
        card.y() + 0.7 * card.height(),
        left ? b.x() - 2 : b.right() + 2,
        b.centerY(),
        Style.line(role, 1),
        "",
        Detail.ALWAYS);
  }

  /** Left or right of the drawing, else above or below it; empty where it would hide something. */
  private Optional<Box> beside(Box drawing, Box b, double width, double height) {
    double needed = width + AWAY_PX + MARGIN_PX;
    double right = pixels().width() - MARGIN_PX - width;
    double lowest = pixels().height() - MARGIN_PX - height;
    double y = Math.clamp(b.centerY() - height - AWAY_PX, MARGIN_PX, Math.max(MARGIN_PX, lowest));
    if (drawing.x() >= needed) {
      return Optional.of(new Box(drawing.x() - width - AWAY_PX, y, width, height));
    }
    if (drawing.right() + needed <= pixels().width()) {
      return Optional.of(new Box(drawing.right() + AWAY_PX, y, width, height));
    }
    double x = Math.clamp(b.x() - width - AWAY_PX, MARGIN_PX, Math.max(MARGIN_PX, right));
    if (drawing.y() >= height + MARGIN_PX) {
      return Optional.of(new Box(x, drawing.y() - height - 2, width, height));
    }
    return drawing.bottom() + 2 <= lowest
        ? Optional.of(new Box(x, drawing.bottom() + 2, width, height))
        : Optional.empty();
  }
}
