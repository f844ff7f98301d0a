package supernode.ui.shell;

import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.stage.Window;

/** Puts dialogs in the window's theme, font and place. */
final class Dressing {
  private final Studio studio;
  private final Window owner;

  Dressing(Studio studio, Window owner) {
    this.studio = studio;
    this.owner = owner;
  }

  <T> Dialog<T> dress(Dialog<T> dialog) {
    DialogPane pane = dialog.getDialogPane();
    pane.getStylesheets().setAll(studio.themeProperty().get().sheets());
    pane.getStyleClass().add("studio-dialog");
    pane.setGraphic(null);
    if (owner.getScene() != null) {
      pane.setStyle(owner.getScene().getRoot().getStyle());
      dialog.initOwner(owner);
    }
    return dialog;
  }

  Window owner() {
    return owner;
  }
}
