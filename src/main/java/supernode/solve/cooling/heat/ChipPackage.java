package supernode.solve.cooling.heat;

import java.util.Optional;
import java.util.OptionalDouble;
import supernode.quantity.Text;
import supernode.solve.cooling.hydraulic.LinkLaw;

/**
 * A package on a cold plate.
 *
 * @param link index of the link that is its plate; one package on each copy
 * @param dieW power of the die or dies
 * @param hbmW power of all its HBM stacks; 0 without
 * @param airShare share of the heat that goes to the air and not into the plate
 * @param hbmLimitC empty without HBM
 * @param leakage of the die; its power is that at the leakage's reference
 */
public record ChipPackage(
    String label,
    int link,
    double dieW,
    double hbmW,
    double airShare,
    ThermalContact plate,
    ChipStack stack,
    double dieLimitC,
    OptionalDouble hbmLimitC,
    Leakage leakage) {
  /** Without leakage. */
  public ChipPackage(
      String label,
      int link,
      double dieW,
      double hbmW,
      double airShare,
      ThermalContact plate,
      ChipStack stack,
      double dieLimitC,
      OptionalDouble hbmLimitC) {
    this(label, link, dieW, hbmW, airShare, plate, stack, dieLimitC, hbmLimitC, Leakage.NONE);
  }

  /** The same package with another power of its die. */
  public ChipPackage withDieW(double watts) {
    return new ChipPackage(
        label, link, watts, hbmW, airShare, plate, stack, dieLimitC, hbmLimitC, leakage);
  }

  /** The same package by another name. */
  public ChipPackage named(String other) {
    return new ChipPackage(
        other, link, dieW, hbmW, airShare, plate, stack, dieLimitC, hbmLimitC, leakage);
  }

  /** The same package in another link. */
  public ChipPackage at(int other) {
    return new ChipPackage(
        label, other, dieW, hbmW, airShare, plate, stack, dieLimitC, hbmLimitC, leakage);
  }

  /** Whether it differs in nothing but its name and its link. */
  public boolean isLike(ChipPackage other) {
    return dieW == other.dieW
        && hbmW == other.hbmW
        && airShare == other.airShare
        && plate.equals(other.plate)
        && stack.equals(other.stack)
        && dieLimitC == other.dieLimitC
        && hbmLimitC.equals(other.hbmLimitC)
        && leakage.equals(other.leakage);
  }

  /** Heat into the coolant. */
  public double liquidW() {
    return (1 - airShare) * (dieW + hbmW);
  }

  /** Heat into the air. */
  public double airW() {
    return airShare * (dieW + hbmW);
  }

  /** What makes this package unusable, if anything does. */
  public Optional<Text> fault() {
    return LinkLaw.first(
        LinkLaw.notNegative("power", dieW),
        LinkLaw.notNegative("power", hbmW),
        LinkLaw.notNegative("airShare", airShare),
        LinkLaw.notNegative("airShare", 1 - airShare),
        plate.fault(),
        stack.fault());
  }

  /**
   * Temperatures at a flow.
   *
   * @param flowM3S through the plate, above 0
   * @param inletC coolant before this plate
   * @param outletC coolant behind it
   */
  public ChipState state(double flowM3S, double inletC, double outletC) {
    double liquidW = liquidW();
    double riseKW = liquidW > 0 ? (outletC - inletC) / liquidW : 0;
    double film = plate.filmKW(flowM3S, riseKW);
    double plateC = Math.max(plate.leastC(), outletC + film * liquidW);
    double resistance = film + riseKW;
    double liquid = 1 - airShare;
    double dieC = plateC + liquid * stack.dieRiseK(dieW, hbmW);
    double hbmC = plateC + liquid * stack.hbmRiseK(dieW, hbmW);
    OptionalDouble hbm = hbmLimitC.isPresent() ? OptionalDouble.of(hbmC) : OptionalDouble.empty();
    double margin = dieLimitC - dieC;
    if (hbmLimitC.isPresent()) {
      margin = Math.min(margin, hbmLimitC.getAsDouble() - hbmC);
    }
    return new ChipState.Cooled(inletC, outletC, resistance, plateC, dieC, hbm, margin);
  }
}
