package supernode.ui.canvas;

import java.util.Optional;
import java.util.function.Consumer;
import supernode.figure.drawing.Tag;

/** Gives each press to the tool that it means, until the button is released. */
public final class Gestures {
  private final Board board;
  private final SelectTool select;
  private final PanTool pan;
  private final LinkTool link;
  private final PlaceTool place;
  private boolean panning;
  private boolean pressed;
  private Tool active;
  private Optional<Tag> hovered = Optional.empty();

  /**
   * @param placed given the name of each new placement
   * @param offers asks which of several ways to wire
   */
  Gestures(Board board, Consumer<String> placed, Consumer<LinkTool.Offer> offers) {
    this.board = board;
    Ports ports = new Ports(board);
    select = new SelectTool(board);
    pan = new PanTool(board);
    link = new LinkTool(board, ports, offers);
    place = new PlaceTool(board, ports, placed);
    active = select;
  }

  LinkTool link() {
    return link;
  }

  PlaceTool place() {
    return place;
  }

  /** While the space key is down every drag pans. */
  void panning(boolean on) {
    panning = on;
  }

  boolean isPanning() {
    return panning;
  }

  void pressed(PointerEvent e) {
    pressed = true;
    active = tool(e);
    active.pressed(e);
    board.changed();
  }

  private Tool tool(PointerEvent e) {
    if (place.isCarrying()) {
      return place;
    }
    if (panning || e.button() == PointerEvent.Button.MIDDLE) {
      return pan;
    }
    boolean port = board.hit(e.x(), e.y()).filter(LinkTool::startsAt).isPresent();
    return port ? link : select;
  }

  void dragged(PointerEvent e) {
    (place.isCarrying() ? place : active).dragged(e);
    board.changed();
  }

  void released(PointerEvent e) {
    (place.isCarrying() ? place : active).released(e);
    active = select;
    pressed = false;
    board.changed();
  }

  /** Whether a button is down: the view stays where it is then. */
  boolean isPressed() {
    return pressed;
  }

  void moved(PointerEvent e) {
    if (place.isCarrying()) {
      place.moved(e);
      board.changed();
      return;
    }
    Optional<Tag> now = board.hit(e.x(), e.y());
    if (!now.equals(hovered)) {
      hovered = now;
      board.changed();
    }
  }

  void left() {
    hovered = Optional.empty();
    board.changed();
  }

  /** Whether something is carried, dragged or drawn. */
  boolean isBusy() {
    return place.isCarrying() || !preview().equals(Preview.NONE);
  }

  /** What the pointer is over. */
  Optional<Tag> hovered() {
    return hovered;
  }

  /** Forgets what was begun; false when nothing was. */
  boolean cancel() {
    boolean begun = isBusy() || link.layDown();
    link.layDown();
    place.cancelled();
    active.cancelled();
    active = select;
    board.changed();
    return begun;
  }

  Preview preview() {
    if (place.isCarrying()) {
      return place.preview();
    }
    return pressed ? active.preview() : link.waiting();
  }
}
