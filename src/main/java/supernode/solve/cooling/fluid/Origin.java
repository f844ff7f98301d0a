package supernode.solve.cooling.fluid;

import supernode.catalog.Confidence;

/**
 * Where a fluid's properties come from.
 *
 * @param basis what its percentage counts
 * @param percent of what is dissolved in water; 0 for a pure fluid
 */
public record Origin(Basis basis, double percent, String source, Confidence confidence) {
  /** What a percentage counts: 25 % by volume of propylene glycol are 25.7 % by mass. */
  public enum Basis {
    PURE,
    BY_MASS,
    BY_VOLUME
  }

  public static Origin pure(String source, Confidence confidence) {
    return new Origin(Basis.PURE, 0, source, confidence);
  }

  public static Origin byMass(double percent, String source, Confidence confidence) {
    return new Origin(Basis.BY_MASS, percent, source, confidence);
  }
}
