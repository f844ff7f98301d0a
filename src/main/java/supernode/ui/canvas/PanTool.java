package supernode.ui.canvas;

/** Drags the view. */
final class PanTool implements Tool {
  private final Board board;
  private double x;
  private double y;

  PanTool(Board board) {
    this.board = board;
  }

  @Override
  public void pressed(PointerEvent e) {
    x = e.x();
    y = e.y();
  }

  @Override
  public void dragged(PointerEvent e) {
    board.look(board.camera().panned(e.x() - x, e.y() - y));
    pressed(e);
  }

  @Override
  public void released(PointerEvent e) {
    // The view is where it was dragged to.
  }

  @Override
  public void cancelled() {
    // A view that has moved is no loss.
  }

  @Override
  public Preview preview() {
    return Preview.NONE;
  }
}
