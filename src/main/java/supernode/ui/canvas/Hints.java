package supernode.ui.canvas;

import java.util.Optional;
import supernode.quantity.Text;

/** One sentence about what the user is at. */
final class Hints {
  private Hints() {}

  /** A refusal just given; else that edits inside an assembly change all of its instances. */
  static Optional<Text> of(Board board) {
    if (board.hint().isPresent()) {
      return board.hint();
    }
    if (board.entered().isRoot()) {
      return Optional.empty();
    }
    long times = board.timesPlaced();
    return Optional.of(
        times > 1
            ? Text.of("canvas.insideMany", board.assembly().name(), times)
            : Text.of("canvas.inside", board.assembly().name()));
  }
}
