package supernode.solve.cooling.heat;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
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
 */
public record ChipPackage(
    String label,
    int link,
    double dieW,
    double hbmW,
    double airShare,
    PlateResistance plate,
    ChipStack stack,
    double dieLimitC,
    OptionalDouble hbmLimitC) {

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
    return Stream.of(
            LinkLaw.notNegative("power", dieW),
            LinkLaw.notNegative("power", hbmW),
            LinkLaw.notNegative("airShare", airShare),
            LinkLaw.notNegative("airShare", 1 - airShare),
            plate.fault(),
            stack.fault())
        .flatMap(Optional::stream)
        .findFirst();
  }

  /**
   * Temperatures at a flow.
   *
   * @param flowM3S through the plate, above 0
   * @param inletC coolant before this plate
   * @param outletC coolant behind it
   */
  public ChipState state(double flowM3S, double inletC, double outletC) {
    double resistance = plate.at(flowM3S);
    double liquidW = liquidW();
    double riseKW = liquidW > 0 ? (outletC - inletC) / liquidW : 0;
    double plateC = outletC + plate.filmKW(flowM3S, riseKW) * liquidW;
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
