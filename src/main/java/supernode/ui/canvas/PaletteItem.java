package supernode.ui.canvas;

/**
 * Something that can be placed on the canvas, or a type of link that can be drawn on it.
 *
 * @param of id of a part, of an assembly of the design, or of a link type
 * @param assembly whether it is an assembly
 * @param label its name for people
 */
public record PaletteItem(String of, boolean assembly, String label) {}
