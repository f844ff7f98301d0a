package supernode.ui.canvas;

import javafx.event.EventHandler;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/**
 * Takes over a drag that began elsewhere in the window: until the button is released, the scene's
 * mouse events go to the canvas, which shows a ghost.
 */
final class Carrying {
  private final CanvasView view;
  private final Gestures gestures;
  private final EventHandler<MouseEvent> moved = this::moved;
  private final EventHandler<MouseEvent> released = this::released;
  private final EventHandler<KeyEvent> key = this::key;

  Carrying(CanvasView view, Gestures gestures) {
    this.view = view;
    this.gestures = gestures;
  }

  void begin(PaletteItem item) {
    gestures.place().begin(item);
    Scene scene = view.getScene();
    scene.addEventFilter(MouseEvent.MOUSE_DRAGGED, moved);
    scene.addEventFilter(MouseEvent.MOUSE_RELEASED, released);
    scene.addEventFilter(KeyEvent.KEY_PRESSED, key);
  }

  private PointerEvent here(MouseEvent e) {
    Point2D p = view.sceneToLocal(e.getSceneX(), e.getSceneY());
    view.pointer(p.getX(), p.getY());
    return Pointing.of(e, p.getX(), p.getY(), 1);
  }

  private void moved(MouseEvent e) {
    gestures.dragged(here(e));
  }

  private void released(MouseEvent e) {
    end();
    gestures.released(here(e));
    view.requestFocus();
  }

  private void key(KeyEvent e) {
    if (e.getCode() == KeyCode.ESCAPE) {
      end();
      gestures.cancel();
      e.consume();
    }
  }

  private void end() {
    Scene scene = view.getScene();
    scene.removeEventFilter(MouseEvent.MOUSE_DRAGGED, moved);
    scene.removeEventFilter(MouseEvent.MOUSE_RELEASED, released);
    scene.removeEventFilter(KeyEvent.KEY_PRESSED, key);
  }
}
