package supernode.ui.canvas;

import java.util.Optional;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import supernode.figure.drawing.Tag;
import supernode.ui.Selection;
import supernode.ui.Workspace;

/** Hands the toolkit's events on the canvas to gestures, camera and keys. */
final class CanvasInput {
  // A notch of a wheel is 40 of these on most systems.
  private static final double ZOOM_PER_SCROLL = 0.004;

  private final CanvasView view;
  private final Board board;
  private final Gestures gestures;
  private final Flight flight;
  private final Clicks clicks;

  CanvasInput(CanvasView view, Board board, Gestures gestures, Flight flight, Clicks clicks) {
    this.view = view;
    this.board = board;
    this.gestures = gestures;
    this.flight = flight;
    this.clicks = clicks;
  }

  void listen() {
    CanvasKeys keys = new CanvasKeys(view, board, gestures);
    view.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    view.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
    view.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
    view.addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
    view.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> gestures.left());
    view.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
    view.addEventHandler(ZoomEvent.ZOOM, e -> zoom(e.getZoomFactor(), e.getX(), e.getY()));
    view.addEventHandler(KeyEvent.KEY_PRESSED, keys::pressed);
    view.addEventHandler(KeyEvent.KEY_RELEASED, keys::released);
  }

  private PointerEvent here(MouseEvent e) {
    view.pointer(e.getX(), e.getY());
    return Pointing.of(e, e.getX(), e.getY(), clicks.count());
  }

  private void pressed(MouseEvent e) {
    clicks.pressed(e);
    view.requestFocus();
    flight.cancel();
    view.closeOffer();
    view.hideMenu();
    board.hint(Optional.empty());
    if (e.getButton() == MouseButton.SECONDARY) {
      ask(e);
    } else {
      gestures.pressed(here(e));
    }
    e.consume();
  }

  private void dragged(MouseEvent e) {
    if (gestures.isPressed()) {
      gestures.dragged(here(e));
    }
  }

  private void released(MouseEvent e) {
    if (gestures.isPressed()) {
      gestures.released(here(e));
      view.updateCursor();
      clicks.released(view.getScene());
    }
  }

  private void moved(MouseEvent e) {
    gestures.moved(here(e));
    view.updateCursor();
  }

  /** The second button selects what is under it, unless it is selected, and asks what to do. */
  private void ask(MouseEvent e) {
    Workspace w = view.workspace();
    Optional<Tag> tag = board.hit(e.getX(), e.getY());
    if (tag.filter(t -> t.wiring().isPresent()).isPresent()) {
      SelectTool.select(board, tag.get());
    } else if (tag.isEmpty()) {
      w.select(Selection.NONE);
    } else if (!w.selection().contains(tag.get().path())) {
      w.select(Selection.of(tag.get().path()));
    }
    view.showMenu(e.getScreenX(), e.getScreenY());
  }

  // Two fingers on a touch pad pan, a wheel zooms.
  private void scrolled(ScrollEvent e) {
    if (e.isDirect() || e.getTouchCount() > 0) {
      view.look(board.camera().panned(e.getDeltaX(), e.getDeltaY()));
    } else {
      zoom(Math.exp(ZOOM_PER_SCROLL * e.getDeltaY()), e.getX(), e.getY());
    }
    e.consume();
  }

  private void zoom(double factor, double x, double y) {
    view.look(board.camera().zoomed(factor, x, y));
  }
}
