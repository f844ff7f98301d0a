package supernode.interop.epanet;

import java.util.OptionalDouble;

/**
 * What [OPTIONS] says that bears on flow at one instant, in the file's units. Trials and accuracy
 * are read and checked, but the studio converges to its own, tighter tests.
 *
 * @param viscosity as written: above 1e-3 a multiple of water's, else m2/s or ft2/s; empty for
 *     water
 * @param emitterExponent of emitter flow over pressure
 * @param pressureDemands whether demands fall with pressure (DEMAND MODEL PDA)
 */
public record InpOptions(
    FlowUnit unit,
    Formula formula,
    double specificGravity,
    OptionalDouble viscosity,
    double demandMultiplier,
    String defaultPattern,
    double emitterExponent,
    boolean emitterBackflow,
    boolean pressureDemands,
    double minimumPressure,
    double requiredPressure,
    double pressureExponent,
    PressureUnit pressureUnit) {
  /** Law of head loss of pipes. */
  public enum Formula {
    HAZEN_WILLIAMS,
    DARCY_WEISBACH,
    CHEZY_MANNING
  }

  /** Unit of pressures: the system's own unless [OPTIONS] names another. */
  public enum PressureUnit {
    PSI,
    METERS,
    KPA,
    BAR,
    FEET
  }

  /** What holds where a file says nothing. */
  public static final InpOptions DEFAULT =
      new InpOptions(
          FlowUnit.GPM,
          Formula.HAZEN_WILLIAMS,
          1,
          OptionalDouble.empty(),
          1,
          "1",
          0.5,
          true,
          false,
          0,
          0.1,
          0.5,
          PressureUnit.PSI);
}
