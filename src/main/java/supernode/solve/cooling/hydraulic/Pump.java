package supernode.solve.cooling.hydraulic;

import java.util.List;
import java.util.Optional;
import supernode.quantity.Text;

/**
 * A pump with a check valve: flow never goes backwards through it. At another speed s its curve is
 * s^2 H(Q / s) (affinity).
 *
 * @param speed share of full speed; 0 stands still and is shut
 */
public record Pump(PumpCurve curve, double speed) implements LinkLaw {
  /**
   * Below this share of the design flow a curve that starts level is given the slope it has here.
   */
  private static final double LEVEL = 0.01;

  /** A law with its pump so many times as fast; laws without a pump stay as they are. */
  public static LinkLaw faster(LinkLaw law, double factor) {
    return switch (law) {
      case Pump(var curve, double present) -> new Pump(curve, present * factor);
      case Series(List<LinkLaw> parts) ->
          new Series(parts.stream().map(part -> faster(part, factor)).toList());
      default -> law;
    };
  }

  @Override
  public void evaluate(double flowM3S, double densityKgM3, double viscosityPaS, Loss into) {
    double weight = densityKgM3 * Gravity.M_S2;
    double q = flowM3S / speed;
    double head = q >= 0 ? curve.headM(q) : 2 * curve.headM(0) - curve.headM(-q);
    double slope = curve.slope(Math.abs(q));
    double level = LEVEL * curve.designFlowM3S();
    if (Math.abs(q) < level) {
      slope = Math.min(slope, curve.slope(level));
    }
    into.set(-weight * speed * speed * head, -weight * speed * slope);
  }

  /** m of fluid at a flow and this speed. */
  public double headM(double flowM3S) {
    return speed == 0 ? 0 : speed * speed * curve.headM(flowM3S / speed);
  }

  @Override
  public double typicalFlowM3S() {
    return speed * curve.designFlowM3S();
  }

  /** A hyperbola's flow at most falls to a quarter in a step. */
  @Override
  public double stepShare(double flowM3S, double stepM3S) {
    boolean falls =
        curve instanceof PumpCurve.ConstantPower power
            && flowM3S > power.leastFlowM3S() * speed
            && stepM3S < 0;
    return falls ? Math.min(1, -0.75 * flowM3S / stepM3S) : 1;
  }

  @Override
  public boolean oneWay() {
    return true;
  }

  @Override
  public boolean closed() {
    return speed == 0;
  }

  @Override
  public Optional<Pump> pump() {
    return Optional.of(this);
  }

  @Override
  public Optional<Text> fault() {
    return curve.fault().or(() -> LinkLaw.notNegative("speed", speed));
  }
}
