package supernode.ui.canvas;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import supernode.catalog.LinkType;
import supernode.design.InstancePath;
import supernode.design.Places;
import supernode.figure.Box;
import supernode.figure.drawing.PortMarks;
import supernode.figure.drawing.Tag;
import supernode.quantity.Text;

/** Draws a link from a port to another one, or to whatever has a port that fits. */
final class LinkTool implements Tool {
  private static final double MILLIMETRES_PER_METRE = 1000;

  /** Shortest length that a drawn link gets. */
  private static final double LEAST_LENGTH_M = 0.1;

  private final Board board;
  private final Ports ports;
  private final Consumer<Offer> offers;
  private Optional<Wires.End> from = Optional.empty();
  private Optional<LinkType> held = Optional.empty();
  private double startX;
  private double startY;
  private Preview preview = Preview.NONE;

  /** Several ways to wire, to choose from at a place of the canvas. */
  record Offer(double x, double y, List<Wires.Choice> choices) {}

  /**
   * @param offers asks the user which way; called where there are several
   */
  LinkTool(Board board, Ports ports, Consumer<Offer> offers) {
    this.board = board;
    this.ports = ports;
    this.offers = offers;
  }

  /** Whether a drag from here would draw a link. */
  static boolean startsAt(Tag tag) {
    return !tag.port().isEmpty();
  }

  /** Draws links of one type until it is laid down. */
  void hold(LinkType type) {
    held = Optional.of(type);
    board.hint(Optional.of(Text.of("canvas.holding", type.name())));
  }

  /** Whether a type was held. */
  boolean layDown() {
    boolean was = held.isPresent();
    held = Optional.empty();
    if (was) {
      board.hint(Optional.empty());
    }
    return was;
  }

  /** Where a link of the held type could begin, while none is drawn. */
  Preview waiting() {
    return held.map(l -> Preview.NONE.with(ports.beginnings(l))).orElse(Preview.NONE);
  }

  @Override
  public void pressed(PointerEvent e) {
    from = board.hit(e.x(), e.y()).filter(LinkTool::startsAt).map(LinkTool::end);
    startX = board.camera().worldX(e.x());
    startY = board.camera().worldY(e.y());
  }

  private static Wires.End end(Tag tag) {
    return new Wires.End(InstancePath.parse(tag.path()), tag.port());
  }

  @Override
  public void dragged(PointerEvent e) {
    if (from.isEmpty()) {
      return;
    }
    Wires wires = wires();
    Camera c = board.camera();
    Preview.Guide line = new Preview.Guide(startX, startY, c.worldX(e.x()), c.worldY(e.y()));
    Optional<Places.FoundPort> port = wires.port(from.get());
    List<Preview.Port> shown =
        port.map(p -> ports.partnersOf(p.port(), from.get().path(), held)).orElse(List.of());
    Target target = target(wires, e);
    preview =
        Preview.linking(
            line, shown, target.end().isPresent() && target.why().isEmpty(), target.why());
  }

  private Wires wires() {
    return new Wires(board.workspace(), board.entered(), held);
  }

  private record Target(Optional<Wires.End> end, Optional<Text> why) {}

  /** The port under the pointer, or one that fits of the instance under it. */
  private Target target(Wires wires, PointerEvent e) {
    Optional<Tag> tag = board.hit(e.x(), e.y()).filter(t -> t.wiring().isEmpty());
    if (tag.isEmpty() || tag.get().path().equals(from.get().path().toString())) {
      return new Target(Optional.empty(), Optional.empty());
    }
    if (!tag.get().port().isEmpty()) {
      Wires.End to = end(tag.get());
      return new Target(Optional.of(to), wires.refusal(from.get(), to));
    }
    // From the innermost outwards: a tray exposes what its chips have.
    InstancePath path = InstancePath.parse(tag.get().path());
    Optional<Text> why = Optional.empty();
    while (path.steps().size() > board.entered().steps().size()) {
      for (PortMarks.Mark m : ports.of(path)) {
        Wires.End to = new Wires.End(path, m.name());
        Optional<Text> refusal = wires.refusal(from.get(), to);
        if (refusal.isEmpty()) {
          return new Target(Optional.of(to), refusal);
        }
        why = why.isPresent() ? why : refusal;
      }
      path = path.parent();
    }
    return new Target(Optional.empty(), why);
  }

  @Override
  public void released(PointerEvent e) {
    if (from.isPresent()) {
      Wires wires = wires();
      Target target = target(wires, e);
      if (target.end().isPresent() && target.why().isEmpty()) {
        join(wires, target.end().get(), e);
      } else {
        target.why().ifPresent(why -> board.hint(Optional.of(why)));
      }
    }
    cancelled();
  }

  private void join(Wires wires, Wires.End to, PointerEvent e) {
    List<Wires.Choice> choices = wires.choices(from.get(), to, lengthM(to));
    if (choices.size() == 1) {
      board.workspace().perform(choices.getFirst().edit());
    } else {
      offers.accept(new Offer(e.x(), e.y(), choices));
    }
  }

  /** As the drawing has it: a drawing unit is about a millimetre. */
  private double lengthM(Wires.End to) {
    Box a = board.box(from.get().path()).orElse(Box.EMPTY);
    Box b = board.box(to.path()).orElse(Box.EMPTY);
    double units = Math.abs(a.centerX() - b.centerX()) + Math.abs(a.centerY() - b.centerY());
    double metres = units / MILLIMETRES_PER_METRE;
    return Math.max(LEAST_LENGTH_M, Math.ceil(metres * 10) / 10);
  }

  @Override
  public void cancelled() {
    from = Optional.empty();
    preview = Preview.NONE;
  }

  @Override
  public Preview preview() {
    return preview;
  }
}
