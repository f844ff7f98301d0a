package supernode.figure.drawing;

import supernode.figure.Box;

/**
 * The drawing of an assembly in a frame of some shape: a tray is wide and flat in its rack and
 * roomier when it is looked into. What lies in it keeps its place between the sides.
 *
 * @param assembly its id
 * @param frame as large as the assembly's own frame on one side at least
 */
record Sheet(String assembly, Box frame) {
  /** A box of the assembly's own drawing in this one. */
  Box of(Box own, Box ownFrame) {
    if (frame.equals(ownFrame)) {
      return own;
    }
    double across = frame.width() / ownFrame.width();
    double down = frame.height() / ownFrame.height();
    return new Box(
        frame.x() + across * (own.x() - ownFrame.x()),
        frame.y() + down * (own.y() - ownFrame.y()),
        across * own.width(),
        down * own.height());
  }
}
