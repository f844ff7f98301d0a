package supernode.ui.catalog;

import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.TableRow;
import javafx.scene.input.MouseEvent;
import supernode.catalog.browse.Entry;

/** A row that can be dragged onto the drawing. */
final class PartRow extends TableRow<Entry> {
  private static final PseudoClass OWN = PseudoClass.getPseudoClass("own");

  // Less is a click by an unsteady hand.
  private static final double DRAG_STARTS_PX = 8;

  private double pressX;
  private double pressY;
  private boolean dragging;

  /**
   * @param drag takes over when a drag of an entry begins; the button is still down
   */
  PartRow(Consumer<Entry> drag) {
    addEventFilter(
        MouseEvent.MOUSE_PRESSED,
        e -> {
          pressX = e.getScreenX();
          pressY = e.getScreenY();
          dragging = false;
        });
    addEventFilter(
        MouseEvent.MOUSE_DRAGGED,
        e -> {
          double moved = Math.hypot(e.getScreenX() - pressX, e.getScreenY() - pressY);
          if (!dragging && moved > DRAG_STARTS_PX && getItem() != null) {
            dragging = true;
            drag.accept(getItem());
          }
        });
  }

  @Override
  protected void updateItem(Entry entry, boolean empty) {
    super.updateItem(entry, empty);
    pseudoClassStateChanged(OWN, !empty && entry != null && entry.own());
  }
}
