package supernode.ui.catalog;

import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import supernode.quantity.Messages;
import supernode.ui.panel.Rows;

/** A kind of entries and how many there are. */
final class KindCell extends ListCell<Optional<String>> {
  private final Map<Optional<String>, Integer> counts;
  private final Messages messages;
  private final Label name = new Label();
  private final Label count = Rows.label("", "entry-figures");
  private final HBox line = new HBox(name, Rows.spring(), count);

  KindCell(Map<Optional<String>, Integer> counts, Messages messages) {
    this.counts = counts;
    this.messages = messages;
    line.setAlignment(Pos.CENTER_LEFT);
    name.setMinWidth(0);
    count.setMinWidth(USE_PREF_SIZE);
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(Optional<String> kind, boolean empty) {
    super.updateItem(kind, empty);
    if (empty || kind == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    name.setText(kind.map(k -> messages.say("kind." + k)).orElse(messages.say("parts.kinds.all")));
    count.setText(String.valueOf(counts.getOrDefault(kind, 0)));
    setAccessibleText(name.getText() + ", " + count.getText());
    setGraphic(line);
  }
}
