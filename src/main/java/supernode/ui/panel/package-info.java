/**
 * The panels around the canvas: palette, structure, inspector, explanations and findings. What they
 * show is worked out by small classes without a toolkit; the panels only lay it out, and change the
 * design through {@link supernode.ui.Workspace#perform} alone.
 */
package supernode.ui.panel;
