/**
 * A training step of a model on a fleet: time, memory, and what limits (performance-models.md,
 * section 4b).
 */
package supernode.solve.workload.train;
