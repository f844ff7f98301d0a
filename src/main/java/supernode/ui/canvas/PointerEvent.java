package supernode.ui.canvas;

/**
 * What the pointer did, in pixels of the canvas.
 *
 * @param adds Shift: adds to the selection
 * @param shortcut Ctrl, or Command on a Mac: duplicates while dragging
 * @param free Alt: suspends snapping
 * @param clicks 2 for a double click
 */
public record PointerEvent(
    double x, double y, Button button, boolean adds, boolean shortcut, boolean free, int clicks) {
  /** Buttons. */
  public enum Button {
    NONE,
    PRIMARY,
    MIDDLE,
    SECONDARY
  }

  /** A plain event of the primary button. */
  public static PointerEvent at(double x, double y) {
    return new PointerEvent(x, y, Button.PRIMARY, false, false, false, 1);
  }

  public PointerEvent adding() {
    return new PointerEvent(x, y, button, true, shortcut, free, clicks);
  }

  public PointerEvent duplicating() {
    return new PointerEvent(x, y, button, adds, true, free, clicks);
  }

  public PointerEvent freely() {
    return new PointerEvent(x, y, button, adds, shortcut, true, clicks);
  }

  public PointerEvent clicked(int times) {
    return new PointerEvent(x, y, button, adds, shortcut, free, times);
  }

  public PointerEvent with(Button other) {
    return new PointerEvent(x, y, other, adds, shortcut, free, clicks);
  }
}
