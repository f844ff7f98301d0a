package supernode.ui.shell;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import supernode.quantity.Messages;
import supernode.ui.shell.Finder.Entry;

/** The finder's field and list; the keyboard alone is enough for it. */
final class FinderPanel extends VBox {
  private final TextField field = new TextField();
  private final ListView<Entry> list = new ListView<>();
  private final Label nothing = new Label();
  private final Runnable close;

  FinderPanel(Finder finder, Messages messages, Runnable close) {
    this.close = close;
    setId("finder");
    getStyleClass().add("finder");
    field.setId("finder-field");
    field.setPromptText(messages.say("ui.finder.prompt"));
    field.getStyleClass().add("finder-field");
    field.setAccessibleText(messages.say("ui.finder.prompt"));
    list.setId("finder-list");
    list.setFocusTraversable(false);
    list.setCellFactory(_ -> new EntryCell(messages));
    nothing.setText(messages.say("ui.finder.nothing"));
    nothing.getStyleClass().addAll("faint", "finder-nothing");
    list.setPlaceholder(nothing);
    list.setFixedCellSize(ROW_HEIGHT);
    field.textProperty().subscribe(query -> show(finder, query));
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    list.setOnMouseClicked(_ -> runSelected());
    getChildren().addAll(field, list);
    setMaxSize(640, Region.USE_PREF_SIZE);
    setAlignment(Pos.TOP_LEFT);
  }

  private static final double ROW_HEIGHT = 36;
  private static final int ROWS = 11;

  void takeFocus() {
    field.requestFocus();
  }

  private void show(Finder finder, String query) {
    list.getItems().setAll(finder.find(query));
    list.getSelectionModel().selectFirst();
    int rows = Math.clamp(list.getItems().size(), 2, ROWS);
    list.setPrefHeight(rows * ROW_HEIGHT + 10);
    list.scrollTo(0);
  }

  private void key(KeyEvent event) {
    switch (event.getCode()) {
      case DOWN -> move(1);
      case UP -> move(-1);
      case PAGE_DOWN -> move(ROWS);
      case PAGE_UP -> move(-ROWS);
      case ENTER -> runSelected();
      case ESCAPE -> close.run();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void move(int by) {
    int last = list.getItems().size() - 1;
    int next = Math.clamp(list.getSelectionModel().getSelectedIndex() + by, 0, Math.max(0, last));
    list.getSelectionModel().select(next);
    if (by > 1 || next > ROWS - 2 || by < 0) {
      list.scrollTo(Math.max(0, next - ROWS / 2));
    }
  }

  private void runSelected() {
    Entry entry = list.getSelectionModel().getSelectedItem();
    if (entry != null) {
      close.run();
      entry.action().run();
    }
  }

  private static final class EntryCell extends ListCell<Entry> {
    private final FontIcon icon = new FontIcon();
    private final Label label = new Label();
    private final Label detail = new Label();
    private final Label keys = new Label();
    private final HBox row;
    private final Messages messages;

    EntryCell(Messages messages) {
      this.messages = messages;
      Region space = new Region();
      HBox.setHgrow(space, Priority.ALWAYS);
      label.setMinWidth(Region.USE_PREF_SIZE);
      detail.getStyleClass().add("faint");
      keys.getStyleClass().add("key");
      keys.setMinWidth(Region.USE_PREF_SIZE);
      row = new HBox(10, icon, label, detail, space, keys);
      row.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(Entry entry, boolean empty) {
      super.updateItem(entry, empty);
      if (empty || entry == null) {
        setGraphic(null);
        return;
      }
      icon.setIconLiteral(entry.icon().isEmpty() ? "fth-chevron-right" : entry.icon());
      label.setText(entry.label());
      detail.setText(entry.detail());
      keys.setText(entry.keys());
      keys.setVisible(!entry.keys().isEmpty());
      setGraphic(row);
      setAccessibleText(
          messages.say("ui.finder.kind." + entry.kind().name().toLowerCase(Locale.ROOT))
              + ": "
              + entry.label());
    }
  }
}
