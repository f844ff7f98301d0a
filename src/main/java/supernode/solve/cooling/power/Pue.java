package supernode.solve.cooling.power;

/**
 * Power usage effectiveness, ISO/IEC 30134-2: all power of the facility over that of its
 * information technology. Server fans and rack power supplies count as information technology.
 *
 * @param itW information technology
 * @param computeW the part of it without fans and conversion
 * @param loopPumpW pumps of the technology loops
 * @param facilityPumpW pumps of the facility water
 * @param cduW controls of distribution units
 * @param fanW fans of dry coolers, towers and room coolers
 * @param chillerW compressors
 * @param electricalW losses of transformers, uninterruptible supplies and feeders before the racks
 */
public record Pue(
    double itW,
    double computeW,
    double loopPumpW,
    double facilityPumpW,
    double cduW,
    double fanW,
    double chillerW,
    double electricalW) {

  /** All of the cooling. */
  public double coolingW() {
    return loopPumpW + facilityPumpW + cduW + fanW + chillerW;
  }

  public double totalW() {
    return itW + coolingW() + electricalW;
  }

  /** At least 1; 1 where nothing is powered. */
  public double pue() {
    return itW > 0 ? totalW() / itW : 1;
  }

  /** Partial effectiveness counting cooling alone. */
  public double coolingPue() {
    return itW > 0 ? 1 + coolingW() / itW : 1;
  }

  /** Partial effectiveness counting electrical losses alone. */
  public double electricalPue() {
    return itW > 0 ? 1 + electricalW / itW : 1;
  }

  /** Total usage effectiveness: all power over what computes (Patterson and others 2013). */
  public double tue() {
    return computeW > 0 ? totalW() / computeW : pue();
  }
}
