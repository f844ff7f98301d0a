package supernode.solve.cooling.heat;

import java.util.Optional;
import java.util.stream.Stream;
import supernode.quantity.Text;
import supernode.solve.cooling.hydraulic.LinkLaw;

/**
 * Thermal resistance of a cold plate over its flow: floor + part at the rated flow (Q / rated)^-m.
 *
 * @param floorKW what no flow can lower, K/W
 * @param ratedKW what goes with flow, at the rated flow, K/W
 * @param exponent m; 0.4 for catalogue plates known by one point
 * @param reference the coolant temperature above which it counts
 */
public record PlateResistance(
    double floorKW, double ratedKW, double ratedFlowM3S, double exponent, Reference reference) {
  /** Exponent for plates known by one point; catalogue README. */
  public static final double GENERIC_EXPONENT = 0.4;

  /**
   * Least film, as share of the rated resistance. Assumption: channels as fine as a boundary layer.
   */
  private static final double LEAST_SHARE = 0.02;

  /** Which coolant temperature a data sheet's resistance refers to. */
  public enum Reference {
    /** Inlet: the coolant's own rise is in the resistance. */
    INLET(0),
    /** Mean of inlet and outlet: half of the rise comes on top. */
    MEAN(1);

    private final double halves;

    Reference(double halves) {
      this.halves = halves;
    }

    /** Share of half the coolant's rise that is added to the inlet. */
    public double halves() {
      return halves;
    }
  }

  /** From one rated point, above the inlet temperature. */
  public static PlateResistance ofPoint(double resistanceKW, double flowM3S) {
    return new PlateResistance(0, resistanceKW, flowM3S, GENERIC_EXPONENT, Reference.INLET);
  }

  /** K/W at a flow above 0. */
  public double at(double flowM3S) {
    return floorKW + ratedKW * Math.pow(flowM3S / ratedFlowM3S, -exponent);
  }

  /**
   * From the plate to the coolant that leaves it, K/W: what is left of the resistance when the
   * coolant's own rise is taken off. It does not fall below a share of the rated one, for the plate
   * is never cooler than what leaves it, however slow.
   *
   * @param riseKW rise of the coolant over the heat of this package, K/W
   */
  public double filmKW(double flowM3S, double riseKW) {
    double least = LEAST_SHARE * (floorKW + ratedKW);
    return flowM3S > 0
        ? Math.max(least, at(flowM3S) - (1 - reference.halves() / 2) * riseKW)
        : least;
  }

  /** What makes this curve unusable, if anything does. */
  public Optional<Text> fault() {
    return Stream.of(
            LinkLaw.notNegative("resistance", floorKW),
            LinkLaw.notNegative("resistance", ratedKW),
            LinkLaw.positive("flow", ratedFlowM3S),
            LinkLaw.notNegative("exponent", exponent))
        .flatMap(Optional::stream)
        .findFirst();
  }
}
