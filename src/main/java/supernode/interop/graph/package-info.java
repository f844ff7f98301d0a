/** Graphs of other tools: GraphML, DOT, JSON. */
package supernode.interop.graph;
