/**
 * The drawing in the window and everything done to it with pointer and keys. Tools, camera,
 * snapping and the edits they make know no toolkit; {@link supernode.ui.canvas.CanvasView} joins
 * them to JavaFX.
 */
package supernode.ui.canvas;
