/** Heat carried by a known flow, exchangers, cold plates, chips, and air. */
package supernode.solve.cooling.heat;
