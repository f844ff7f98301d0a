package supernode.ui.shell;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

/**
 * A layer over the whole window for one card at a time: finder, shortcut sheet. Escape and a click
 * beside the card take it away; the keyboard goes back to where it was.
 */
final class Cover extends StackPane {
  private Node focusBefore;

  Cover() {
    getStyleClass().add("cover");
    setVisible(false);
    setOnMousePressed(e -> {
      if (e.getTarget() == this) {
        close();
      }
    });
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        e -> {
          if (e.getCode() == KeyCode.ESCAPE) {
            close();
            e.consume();
          }
        });
  }

  /** Shows a card some way below the top edge. */
  void show(Node card, double top) {
    if (!isVisible() && getScene() != null) {
      focusBefore = getScene().getFocusOwner();
    }
    setPadding(new Insets(top, 24, 24, 24));
    StackPane.setAlignment(card, Pos.TOP_CENTER);
    getChildren().setAll(card);
    setVisible(true);
    card.requestFocus();
  }

  void close() {
    if (!isVisible()) {
      return;
    }
    setVisible(false);
    getChildren().clear();
    if (focusBefore != null && focusBefore.getScene() == getScene()) {
      focusBefore.requestFocus();
    }
    focusBefore = null;
  }
}
