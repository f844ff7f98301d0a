package supernode.figure.drawing;

import java.util.ArrayDeque;
import java.util.Deque;
import supernode.figure.Figure;
import supernode.figure.Pen;
import supernode.figure.Shape;
import supernode.figure.Transform;

/** A pen that is told of the lines of wirings, and which they are. */
public abstract class LinePen implements Pen {
  private final Deque<String> around = new ArrayDeque<>();

  /**
   * @param at path of the assembly whose drawing it is
   */
  protected LinePen(String at) {
    around.push(at);
  }

  /**
   * @param line of a wiring
   */
  protected abstract void drawLine(Shape line, Tag tag, Transform pixels);

  /** Anything else; left out unless a pen wants it. */
  protected void drawOther(Shape shape, Transform pixels) {}

  /** The whole tag of what has this one in the group that is drawn. */
  protected final String tag(String own) {
    return Figure.join(around.peek(), own);
  }

  @Override
  public final void draw(Shape shape, Transform pixels) {
    if (Tag.isLine(shape.tag())) {
      drawLine(shape, Tag.parse(tag(shape.tag())), pixels);
    } else {
      drawOther(shape, pixels);
    }
  }

  @Override
  public void enter(Shape.Group group, Transform pixels) {
    around.push(Figure.join(around.peek(), group.tag()));
  }

  @Override
  public void leave(Shape.Group group) {
    around.pop();
  }
}
