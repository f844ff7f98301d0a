package supernode.solve.cooling.power;

/** From hydraulic to shaft power of a pump. */
public sealed interface PumpEfficiency {
  /**
   * Power at the shaft.
   *
   * @param flowM3S at least 0
   * @param riseBehindPa pressure that the pump adds
   * @param speed share of full speed, above 0
   */
  double shaftW(double flowM3S, double riseBehindPa, double speed);

  /** The same share at every flow. */
  record Constant(double share) implements PumpEfficiency {
    @Override
    public double shaftW(double flowM3S, double riseBehindPa, double speed) {
      return flowM3S * Math.max(0, riseBehindPa) / share;
    }
  }

  /**
   * A fan of which its electrical power at full speed is known: the fan laws alone, P ~ speed^3. In
   * a chassis that stays as it is, it works at the same point of its curve at every speed.
   *
   * @param fullSpeedW electrical power at full speed
   */
  record FanLaws(double fullSpeedW) implements PumpEfficiency {
    /** At a speed, W. */
    public double atSpeedW(double speed) {
      return fullSpeedW * speed * speed * speed;
    }

    @Override
    public double shaftW(double flowM3S, double riseBehindPa, double speed) {
      return atSpeedW(speed);
    }
  }

  /**
   * A parabola through 0 with its top at the best flow, which moves with speed (affinity). At no
   * flow its limit still draws power, as a real pump does.
   */
  record Parabola(double bestShare, double bestFlowM3S) implements PumpEfficiency {
    /** Near twice the best flow the parabola would end; a pump goes on poorly. Assumption. */
    private static final double LEAST = 0.2;

    @Override
    public double shaftW(double flowM3S, double riseBehindPa, double speed) {
      double best = speed * bestFlowM3S;
      // Flow over efficiency: the flow cancels, so that no flow needs no special case.
      double flowPerShare = best / (bestShare * Math.max(LEAST, 2 - flowM3S / best));
      return Math.max(0, riseBehindPa) * flowPerShare;
    }
  }
}
