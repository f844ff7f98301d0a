/** Cooling over time: what happens after a pump trips, a plate clogs, the facility water warms. */
package supernode.solve.cooling.dynamic;
