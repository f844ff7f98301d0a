/** The machine as a workload sees it: chips, domains, and times of groups of chips. */
package supernode.solve.workload.machine;
