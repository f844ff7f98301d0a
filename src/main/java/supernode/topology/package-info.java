/** A design unrolled into instances and links, its JGraphT graph, and snapshots for solvers. */
package supernode.topology;
