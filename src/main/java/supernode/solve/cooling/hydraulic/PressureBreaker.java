package supernode.solve.cooling.hydraulic;

import java.util.Optional;
import supernode.quantity.Text;

/**
 * Takes a fixed drop of pressure, or what it loses wide open where that is more.
 *
 * @param dropPa from the first to the second node, whichever way the flow goes
 * @param open the valve wide open
 */
public record PressureBreaker(double dropPa, LinkLaw open) implements LinkLaw {
  /** Slope that keeps the flow defined where a drop does not depend on it, Pa s/m3. */
  private static final double SLOPE = 1e-3;

  @Override
  public void evaluate(double flowM3S, double densityKgM3, double viscosityPaS, Loss into) {
    open.evaluate(flowM3S, densityKgM3, viscosityPaS, into);
    double flat = dropPa + SLOPE * flowM3S;
    if (into.pressurePa < flat) {
      into.set(flat, SLOPE);
    }
  }

  @Override
  public double typicalFlowM3S() {
    return open.typicalFlowM3S();
  }

  @Override
  public Optional<Text> fault() {
    return LinkLaw.notNegative("pressureDrop", dropPa).or(open::fault);
  }
}
