package supernode.solve.cooling;

/**
 * Heat into the coolant of a link, of each copy, from anything that is not a chip with a junction:
 * regulators, memory modules, a busbar.
 */
public record HeatInput(String label, int link, double powerW) {}
