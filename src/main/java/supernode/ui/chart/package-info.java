/**
 * Charts in the window, drawn from the one description in {@link supernode.figure.chart}. The plots
 * are shapes of their own and not the toolkit's charts: those know no logarithmic axis, no bars
 * over stretches and no labels at the lines, and their legends and axes move when data changes.
 */
package supernode.ui.chart;
