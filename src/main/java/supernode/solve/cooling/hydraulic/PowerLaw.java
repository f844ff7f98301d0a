package supernode.solve.cooling.hydraulic;

import java.util.Optional;
import supernode.quantity.Text;

/**
 * A component known by one rated point: loss = rated (Q / rated flow)^n. By dimensions it goes with
 * density^(n-1) viscosity^(2-n) when the fluid differs from the reference.
 *
 * @param exponent n between 1 (laminar) and 2 (fully turbulent); catalogue parts use 1.8
 */
public record PowerLaw(
    double ratedFlowM3S,
    double ratedDropPa,
    double exponent,
    double referenceDensityKgM3,
    double referenceViscosityPaS)
    implements LinkLaw {
  private static final double CREEPING_SHARE = 1e-3;

  @Override
  public void evaluate(double flowM3S, double densityKgM3, double viscosityPaS, Loss into) {
    double thick = viscosityPaS / referenceViscosityPaS;
    // density^(n-1) viscosity^(2-n) x^(n-1), by one power.
    double perShare = densityKgM3 / referenceDensityKgM3 / thick;
    double scale = ratedDropPa * thick;
    double x = Math.abs(flowM3S) / ratedFlowM3S;
    double value;
    double slope;
    if (x >= CREEPING_SHARE) {
      double power = Math.pow(x * perShare, exponent - 1);
      value = power * x;
      slope = exponent * power;
    } else {
      // A cubic through 0 that meets value and slope of the power: c x + d x^3.
      double edge = Math.pow(CREEPING_SHARE * perShare, exponent - 1);
      double share = x / CREEPING_SHARE;
      value = edge * x * ((3 - exponent) + (exponent - 1) * share * share) / 2;
      slope = edge * ((3 - exponent) + 3 * (exponent - 1) * share * share) / 2;
    }
    into.set(Math.copySign(scale * value, flowM3S), scale * slope / ratedFlowM3S);
  }

  @Override
  public double typicalFlowM3S() {
    return ratedFlowM3S;
  }

  @Override
  public Optional<Text> fault() {
    return LinkLaw.first(
        LinkLaw.positive("flow", ratedFlowM3S),
        LinkLaw.positive("pressureDrop", ratedDropPa),
        LinkLaw.positive("exponentAboveZero", exponent - 0.999),
        LinkLaw.positive("exponentBelowThree", 3 - exponent),
        LinkLaw.positive("referenceDensity", referenceDensityKgM3),
        LinkLaw.positive("referenceViscosity", referenceViscosityPaS));
  }
}
