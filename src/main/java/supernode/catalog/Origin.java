package supernode.catalog;

/**
 * Where something comes from that has no value of its own: the count and rate of a port.
 *
 * @param source public page, data sheet, standard or paper
 * @param note derivation or trap; empty when there is none
 */
public record Origin(Confidence confidence, String source, String note) {}
