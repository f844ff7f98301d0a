package supernode.ui.canvas;

import java.util.Objects;

/** The style sheet of the few controls on the canvas; its colours are the studio's tokens. */
final class CanvasSheet {
  static final String URL =
      Objects.requireNonNull(CanvasSheet.class.getResource("/assets/theme/canvas.css"))
          .toExternalForm();

  private CanvasSheet() {}
}
