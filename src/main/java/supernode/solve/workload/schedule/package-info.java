/**
 * A day of mixed jobs on a fleet, event by event: how full it stays with training and inference
 * apart, in one pool, and with jobs that give way to the tide.
 */
package supernode.solve.workload.schedule;
