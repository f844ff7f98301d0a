/** Electrical power: pumps, conversion losses, totals by kind, power usage effectiveness. */
package supernode.solve.cooling.power;
