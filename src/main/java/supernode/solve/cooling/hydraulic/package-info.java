/**
 * Flow and pressure in any network of pipes, plates, valves and pumps, by the global gradient
 * method of Todini and Pilati (1988).
 */
package supernode.solve.cooling.hydraulic;
