package supernode.ui.panel;

import supernode.catalog.LinkType;
import supernode.catalog.Part;
import supernode.design.Assembly;
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
   * @param face what it looks like
   */
  record Entry(PaletteItem item, String figures, Face face) implements PaletteRow {}

  /** What a row's icon shows. */
  sealed interface Face {
    /** The face of a part. */
    record OfPart(Part part) implements Face {}

    /** A line of what a link is made of. */
    record OfLink(LinkType type) implements Face {}

    /** An outline with units in it. */
    record OfAssembly(Assembly.Level level) implements Face {}
  }
}
