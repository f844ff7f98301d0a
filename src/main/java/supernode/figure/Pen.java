package supernode.figure;

/** Draws the shapes that a figure shows it, back to front. */
public interface Pen {
  /**
   * @param pixels from the shape's units to output units
   */
  void draw(Shape shape, Transform pixels);

  /** The shapes until {@link #leave} lie in this group; it may ask to be clipped. */
  default void enter(Shape.Group group, Transform pixels) {}

  default void leave(Shape.Group group) {}
}
