package supernode.ui.canvas;

/**
 * Something that can be placed on the canvas.
 *
 * @param of id of a part or of an assembly of the design
 * @param assembly whether it is an assembly
 * @param label its name for people
 */
public record PaletteItem(String of, boolean assembly, String label) {}
