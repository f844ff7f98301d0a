package supernode.solve.cooling.heat;

import supernode.solve.cooling.fluid.Fluid;

/** The working state of one unit while temperatures are iterated. */
public final class CduControl {
  private static final double HYSTERESIS_K = 1e-6;

  private final Cdu cdu;
  private final Fluid fluid;
  private CduState.Mode mode;

  public CduControl(Cdu cdu, Fluid secondaryFluid) {
    this.cdu = cdu;
    fluid = secondaryFluid;
    mode = cdu.controlled() ? CduState.Mode.CONTROLLED : CduState.Mode.SATURATED;
  }

  public CduState.Mode mode() {
    return mode;
  }

  /** Start in the mode of an earlier solution. */
  public void start(CduState.Mode earlier) {
    mode = cdu.controlled() ? earlier : CduState.Mode.SATURATED;
  }

  /**
   * How the enthalpy behind the exchanger follows from that before it, as slope and constant.
   *
   * @param massKgS secondary flow, positive
   * @param beforeC temperature before the exchanger in the last round
   */
  public Affine outlet(double massKgS, double beforeC) {
    return switch (mode) {
      case IDLE -> Affine.SAME;
      case CONTROLLED -> new Affine(0, fluid.enthalpy(cdu.targetC()));
      case SATURATED -> {
        double share = full(massKgS, beforeC) / massKgS;
        double cp = fluid.heatCapacity(beforeC);
        // T is linear in enthalpy about the last round's temperature.
        double constant = share * (cdu.primaryInletC() - beforeC + fluid.enthalpy(beforeC) / cp);
        yield new Affine(1 - share / cp, constant);
      }
    };
  }

  private double full(double massKgS, double beforeC) {
    return cdu.exchanger()
        .wattsPerInletKelvin(
            cdu.primaryLimitKgS(),
            primaryCp(),
            massKgS,
            meanHeatCapacity(beforeC),
            cdu.primaryInletC(),
            beforeC);
  }

  /**
   * Mean over all that the fluid could cool, down to the primary inlet: so that no effectiveness
   * cools it further.
   */
  private double meanHeatCapacity(double beforeC) {
    double span = beforeC - cdu.primaryInletC();
    return Math.abs(span) < 1e-3
        ? fluid.heatCapacity(beforeC)
        : (fluid.enthalpy(beforeC) - fluid.enthalpy(cdu.primaryInletC())) / span;
  }

  private double primaryCp() {
    return cdu.primaryFluid().heatCapacity(cdu.primaryInletC());
  }

  /**
   * Chooses the mode from new temperatures.
   *
   * @return whether it changed
   */
  public boolean adapt(double massKgS, double beforeC, double afterC) {
    CduState.Mode old = mode;
    if (!cdu.controlled()) {
      return false;
    }
    double target = cdu.targetC();
    double needed = massKgS * (fluid.enthalpy(beforeC) - fluid.enthalpy(target));
    double possible = full(massKgS, beforeC) * (beforeC - cdu.primaryInletC());
    mode =
        switch (old) {
          case CONTROLLED ->
              beforeC < target - HYSTERESIS_K
                  ? CduState.Mode.IDLE
                  : needed > possible + 1e-9 * Math.abs(needed)
                      ? CduState.Mode.SATURATED
                      : CduState.Mode.CONTROLLED;
          case SATURATED ->
              afterC < target - HYSTERESIS_K ? CduState.Mode.CONTROLLED : CduState.Mode.SATURATED;
          case IDLE ->
              beforeC > target + HYSTERESIS_K ? CduState.Mode.CONTROLLED : CduState.Mode.IDLE;
        };
    return mode != old;
  }

  /** The unit at its final temperatures. */
  public CduState state(double massKgS, double beforeC, double afterC) {
    double duty = massKgS * (fluid.enthalpy(beforeC) - fluid.enthalpy(afterC));
    double cp = meanHeatCapacity(beforeC);
    double span = beforeC - cdu.primaryInletC();
    double primary =
        switch (mode) {
          case IDLE -> 0;
          case SATURATED -> cdu.primaryLimitKgS();
          case CONTROLLED ->
              massKgS > 0 && span > 0 ? flowFor(duty / span, massKgS, cp, beforeC) : 0;
        };
    double least = Math.min(primary * primaryCp(), massKgS * cp);
    double primaryReturn =
        primary > 0
            ? cdu.primaryFluid()
                .temperatureC(cdu.primaryFluid().enthalpy(cdu.primaryInletC()) + duty / primary)
            : cdu.primaryInletC();
    return new CduState(
        mode,
        afterC,
        beforeC,
        primary / cdu.primaryFluid().density(cdu.primaryInletC()),
        primaryReturn,
        duty,
        afterC - cdu.primaryInletC(),
        least > 0 && span > 0 ? Math.min(1, duty / (least * span)) : 0,
        cdu.exchanger().conductance(primary, massKgS));
  }

  /** Facility flow that moves so many watts per kelvin between the inlets: by bisection. */
  private double flowFor(double wattsPerKelvin, double massKgS, double cp, double beforeC) {
    double low = 0;
    double high = cdu.primaryLimitKgS();
    for (int i = 0; i < 60 && high - low > 1e-13 * high; i++) {
      double middle = (low + high) / 2;
      double moved =
          cdu.exchanger()
              .wattsPerInletKelvin(middle, primaryCp(), massKgS, cp, cdu.primaryInletC(), beforeC);
      if (moved < wattsPerKelvin) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }
}
