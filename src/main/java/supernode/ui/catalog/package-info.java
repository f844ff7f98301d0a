/**
 * The catalogue in the window: to filter, sort, compare and chart what can be bought, to see where
 * each figure comes from, and to keep parts of one's own.
 */
package supernode.ui.catalog;
