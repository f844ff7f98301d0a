package supernode.solve.cooling.power;

import java.util.Optional;
import supernode.quantity.Text;
import supernode.solve.cooling.hydraulic.LinkLaw;

/**
 * What turns a pump.
 *
 * @param link index of the pump's link
 * @param motorShare shaft over electrical power, drive electronics included
 */
public record PumpDrive(String label, int link, PumpEfficiency efficiency, double motorShare) {
  /** What makes this drive unusable, if anything does. */
  public Optional<Text> fault() {
    double best =
        switch (efficiency) {
          case PumpEfficiency.Constant(double share) -> share;
          case PumpEfficiency.Parabola(double share, double flow) -> flow > 0 ? share : 0;
        };
    return LinkLaw.positive("efficiency", best)
        .or(() -> LinkLaw.positive("efficiency", motorShare));
  }
}
