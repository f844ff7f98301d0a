package supernode.solve.cooling.hydraulic;

import java.util.Optional;
import supernode.quantity.Text;

/**
 * A plate, filter or exchanger whose loss has a laminar and a turbulent part: a Q + b Q|Q|, given
 * for a reference fluid; a goes with viscosity, b with density.
 *
 * @param linearPaSM3 a
 * @param quadraticPaS2M6 b
 * @param typicalFlowM3S flow of the usual size
 */
public record Quadratic(
    double linearPaSM3,
    double quadraticPaS2M6,
    double referenceDensityKgM3,
    double referenceViscosityPaS,
    double typicalFlowM3S)
    implements LinkLaw {
  private static final double CREEPING_SHARE = 1e-3;

  @Override
  public void evaluate(double flowM3S, double densityKgM3, double viscosityPaS, Loss into) {
    double q = Math.abs(flowM3S);
    double a = linearPaSM3 * viscosityPaS / referenceViscosityPaS;
    double b = quadraticPaS2M6 * densityKgM3 / referenceDensityKgM3;
    double creeping = CREEPING_SHARE * typicalFlowM3S;
    into.set(
        Math.copySign(a * q + b * blended(q, creeping), flowM3S),
        a + b * blendedSlope(q, creeping));
  }

  /** x squared, below {@code creeping} a cubic that meets it smoothly and has a slope at 0. */
  static double blended(double x, double creeping) {
    return x >= creeping ? x * x : (x * creeping + x * x * x / creeping) / 2;
  }

  static double blendedSlope(double x, double creeping) {
    return x >= creeping ? 2 * x : (creeping + 3 * x * x / creeping) / 2;
  }

  @Override
  public Optional<Text> fault() {
    return LinkLaw.first(
        LinkLaw.notNegative("linearLoss", linearPaSM3),
        LinkLaw.notNegative("quadraticLoss", quadraticPaS2M6),
        LinkLaw.positive("pressureDrop", linearPaSM3 + quadraticPaS2M6),
        LinkLaw.positive("referenceDensity", referenceDensityKgM3),
        LinkLaw.positive("referenceViscosity", referenceViscosityPaS),
        LinkLaw.positive("flow", typicalFlowM3S));
  }
}
