package supernode.solve.cooling.hydraulic;

/**
 * Keeps the pressure behind it from rising above a setting; lets nothing back.
 *
 * @param settingPa gauge pressure at the second node
 * @param open the valve wide open
 */
public record PressureReducing(double settingPa, LinkLaw open) implements Regulator {
  @Override
  public double setting() {
    return settingPa;
  }
}
