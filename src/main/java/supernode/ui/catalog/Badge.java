package supernode.ui.catalog;

import javafx.scene.control.Label;
import supernode.catalog.Confidence;
import supernode.quantity.Messages;

/** How sure a figure is: a letter or a word, and a colour beside. */
final class Badge extends Label {
  private final Messages messages;
  private final boolean brief;

  /**
   * @param brief whether a letter must do
   */
  Badge(Messages messages, boolean brief) {
    this.messages = messages;
    this.brief = brief;
    getStyleClass().setAll("label", "figure-badge");
    setMinWidth(USE_PREF_SIZE);
  }

  static Badge of(Confidence confidence, Messages messages) {
    Badge badge = new Badge(messages, false);
    badge.show(confidence);
    return badge;
  }

  void show(Confidence confidence) {
    setText(messages.say("confidence." + confidence.key() + (brief ? ".letter" : "")));
    getStyleClass().setAll("label", "figure-badge", "confidence-" + confidence.key());
  }
}
