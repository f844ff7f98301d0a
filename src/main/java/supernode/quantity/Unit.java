package supernode.quantity;

/**
 * A unit of a {@link Dimension}.
 *
 * @param symbol as printed, for example "GB/s"
 * @param perUnit how many SI units one of it is
 */
public record Unit(String symbol, double perUnit) {}
