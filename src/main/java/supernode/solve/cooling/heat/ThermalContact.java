package supernode.solve.cooling.heat;

import java.util.Optional;
import supernode.quantity.Text;

/** What a package gives its heat to the coolant through: a cold plate, or a bath. */
public sealed interface ThermalContact permits PlateResistance, Bath {
  /**
   * From the contact to the coolant that leaves, K/W of the package's heat.
   *
   * @param riseKW rise of the coolant over the heat of this package, K/W
   */
  double filmKW(double flowM3S, double riseKW);

  /**
   * Temperature below which the contact does not fall while the package works; -infinity mostly.
   */
  default double leastC() {
    return Double.NEGATIVE_INFINITY;
  }

  /** What makes this contact unusable, if anything does. */
  Optional<Text> fault();
}
