/** The memory wall: operators of a model against the roofs of a machine. */
package supernode.solve.workload.roofline;
