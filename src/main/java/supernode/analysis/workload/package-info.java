/** Jobs put on a design: read from files and scenarios, answered when asked for. */
package supernode.analysis.workload;
