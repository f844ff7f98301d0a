package supernode.ui.canvas;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Keys of the focused canvas that are no menu commands. Arrows nudge what stands directly in the
 * entered assembly (Shift: ten steps); with Ctrl, or with nothing to nudge, they walk to
 * neighbours.
 */
final class CanvasKeys {
  private static final int MANY = 10;

  private final CanvasView view;
  private final Board board;
  private final Gestures gestures;

  CanvasKeys(CanvasView view, Board board, Gestures gestures) {
    this.view = view;
    this.board = board;
    this.gestures = gestures;
  }

  void pressed(KeyEvent e) {
    if (handled(e)) {
      e.consume();
    }
  }

  void released(KeyEvent e) {
    if (e.getCode() == KeyCode.SPACE) {
      gestures.panning(false);
      view.updateCursor();
      e.consume();
    }
  }

  private boolean handled(KeyEvent e) {
    CanvasActions actions = view.actions();
    switch (e.getCode()) {
      case LEFT -> arrow(e, -1, 0);
      case RIGHT -> arrow(e, 1, 0);
      case UP -> arrow(e, 0, -1);
      case DOWN -> arrow(e, 0, 1);
      case TAB -> {
        // With Ctrl the focus goes on, as everywhere.
        if (e.isShortcutDown() || e.isControlDown()) {
          return false;
        }
        actions.selectNext(e.isShiftDown() ? -1 : 1);
      }
      case ENTER -> actions.enter();
      case ESCAPE -> escape(actions);
      case BACK_SPACE -> actions.delete();
      case SPACE -> {
        gestures.panning(true);
        view.updateCursor();
      }
      case PLUS, ADD, EQUALS -> {
        if (e.isShortcutDown()) {
          return false;
        }
        view.zoom(CanvasView.ZOOM_STEP);
      }
      case MINUS, SUBTRACT -> {
        if (e.isShortcutDown()) {
          return false;
        }
        view.zoom(1 / CanvasView.ZOOM_STEP);
      }
      case CONTEXT_MENU -> view.showMenu();
      default -> {
        return false;
      }
    }
    return true;
  }

  private void arrow(KeyEvent e, int right, int down) {
    int by = e.isShiftDown() ? MANY : 1;
    if (Selected.isDirect(board) && !e.isShortcutDown()) {
      view.actions().nudge(by * right, by * down);
    } else {
      view.actions().selectTowards(right, down);
    }
  }

  private void escape(CanvasActions actions) {
    if (view.closeOffer() || gestures.cancel()) {
      return;
    }
    if (!board.workspace().replay().isOff()) {
      board.workspace().replay().close();
    } else if (!board.entered().isRoot()) {
      actions.leave();
    } else {
      board.workspace().select(supernode.ui.Selection.NONE);
    }
  }
}
