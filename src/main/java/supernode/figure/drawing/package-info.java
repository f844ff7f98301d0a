/**
 * A design's drawing: {@link supernode.figure.drawing.Layout} says where things lie, {@link
 * supernode.figure.drawing.DesignFigure} what they look like. Figures of inner assemblies are made
 * when they are looked into, and equal instances share one.
 */
package supernode.figure.drawing;
