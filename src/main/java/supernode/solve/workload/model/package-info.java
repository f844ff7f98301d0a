/** Shapes of models, and what follows from a shape: parameters, operations, cache. */
package supernode.solve.workload.model;
