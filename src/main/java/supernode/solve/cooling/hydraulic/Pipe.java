package supernode.solve.cooling.hydraulic;

import java.util.Optional;
import supernode.quantity.Text;

/**
 * A pipe, hose or manifold section by Darcy and Weisbach.
 *
 * @param roughnessM equivalent sand roughness
 * @param minorLossK sum of the loss coefficients of bends, tees, fittings, on the pipe's velocity
 */
public record Pipe(double lengthM, double diameterM, double roughnessM, double minorLossK)
    implements LinkLaw {
  /** Below this Reynolds number minor losses go over to a line, so that they have a slope at 0. */
  private static final double CREEPING = 10;

  @Override
  public void evaluate(double flowM3S, double densityKgM3, double viscosityPaS, Loss into) {
    double area = areaM2();
    double velocity = Math.abs(flowM3S) / area;
    double perVelocity = densityKgM3 * diameterM / viscosityPaS;
    double reynolds = velocity * perVelocity;
    double pressure;
    double slope;
    if (reynolds <= Friction.LAMINAR) {
      slope = 32 * viscosityPaS * lengthM / (diameterM * diameterM);
      pressure = slope * velocity;
    } else {
      Friction.turbulent(reynolds, roughnessM / diameterM, into.factorAndSlope);
      double scale = lengthM / diameterM * densityKgM3 / 2 * velocity;
      pressure = scale * into.factorAndSlope[0] * velocity;
      slope = scale * into.factorAndSlope[1];
    }
    double creeping = CREEPING / perVelocity;
    double k = minorLossK * densityKgM3 / 2;
    pressure += k * Quadratic.blended(velocity, creeping);
    slope += k * Quadratic.blendedSlope(velocity, creeping);
    into.set(Math.copySign(pressure, flowM3S), slope / area);
  }

  public double areaM2() {
    return Math.PI * diameterM * diameterM / 4;
  }

  /** m/s at a volume flow, with its sign. */
  public double velocity(double flowM3S) {
    return flowM3S / areaM2();
  }

  public double reynolds(double flowM3S, double densityKgM3, double viscosityPaS) {
    return Math.abs(velocity(flowM3S)) * densityKgM3 * diameterM / viscosityPaS;
  }

  /** At 0.3 m/s, the start that EPANET takes. */
  @Override
  public double typicalFlowM3S() {
    return 0.3 * areaM2();
  }

  @Override
  public Optional<Text> fault() {
    return LinkLaw.first(
        LinkLaw.positive("diameter", diameterM),
        LinkLaw.notNegative("length", lengthM),
        LinkLaw.notNegative("roughness", roughnessM),
        LinkLaw.notNegative("minorLoss", minorLossK),
        LinkLaw.positive("lossOfLengthAndFittings", lengthM + minorLossK));
  }
}
