/** Coolants as functions of temperature. */
package supernode.solve.cooling.fluid;
