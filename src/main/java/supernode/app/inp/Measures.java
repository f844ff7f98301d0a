package supernode.app.inp;

import supernode.interop.epanet.FlowUnit;
import supernode.interop.epanet.InpOptions;
import supernode.solve.cooling.hydraulic.Gravity;

/**
 * Between a file's units and SI, by exact factors or by those that EPANET 2.2 rounds (its types.h):
 * with these, answers can be laid beside that program's.
 */
final class Measures {
  private static final double FT = 0.3048;
  private static final double CFS = FT * FT * FT;
  private static final double INCH = 0.0254;

  /** 32.2 ft/s2. */
  private static final double EPANET_GRAVITY = 32.2 * FT;

  /** 0.4333 psi per ft, 6.895 kPa per psi. */
  private static final double EPANET_KPA_PER_M = 0.4333 * 6.895 / FT;

  private static final double PSI_PA = 6894.757293168;

  /** Velocity heads to head over flow squared and bore to the fourth: 0.02517 in feet. */
  private static final double EPANET_MINOR = 0.02517 / FT;

  private static final double WATER_KG_M3 = 1000;

  /** 1.1e-5 ft2/s: the format's water where no viscosity is given. */
  private static final double WATER_M2_S = 1.1e-5 * FT * FT;

  private final InpOptions options;
  private final boolean epanet;
  private final boolean metric;

  Measures(InpOptions options, boolean epanet) {
    this.options = options;
    this.epanet = epanet;
    metric = options.unit().metric();
  }

  boolean epanet() {
    return epanet;
  }

  double flowM3S(double flow) {
    FlowUnit unit = options.unit();
    return epanet ? flow / unit.epanetPerCfs() * CFS : flow * unit.m3s();
  }

  /** A flow as one reads it in the file's unit, in exact m3/s. */
  double reportedM3S(double insideM3S) {
    FlowUnit unit = options.unit();
    return epanet ? insideM3S / CFS * unit.epanetPerCfs() * unit.m3s() : insideM3S;
  }

  double lengthM(double length) {
    return metric ? length : length * FT;
  }

  double diameterM(double diameter) {
    return metric ? diameter / 1000 : diameter * INCH;
  }

  /** Roughness of Darcy and Weisbach: millimetres, or thousandths of a foot. */
  double roughnessM(double roughness) {
    return metric ? roughness / 1000 : roughness * FT / 1000;
  }

  /** Metres of fluid in one unit of pressure; a metre of pressure is one of water. */
  double headPerPressureM() {
    double kpaPerM = kpaPerM();
    return switch (options.pressureUnit()) {
      case METERS -> 1 / options.specificGravity();
      case FEET -> FT / options.specificGravity();
      case KPA -> 1 / kpaPerM;
      case PSI -> (epanet ? 6.895 : PSI_PA / 1000) / kpaPerM;
      case BAR -> (epanet ? 6.895 / 0.068948 : 100) / kpaPerM;
    };
  }

  /** KPa in a metre of the fluid. */
  double kpaPerM() {
    return options.specificGravity()
        * (epanet ? EPANET_KPA_PER_M : WATER_KG_M3 * Gravity.M_S2 / 1000);
  }

  /** Watts of a pump's power; horsepower in customary units. */
  double powerW(double power) {
    return metric ? power * 1000 : power * 745.69987158227;
  }

  /** Head times flow of a pump of known power, m4/s; EPANET: 8.814 HP in feet. */
  double headFlow(double power) {
    if (epanet) {
      return 8.814 * (metric ? power / 0.7457 : power) * FT * CFS;
    }
    return powerW(power) / (densityKgM3() * Gravity.M_S2);
  }

  double densityKgM3() {
    return WATER_KG_M3 * options.specificGravity();
  }

  /** Dynamic viscosity, Pa s. */
  double viscosityPaS() {
    double kinematic = WATER_M2_S;
    if (options.viscosity().isPresent()) {
      double v = options.viscosity().getAsDouble();
      kinematic = v > 1e-3 ? v * WATER_M2_S : metric ? v : v * FT * FT;
    }
    return kinematic * densityKgM3();
  }

  /** Head lost by one velocity head at 1 m3/s, s2/m5. */
  double minorS2M5(double diameterM, double k) {
    double d4 = Math.pow(diameterM, 4);
    return epanet ? EPANET_MINOR * k / d4 : 8 * k / (Math.PI * Math.PI * Gravity.M_S2 * d4);
  }

  /** By how much friction in Pa counts in heads of another gravity than the solver's. */
  double frictionShare() {
    return epanet ? Gravity.M_S2 / EPANET_GRAVITY : 1;
  }
}
