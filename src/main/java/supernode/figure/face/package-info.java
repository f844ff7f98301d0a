/**
 * The faces of the parts: drawn in one place for the canvas, the palette, the tree, the documents
 * and the catalogue alike.
 */
package supernode.figure.face;
