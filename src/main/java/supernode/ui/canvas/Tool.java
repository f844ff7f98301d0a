package supernode.ui.canvas;

/** What the pointer does while the button is down. Only a release changes the design. */
public interface Tool {
  void pressed(PointerEvent e);

  void dragged(PointerEvent e);

  void released(PointerEvent e);

  /** The pointer moved with no button down. */
  default void moved(PointerEvent e) {}

  /** Forgets what was begun. */
  void cancelled();

  Preview preview();
}
