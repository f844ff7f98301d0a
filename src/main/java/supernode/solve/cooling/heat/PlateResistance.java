package supernode.solve.cooling.heat;

import java.util.List;
import java.util.Optional;
import supernode.quantity.Text;
import supernode.solve.cooling.hydraulic.LinkLaw;

/**
 * Thermal resistance of a cold plate or heat sink over its flow: floor + part at the rated flow (Q
 * / rated)^-m.
 *
 * @param floorKW what no flow can lower, K/W
 * @param ratedKW what goes with flow, at the rated flow, K/W
 * @param exponent m; 0.4 for catalogue plates known by one point
 * @param reference the coolant temperature above which it counts
 */
public record PlateResistance(
    double floorKW, double ratedKW, double ratedFlowM3S, double exponent, Reference reference)
    implements ThermalContact {
  /** Exponent for plates known by one point; catalogue README. */
  public static final double GENERIC_EXPONENT = 0.4;

  /** Exponent of fins in air: Nu ~ Re^0.5 of laminar boundary layers (Pohlhausen). */
  public static final double FIN_EXPONENT = 0.5;

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

  /** A heat sink in air from one rated point, above the air that enters it. */
  public static PlateResistance ofFins(double resistanceKW, double flowM3S) {
    return new PlateResistance(0, resistanceKW, flowM3S, FIN_EXPONENT, Reference.INLET);
  }

  /** A measured point: K/W at a flow. */
  public record Point(double flowM3S, double resistanceKW) {}

  /**
   * The curve closest to three points or more: the exponent by trial, floor and rated part by least
   * squares of the relative misses.
   *
   * @return empty where no curve with a floor and a rated part of at least 0 comes of it
   */
  public static Optional<PlateResistance> fitted(List<Point> points, Reference reference) {
    if (points.size() < 3 || points.stream().anyMatch(p -> !(p.flowM3S() * p.resistanceKW() > 0))) {
      return Optional.empty();
    }
    double rated = points.getLast().flowM3S();
    Optional<PlateResistance> best = Optional.empty();
    double least = Double.POSITIVE_INFINITY;
    for (int i = 1; i <= 200; i++) {
      PlateResistance curve = leastSquares(points, rated, 0.01 * i, reference);
      double miss = 0;
      for (Point p : points) {
        miss += Math.pow(curve.at(p.flowM3S()) / p.resistanceKW() - 1, 2);
      }
      if (curve.floorKW >= 0 && curve.ratedKW > 0 && miss < least) {
        least = miss;
        best = Optional.of(curve);
      }
    }
    return best;
  }

  private static PlateResistance leastSquares(
      List<Point> points, double rated, double exponent, Reference reference) {
    double s11 = 0;
    double s12 = 0;
    double s22 = 0;
    double r1 = 0;
    double r2 = 0;
    for (Point p : points) {
      double a = 1 / p.resistanceKW();
      double b = Math.pow(p.flowM3S() / rated, -exponent) / p.resistanceKW();
      s11 += a * a;
      s12 += a * b;
      s22 += b * b;
      r1 += a;
      r2 += b;
    }
    double determinant = s11 * s22 - s12 * s12;
    double floor = (r1 * s22 - r2 * s12) / determinant;
    double part = (s11 * r2 - s12 * r1) / determinant;
    return new PlateResistance(floor, part, rated, exponent, reference);
  }

  /** K/W at a flow above 0. */
  public double at(double flowM3S) {
    return floorKW + ratedKW * Math.pow(flowM3S / ratedFlowM3S, -exponent);
  }

  /**
   * From the plate to the coolant that leaves it, K/W: what is left of the resistance when the
   * coolant's own rise is taken off. It does not fall below a share of the rated one, for the plate
   * is never cooler than what leaves it, however slow.
   */
  @Override
  public double filmKW(double flowM3S, double riseKW) {
    double least = LEAST_SHARE * (floorKW + ratedKW);
    return flowM3S > 0
        ? Math.max(least, at(flowM3S) - (1 - reference.halves() / 2) * riseKW)
        : least;
  }

  @Override
  public Optional<Text> fault() {
    return LinkLaw.first(
        LinkLaw.notNegative("resistance", floorKW),
        LinkLaw.notNegative("resistance", ratedKW),
        LinkLaw.positive("flow", ratedFlowM3S),
        LinkLaw.notNegative("exponent", exponent));
  }
}
