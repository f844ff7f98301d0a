package supernode.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import supernode.analysis.loop.CoolingStage;
import supernode.design.Ambient;
import supernode.design.Scenario;
import supernode.topology.SystemModel;

/** A design under facility water of other temperatures; asked for and never part of an edit. */
public final class FacilityCurve {
  private static final double FROM_C = 10;
  private static final double TO_C = 50;
  private static final double STEP_C = 2.5;

  private FacilityCurve() {}

  /**
   * The design at one temperature.
   *
   * @param marginK of the chip closest to its limit; negative above it
   */
  public record Point(double facilityC, double pue, double marginK) {}

  /** Facility water in the scenario of an analysis. */
  public static double facilityC(Analysis analysis) {
    return ambient(analysis).facilityWaterC();
  }

  private static Ambient ambient(Analysis analysis) {
    return analysis
        .design()
        .scenarios()
        .getOrDefault(analysis.scenario(), Scenario.DEFAULT)
        .ambient();
  }

  /** Rising temperatures; those without an answer are left out. */
  public static List<Point> of(Analysis analysis, BooleanSupplier cancelled) {
    SystemModel model = analysis.model().asOptional().orElse(null);
    List<Point> points = new ArrayList<>();
    if (model == null) {
      return points;
    }
    Loads loads = new Loads(model);
    Ambient now = ambient(analysis);
    // One stage for all: each starts from the solution before.
    CoolingStage stage = new CoolingStage();
    for (double c = FROM_C; c <= TO_C; c += STEP_C) {
      if (cancelled.getAsBoolean()) {
        throw new CancellationException();
      }
      Ambient then = now.withFacilityWaterC(c);
      double facilityC = c;
      stage
          .solve(model, loads::heatW, then, cancelled)
          .asOptional()
          .ifPresent(cooling ->
              pue(PowerStage.solve(model, loads, CoolingPower.of(cooling), then))
                  .ifPresent(p -> points.add(new Point(facilityC, p, margin(cooling)))));
    }
    return points;
  }

  private static OptionalDouble pue(PowerAnswer power) {
    return power.results().stream()
        .filter(r -> r.id().equals("power.pue"))
        .mapToDouble(r -> r.quantity().value())
        .findFirst();
  }

  private static double margin(CoolingAnswer cooling) {
    return cooling.chips().stream()
        .mapToDouble(CoolingAnswer.Chip::marginK)
        .min()
        .orElse(Double.POSITIVE_INFINITY);
  }

  /** Where the first chip reaches its limit, if one does; straight between the points. */
  public static OptionalDouble hottestC(List<Point> points) {
    for (int i = 1; i < points.size(); i++) {
      Point a = points.get(i - 1);
      Point b = points.get(i);
      if (a.marginK() >= 0 && b.marginK() < 0) {
        double share = a.marginK() / (a.marginK() - b.marginK());
        return OptionalDouble.of(a.facilityC() + share * (b.facilityC() - a.facilityC()));
      }
    }
    return OptionalDouble.empty();
  }
}
