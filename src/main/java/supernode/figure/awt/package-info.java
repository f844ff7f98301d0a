/** Draws figures with Java 2D, for pictures and documents; needs no display. */
package supernode.figure.awt;
