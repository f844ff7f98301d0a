/**
 * Cooling: one problem of nodes, links, chips and exchangers in, one solution with flows,
 * temperatures and powers out. Knows nothing of designs; places are addressed by index and label.
 */
package supernode.solve.cooling;
