package supernode.solve.cooling.hydraulic;

import java.util.Optional;
import supernode.quantity.Text;

/** A valve that passes flow in the link's direction only, with the Kv of its open position. */
public record CheckValve(double kvM3H) implements LinkLaw {
  @Override
  public void evaluate(double flowM3S, double densityKgM3, double viscosityPaS, Loss into) {
    new FlowCoefficient(kvM3H).evaluate(flowM3S, densityKgM3, viscosityPaS, into);
  }

  @Override
  public double typicalFlowM3S() {
    return new FlowCoefficient(kvM3H).typicalFlowM3S();
  }

  @Override
  public boolean oneWay() {
    return true;
  }

  @Override
  public Optional<Text> fault() {
    return LinkLaw.positive("kv", kvM3H);
  }
}
