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
  /** Whether it differs in nothing but its name and its link. */
  public boolean isLike(PumpDrive other) {
    return motorShare == other.motorShare && efficiency.equals(other.efficiency);
  }

  /** What makes this drive unusable, if anything does. */
  public Optional<Text> fault() {
    Optional<Text> own =
        switch (efficiency) {
          case PumpEfficiency.Constant(double share) -> LinkLaw.positive("efficiency", share);
          case PumpEfficiency.Parabola(double share, double flow) ->
              LinkLaw.positive("efficiency", flow > 0 ? share : 0);
          case PumpEfficiency.FanLaws(double watts) -> LinkLaw.notNegative("power", watts);
        };
    return own.or(() -> LinkLaw.positive("efficiency", motorShare));
  }
}
