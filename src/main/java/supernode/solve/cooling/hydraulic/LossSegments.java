package supernode.solve.cooling.hydraulic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import supernode.quantity.Text;

/**
 * A valve known by points of head loss over flow, straight between them, the same both ways: the
 * general-purpose valve of water networks.
 *
 * @param points x flow in m3/s, y loss in m of fluid, both rising; the origin is added where the
 *     first segment would end below it
 */
public record LossSegments(List<MonotoneCurve.Point> points) implements LinkLaw {
  public LossSegments {
    List<MonotoneCurve.Point> all = new ArrayList<>(points);
    if (all.size() >= 2 && all.getFirst().x() > 0 && new Segments(all).value(0) < 0) {
      all.addFirst(new MonotoneCurve.Point(0, 0));
    }
    points = List.copyOf(all);
  }

  @Override
  public void evaluate(double flowM3S, double densityKgM3, double viscosityPaS, Loss into) {
    double weight = densityKgM3 * Gravity.M_S2;
    Segments line = new Segments(points);
    double q = Math.abs(flowM3S);
    into.set(Math.copySign(weight * line.value(q), flowM3S), weight * line.slope(q));
  }

  @Override
  public double typicalFlowM3S() {
    return points.getLast().x() / 2;
  }

  @Override
  public Optional<Text> fault() {
    return new Segments(points).monotone(true) && points.getFirst().y() >= 0
        ? Optional.empty()
        : Optional.of(Text.of("cooling.fault.lossTable"));
  }
}
