/**
 * Interconnects of the field made by rule from a few numbers: counts by formula, and every link
 * handed out one by one, so that a command builds a graph from them and a pattern joins ports.
 */
package supernode.topology.generate;
