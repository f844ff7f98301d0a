package supernode.solve.cooling.hydraulic;

import java.util.Optional;
import supernode.quantity.Text;

/**
 * A part that loses more than it did: a fouled filter, a plate with debris, a coupling pushed half
 * way in.
 *
 * @param factor loss over that of the clean part
 */
public record Fouled(LinkLaw clean, double factor) implements LinkLaw {
  @Override
  public void evaluate(double flowM3S, double densityKgM3, double viscosityPaS, Loss into) {
    clean.evaluate(flowM3S, densityKgM3, viscosityPaS, into);
    into.set(factor * into.pressurePa, factor * into.slopePaSM3);
  }

  @Override
  public double typicalFlowM3S() {
    return clean.typicalFlowM3S() / Math.sqrt(factor);
  }

  @Override
  public boolean oneWay() {
    return clean.oneWay();
  }

  @Override
  public boolean closed() {
    return clean.closed();
  }

  @Override
  public Optional<Text> fault() {
    if (clean instanceof Regulator || clean.pump().isPresent()) {
      return Optional.of(Text.of("cooling.fault.fouled"));
    }
    return LinkLaw.positive("lossFactor", factor).or(clean::fault);
  }
}
