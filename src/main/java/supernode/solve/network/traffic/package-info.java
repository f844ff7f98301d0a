/** Who sends to whom, what rates come of it on a routed fabric, and which links hold it back. */
package supernode.solve.network.traffic;
