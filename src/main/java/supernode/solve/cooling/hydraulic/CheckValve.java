package supernode.solve.cooling.hydraulic;

import java.util.Optional;
import supernode.quantity.Text;

/** Passes flow in the link's direction only: a check valve, or a line with one in it. */
public record CheckValve(LinkLaw open) implements LinkLaw {
  /** A valve by the Kv of its open position. */
  public static CheckValve ofKv(double kvM3H) {
    return new CheckValve(new FlowCoefficient(kvM3H));
  }

  @Override
  public void evaluate(double flowM3S, double densityKgM3, double viscosityPaS, Loss into) {
    open.evaluate(flowM3S, densityKgM3, viscosityPaS, into);
  }

  @Override
  public double typicalFlowM3S() {
    return open.typicalFlowM3S();
  }

  @Override
  public double stepShare(double flowM3S, double stepM3S) {
    return open.stepShare(flowM3S, stepM3S);
  }

  @Override
  public boolean oneWay() {
    return true;
  }

  @Override
  public boolean closed() {
    return open.closed();
  }

  @Override
  public Optional<Pump> pump() {
    return open.pump();
  }

  @Override
  public Optional<Text> fault() {
    return open.fault();
  }
}
