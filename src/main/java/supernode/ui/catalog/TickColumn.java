package supernode.ui.catalog;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import supernode.catalog.browse.Comparison;
import supernode.catalog.browse.Entry;
import supernode.quantity.Messages;
import supernode.ui.Tip;

/** Takes entries into the comparison. */
final class TickColumn extends TableColumn<Entry, Entry> {
  private static final double WIDTH = 32;

  TickColumn(CatalogState state, Messages messages) {
    setId("column-tick");
    setText("");
    FontIcon sign = new FontIcon(Feather.COLUMNS);
    Tip.put(sign, messages.say("parts.compare.head"));
    setGraphic(sign);
    setSortable(false);
    setResizable(false);
    setReorderable(false);
    setPrefWidth(WIDTH);
    setMinWidth(WIDTH);
    setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    setCellFactory(_ -> new Tick(state, messages));
  }

  private static final class Tick extends TableCell<Entry, Entry> {
    private final CatalogState state;
    private final Messages messages;
    private final CheckBox box = new CheckBox();

    Tick(CatalogState state, Messages messages) {
      this.state = state;
      this.messages = messages;
      // Space on the row does the same; one stop for each row would make the way too long.
      box.setFocusTraversable(false);
      box.setOnAction(_ -> {
        state.compare(getItem().key(), box.isSelected());
        getTableView().refresh();
      });
      setAlignment(Pos.CENTER);
      getStyleClass().add("tick-cell");
    }

    @Override
    protected void updateItem(Entry entry, boolean empty) {
      super.updateItem(entry, empty);
      if (empty || entry == null) {
        setGraphic(null);
        return;
      }
      boolean taken = state.isCompared(entry);
      box.setSelected(taken);
      box.setDisable(!taken && state.comparedProperty().get().size() >= Comparison.MOST);
      box.setAccessibleText(messages.say("parts.compare.take", entry.name()));
      setGraphic(box);
    }
  }
}
