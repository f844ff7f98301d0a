package supernode.catalog;

/**
 * A catalogue value and where it comes from.
 *
 * @param value in SI units of the property's dimension
 * @param source public page, data sheet, standard or paper
 * @param note derivation or trap; empty when there is none
 */
public record Sourced(double value, Confidence confidence, String source, String note) {}
