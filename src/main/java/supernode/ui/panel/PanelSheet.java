package supernode.ui.panel;

import java.util.Objects;
import javafx.scene.Parent;

/** The style sheet of the panels; its colours are the studio's tokens. */
public final class PanelSheet {
  private static final String URL =
      Objects.requireNonNull(PanelSheet.class.getResource("/assets/theme/panels.css"))
          .toExternalForm();

  private PanelSheet() {}

  /** Puts the sheet on a part of a scene. */
  public static void dress(Parent part) {
    part.getStylesheets().add(URL);
  }
}
