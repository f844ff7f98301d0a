package supernode.solve.cooling.hydraulic;

import java.util.Optional;
import supernode.quantity.Text;

/**
 * A valve that keeps a pressure or a flow while it can. It regulates, stands wide open where its
 * setting is out of reach, or shuts against flow from behind. Wide open it loses what {@link #open}
 * says; while it regulates, its loss is whatever its setting takes.
 */
public sealed interface Regulator extends LinkLaw
    permits PressureReducing, PressureSustaining, FlowControl {

  /** The valve wide open. */
  LinkLaw open();

  /** Gauge pressure in Pa, or flow in m3/s, that it keeps. */
  double setting();

  @Override
  default void evaluate(double flowM3S, double densityKgM3, double viscosityPaS, Loss into) {
    open().evaluate(flowM3S, densityKgM3, viscosityPaS, into);
  }

  @Override
  default double typicalFlowM3S() {
    return open().typicalFlowM3S();
  }

  @Override
  default Optional<Text> fault() {
    if (!Double.isFinite(setting())) {
      return Optional.of(Text.of("cooling.fault.setting"));
    }
    return open().fault();
  }
}
