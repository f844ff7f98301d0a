/**
 * EPANET 2.2 input files: what they say, in their own units, and what state that means at time 0.
 * Read strictly: a broken line is refused by name, never half-read.
 */
package supernode.interop.epanet;
