package supernode.solve.cooling.hydraulic;

import java.util.Optional;
import supernode.quantity.Text;

/**
 * Lets no more than a set flow pass, as a pressure-independent balancing valve does; stands open
 * where less comes.
 *
 * @param settingM3S flow of one copy from the first to the second node
 * @param open the valve wide open
 */
public record FlowControl(double settingM3S, LinkLaw open) implements Regulator {
  @Override
  public double setting() {
    return settingM3S;
  }

  @Override
  public Optional<Text> fault() {
    return LinkLaw.notNegative("flow", settingM3S).or(() -> Regulator.super.fault());
  }
}
