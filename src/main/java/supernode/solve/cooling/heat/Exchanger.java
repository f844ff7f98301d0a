package supernode.solve.cooling.heat;

import java.util.Optional;
import supernode.quantity.Text;

/** Something that moves heat between two streams. */
public sealed interface Exchanger
    permits LiquidExchanger, AirCoil, WaterCoil, WetTower, Compression {
  /**
   * Watts moved per kelvin between the two inlets.
   *
   * @param primaryKgS what comes from outside: facility water, air
   * @param secondaryKgS what flows in the loop
   * @param primaryC inlet of the primary side; a wet bulb for a tower
   * @param secondaryC inlet of the loop's side
   */
  double wattsPerInletKelvin(
      double primaryKgS,
      double primaryHeatJKgK,
      double secondaryKgS,
      double secondaryHeatJKgK,
      double primaryC,
      double secondaryC);

  /** W/K at these flows; what says nothing of a machine is 0. */
  double conductance(double primaryKgS, double secondaryKgS);

  /** What makes it unusable, if anything does. */
  Optional<Text> fault();
}
