package supernode.ui.catalog;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import supernode.catalog.browse.Measure;
import supernode.catalog.browse.Reading;
import supernode.quantity.Messages;
import supernode.ui.panel.Rows;

/**
 * A figure in the list of an entry's.
 *
 * @param measure empty for a port
 */
record EntryLine(Optional<Measure> measure, String name, String value, Reading reading) {
  /** Name, value and badge. */
  static final class Cell extends ListCell<EntryLine> {
    private final Messages messages;
    private final Label name = Rows.label("", "row-label");
    private final Label value = Rows.label("", "entry-value");
    private final Badge badge;
    private final HBox line;

    Cell(Messages messages) {
      this.messages = messages;
      badge = new Badge(messages, false);
      line = new HBox(6, name, Rows.spring(), value, badge);
      line.setAlignment(Pos.CENTER_LEFT);
      name.setMinWidth(0);
      value.setMinWidth(USE_PREF_SIZE);
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(EntryLine item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      name.setText(item.name());
      value.setText(item.value());
      badge.show(item.reading().confidence());
      setAccessibleText(
          item.name()
              + ", "
              + item.value()
              + ", "
              + messages.say("confidence." + item.reading().confidence().key()));
      setGraphic(line);
    }
  }
}
