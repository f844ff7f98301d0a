package supernode.solve.network.collective;

import supernode.catalog.Sourced;

/**
 * A published number that went into a calibrated result.
 *
 * @param name what it is, its unit at the end
 */
public record Constant(String name, Sourced value) {}
