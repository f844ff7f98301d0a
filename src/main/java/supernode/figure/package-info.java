/**
 * What designs and charts look like, without a toolkit: a {@link supernode.figure.Figure} is an
 * ordered list of {@link supernode.figure.Shape}s in world units, coloured by {@link
 * supernode.figure.ColorRole} or by a measured value on a {@link supernode.figure.Scale}. A {@link
 * supernode.figure.Pen} draws it: {@link supernode.figure.SvgWriter} here, {@link
 * supernode.figure.awt.AwtPainter} for pictures and documents, the window's canvas elsewhere.
 *
 * <p>Paths: a shape's {@code tag} is an instance path relative to the groups around it; the whole
 * path is the tags from the outside in, joined with dots.
 */
package supernode.figure;
