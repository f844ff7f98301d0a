package supernode.solve.cooling.hydraulic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import supernode.quantity.Text;

/**
 * A component known by a measured curve of loss over flow, from 0:0 on. With another fluid the loss
 * goes with density^0.75 viscosity^0.25, Blasius' law for smooth turbulent channels.
 *
 * @param points x flow in m3/s, y loss in Pa, both rising; the origin is added where missing
 */
public record LossTable(
    List<MonotoneCurve.Point> points,
    double referenceDensityKgM3,
    double referenceViscosityPaS,
    Optional<MonotoneCurve> curve)
    implements LinkLaw {

  public static LossTable of(
      List<MonotoneCurve.Point> points, double referenceDensityKgM3, double referenceViscosityPaS) {
    return new LossTable(
        List.copyOf(points),
        referenceDensityKgM3,
        referenceViscosityPaS,
        rising(points) ? Optional.of(fromOrigin(points)) : Optional.empty());
  }

  private static boolean rising(List<MonotoneCurve.Point> points) {
    MonotoneCurve.Point last = new MonotoneCurve.Point(0, 0);
    boolean any = false;
    for (MonotoneCurve.Point p : points) {
      if (p.x() == 0 && p.y() == 0) {
        continue;
      }
      if (!(p.x() > last.x()) || !(p.y() > last.y())) {
        return false;
      }
      last = p;
      any = true;
    }
    return any && Double.isFinite(last.x() + last.y());
  }

  private static MonotoneCurve fromOrigin(List<MonotoneCurve.Point> points) {
    List<MonotoneCurve.Point> all = new ArrayList<>(points);
    all.removeIf(p -> p.x() == 0);
    all.addFirst(new MonotoneCurve.Point(0, 0));
    return MonotoneCurve.through(all);
  }

  @Override
  public void evaluate(double flowM3S, double densityKgM3, double viscosityPaS, Loss into) {
    MonotoneCurve c = curve.orElseThrow();
    double scale =
        Math.pow(densityKgM3 / referenceDensityKgM3, 0.75)
            * Math.pow(viscosityPaS / referenceViscosityPaS, 0.25);
    double q = Math.abs(flowM3S);
    into.set(Math.copySign(scale * c.value(q), flowM3S), scale * c.slope(q));
  }

  @Override
  public double typicalFlowM3S() {
    return points.getLast().x() / 2;
  }

  @Override
  public Optional<Text> fault() {
    if (curve.isEmpty()) {
      return Optional.of(Text.of("cooling.fault.lossTable"));
    }
    return LinkLaw.positive("referenceDensity", referenceDensityKgM3)
        .or(() -> LinkLaw.positive("referenceViscosity", referenceViscosityPaS));
  }
}
