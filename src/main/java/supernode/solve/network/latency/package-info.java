/**
 * How long a message takes: without load, along every shortest path; queues at a given offered
 * load; bursts to one receiver. Every constant carries its source; no independent hardware
 * measurement stands behind the sum (network.md, section 4).
 */
package supernode.solve.network.latency;
