package supernode.ui.catalog;

import java.util.Optional;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import supernode.catalog.browse.Reading;
import supernode.quantity.Messages;
import supernode.ui.Tip;

/** A figure with the letter of its badge; what is not public is left blank and says so. */
final class FigureCell<S> extends TableCell<S, Optional<Reading>> {
  private static final PseudoClass BLANK = PseudoClass.getPseudoClass("blank");

  private final Messages messages;
  private final Function<Reading, String> text;
  private final Badge badge;
  private final Tip tip = Tip.on(this);

  FigureCell(Messages messages, Function<Reading, String> text) {
    this.messages = messages;
    this.text = text;
    badge = new Badge(messages, true);
    setContentDisplay(ContentDisplay.RIGHT);
    setAlignment(Pos.CENTER_RIGHT);
    getStyleClass().add("figure-cell");
  }

  @Override
  protected void updateItem(Optional<Reading> reading, boolean empty) {
    super.updateItem(reading, empty);
    Optional<Reading> known = empty || reading == null ? Optional.empty() : reading;
    pseudoClassStateChanged(BLANK, !empty && known.isEmpty());
    if (known.isEmpty()) {
      setText("");
      setGraphic(null);
      String none = messages.say("parts.notPublic");
      tip.say(empty ? "" : none);
      setAccessibleText(empty ? null : none);
      return;
    }
    Reading r = known.get();
    setText(text.apply(r));
    badge.show(r.confidence());
    setGraphic(badge);
    String source = r.inputs().getFirst().source();
    String sure = messages.say("confidence." + r.confidence().key());
    tip.say(r.derived() ? messages.say("parts.derived", sure) : sure + ": " + source);
    setAccessibleText(getText() + ", " + sure);
  }
}
