package supernode.ui.panel;

import java.util.Optional;
import supernode.catalog.Part;
import supernode.ui.canvas.PaletteItem;

/** A line of the palette's list. */
sealed interface PaletteRow {
  /**
   * A heading that hides or shows what is under it.
   *
   * @param key stable name
   * @param size entries under it
   */
  record Category(String key, int size, boolean open) implements PaletteRow {}

  /**
   * Something to place.
   *
   * @param figures its key figures
   * @param part empty for an assembly
   */
  record Entry(PaletteItem item, String figures, Optional<Part> part) implements PaletteRow {}
}
