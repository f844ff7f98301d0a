package supernode.ui.panel;

import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import supernode.quantity.Messages;
import supernode.ui.canvas.FxColors;
import supernode.ui.canvas.PaletteItem;

/**
 * One line of the palette. Dragging works on press, drag and release alone, without the platform's
 * drag and drop, so that the canvas can show its own ghost and its legal ports.
 */
final class PaletteCell extends ListCell<PaletteRow> {
  // Less is a click by an unsteady hand.
  private static final double DRAG_STARTS_PX = 4;

  private final Messages messages;
  private final PartIcon icon;
  private final Label name = new Label();
  private final Label figures = new Label();
  private final HBox entry;
  private final Label heading = new Label();
  private final Label size = new Label();
  private final HBox category = new HBox(heading, Rows.spring(), size);
  private double pressX;
  private double pressY;

  /** Between a press on this entry and its release: others see the pointer pass by. */
  private boolean pressed;

  private boolean dragging;

  PaletteCell(
      Messages messages,
      ObservableValue<FxColors> colors,
      Consumer<PaletteItem> beginDrag,
      Consumer<PaletteRow> activate) {
    this.messages = messages;
    icon = new PartIcon(colors);
    entry = new HBox(icon, new VBox(name, figures));
    entry.getStyleClass().add("palette-entry");
    entry.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(entry.getChildren().getLast(), Priority.ALWAYS);
    name.getStyleClass().add("entry-name");
    figures.getStyleClass().add("entry-figures");
    heading.getStyleClass().add("section-head");
    size.getStyleClass().add("entry-figures");
    category.getStyleClass().add("palette-category");
    category.setAlignment(Pos.CENTER_LEFT);
    setPrefWidth(0);

    addEventHandler(
        MouseEvent.MOUSE_PRESSED,
        e -> {
          pressX = e.getScreenX();
          pressY = e.getScreenY();
          pressed = true;
          dragging = false;
        });
    addEventHandler(
        MouseEvent.MOUSE_DRAGGED,
        e -> {
          double moved = Math.hypot(e.getScreenX() - pressX, e.getScreenY() - pressY);
          boolean begins = pressed && !dragging && moved > DRAG_STARTS_PX;
          if (begins && getItem() instanceof PaletteRow.Entry row) {
            pressed = false;
            dragging = true;
            beginDrag.accept(row.item());
          }
        });
    addEventHandler(
        MouseEvent.MOUSE_RELEASED,
        e -> {
          boolean click = pressed && !dragging && e.getButton() == MouseButton.PRIMARY;
          if (click && getItem() != null && contains(e.getX(), e.getY())) {
            activate.accept(getItem());
          }
          pressed = false;
        });
  }

  @Override
  protected void updateItem(PaletteRow row, boolean empty) {
    super.updateItem(row, empty);
    switch (empty ? null : row) {
      case null -> {
        setGraphic(null);
        setAccessibleText(null);
      }
      case PaletteRow.Category(String key, int count, boolean open) -> {
        String title = messages.say("panel.category." + key);
        heading.setText((open ? "▾ " : "▸ ") + title.toUpperCase(Locale.ROOT));
        size.setText(String.valueOf(count));
        setAccessibleText(messages.say("panel.category.spoken", title, count));
        setGraphic(category);
      }
      case PaletteRow.Entry(PaletteItem item, String line, var face) -> {
        icon.show(face);
        name.setText(item.label());
        figures.setText(line);
        figures.setManaged(!line.isEmpty());
        setAccessibleText(item.label() + ", " + line);
        setGraphic(entry);
      }
    }
  }
}
