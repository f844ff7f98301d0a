package supernode.ui.canvas;

import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** The toolkit's mouse events as the tools know them. */
final class Pointing {
  private Pointing() {}

  static PointerEvent of(MouseEvent e, double x, double y, int clicks) {
    return new PointerEvent(
        x, y, button(e.getButton()), e.isShiftDown(), e.isShortcutDown(), e.isAltDown(), clicks);
  }

  private static PointerEvent.Button button(MouseButton b) {
    return switch (b) {
      case PRIMARY -> PointerEvent.Button.PRIMARY;
      case MIDDLE -> PointerEvent.Button.MIDDLE;
      case SECONDARY -> PointerEvent.Button.SECONDARY;
      default -> PointerEvent.Button.NONE;
    };
  }
}
