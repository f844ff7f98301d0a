package supernode.solve.cooling.hydraulic;

import java.util.Optional;
import supernode.quantity.Text;

/**
 * A valve or a mated quick disconnect by its Kv: 1 bar at Kv m3/h of water, so loss[bar] = (density
 * / 1000) (Q / Kv)^2.
 */
public record FlowCoefficient(double kvM3H) implements LinkLaw {
  private static final double CREEPING_SHARE = 1e-4;

  @Override
  public void evaluate(double flowM3S, double densityKgM3, double viscosityPaS, Loss into) {
    double q = Math.abs(flowM3S);
    double b = factor(densityKgM3);
    double creeping = CREEPING_SHARE * kvM3H / 3600;
    into.set(
        Math.copySign(b * Quadratic.blended(q, creeping), flowM3S),
        b * Quadratic.blendedSlope(q, creeping));
  }

  private double factor(double densityKgM3) {
    double kv = kvM3H / 3600;
    return 1e5 * densityKgM3 / 1000 / (kv * kv);
  }

  /** At 10 kPa of water. */
  @Override
  public double typicalFlowM3S() {
    return Math.sqrt(0.1) * kvM3H / 3600;
  }

  @Override
  public Optional<Text> fault() {
    return LinkLaw.positive("kv", kvM3H);
  }
}
