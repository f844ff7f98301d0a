package supernode.solve.cooling.hydraulic;

import java.util.Optional;
import supernode.quantity.Text;

/**
 * An outlet that gives its full flow at a head and above, less below it and nothing at none: (Q /
 * full)^n of the head (Wagner, Shamir and Marks 1988, turned round).
 *
 * @param exponent n, 2 for an orifice
 */
public record PressureDemand(double fullM3S, double headM, double exponent) implements LinkLaw {
  /** Metres by m3/s of the walls on either side: 1e9 ft by ft3/s, as EPANET 2.2. */
  private static final double WALL_S_M2 = 1e9 / (0.3048 * 0.3048);

  private static final double LEAST_SLOPE_S_M2 = HeadLoss.LEAST_SLOPE_S_M2;

  @Override
  public void evaluate(double flowM3S, double densityKgM3, double viscosityPaS, Loss into) {
    double weight = densityKgM3 * Gravity.M_S2;
    double share = flowM3S / fullM3S;
    double head;
    double slope;
    if (share <= 0) {
      head = WALL_S_M2 * flowM3S;
      slope = WALL_S_M2;
    } else if (share >= 1) {
      head = headM + WALL_S_M2 * (flowM3S - fullM3S);
      slope = WALL_S_M2;
    } else {
      head = headM * Math.pow(share, exponent);
      slope = Math.max(LEAST_SLOPE_S_M2, exponent * head / flowM3S);
    }
    into.set(weight * head, weight * slope);
  }

  @Override
  public double typicalFlowM3S() {
    return fullM3S / 2;
  }

  @Override
  public Optional<Text> fault() {
    return LinkLaw.positive("flow", fullM3S)
        .or(() -> LinkLaw.positive("pressureDrop", headM))
        .or(() -> LinkLaw.positive("exponent", exponent));
  }
}
