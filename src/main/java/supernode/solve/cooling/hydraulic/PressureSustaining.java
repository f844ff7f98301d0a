package supernode.solve.cooling.hydraulic;

/**
 * Keeps the pressure in front of it from falling below a setting; lets nothing back.
 *
 * @param settingPa gauge pressure at the first node
 * @param open the valve wide open
 */
public record PressureSustaining(double settingPa, LinkLaw open) implements Regulator {
  @Override
  public double setting() {
    return settingPa;
  }
}
