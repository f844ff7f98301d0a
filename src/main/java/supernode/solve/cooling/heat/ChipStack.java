package supernode.solve.cooling.heat;

import java.util.Optional;
import supernode.quantity.Text;
import supernode.solve.cooling.hydraulic.LinkLaw;

/**
 * How the layers between cold plate and chips heat up: temperatures above the plate are linear in
 * the powers of die and HBM stacks. All in K/W of the powers in sum.
 *
 * @param dieKW die above plate by die power: silicon, TIM, lid
 * @param dieByHbmKW die above plate by HBM power
 * @param hbmByDieKW HBM above plate by die power
 * @param hbmKW HBM above plate by HBM power
 */
public record ChipStack(double dieKW, double dieByHbmKW, double hbmByDieKW, double hbmKW) {
  /** A package without HBM. */
  public static ChipStack ofDie(double dieKW) {
    return new ChipStack(dieKW, 0, 0, 0);
  }

  /** K above the plate. */
  public double dieRiseK(double dieW, double hbmW) {
    return dieKW * dieW + dieByHbmKW * hbmW;
  }

  /** K above the plate. */
  public double hbmRiseK(double dieW, double hbmW) {
    return hbmByDieKW * dieW + hbmKW * hbmW;
  }

  /** What makes this stack unusable, if anything does. */
  public Optional<Text> fault() {
    return LinkLaw.first(
        LinkLaw.notNegative("resistance", dieKW),
        LinkLaw.notNegative("resistance", dieByHbmKW),
        LinkLaw.notNegative("resistance", hbmByDieKW),
        LinkLaw.notNegative("resistance", hbmKW));
  }
}
