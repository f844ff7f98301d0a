/**
 * One description of a chart for window and report: what it shows, in which units, with which
 * words; not how it is painted. Values are SI.
 */
package supernode.figure.chart;
