package supernode.solve.cooling.heat;

import java.util.OptionalDouble;

/** How warm a package gets. */
public sealed interface ChipState {
  /** No coolant flows: there is no steady temperature that it could bear. */
  record Starved() implements ChipState {}

  /**
   * Coolant flows.
   *
   * @param plateResistanceKW of the plate above the coolant that enters, at its flow
   * @param plateC top of the plate, where the package sits
   * @param dieC junction of the die
   * @param hbmC hottest HBM; empty without
   * @param marginK to the nearer of the limits of die and HBM; negative above it
   */
  record Cooled(
      double inletC,
      double outletC,
      double plateResistanceKW,
      double plateC,
      double dieC,
      OptionalDouble hbmC,
      double marginK)
      implements ChipState {
    /** Whether every limit is kept. */
    public boolean withinLimits() {
      return marginK >= 0;
    }
  }
}
