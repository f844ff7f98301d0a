/**
 * Collective operations on a real fabric: who sends how much to whom in each step, routed over the
 * links that are drawn, once as a bound and once with published efficiencies
 * (performance-models.md, sections 1.3 and 4a).
 */
package supernode.solve.network.collective;
