/**
 * What can be said of a fabric without traffic: distances, cuts, connectivity, ideal throughput.
 */
package supernode.solve.network.metric;
