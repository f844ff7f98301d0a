/**
 * Inference of a model on a fleet: steps of prefill and decode, memory for the cache, and a queue
 * of requests (performance-models.md, section 4c).
 */
package supernode.solve.workload.serve;
