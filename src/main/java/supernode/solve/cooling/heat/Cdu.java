package supernode.solve.cooling.heat;

import java.util.Optional;
import supernode.quantity.Text;
import supernode.solve.cooling.fluid.Fluid;
import supernode.solve.cooling.hydraulic.LinkLaw;

/**
 * What takes heat out of a loop, or puts it in, and its control: the exchanger of a coolant
 * distribution unit, a dry cooler, a tower, a chiller, a rear door. A valve or fan sets the flow of
 * the other side such that the loop's supply keeps its set point; without one, all of it flows.
 *
 * @param link index of the link through which the technology side flows
 * @param primaryFluid what the facility sends
 * @param primaryInletC its temperature
 * @param primaryLimitM3S the most that the facility can send
 * @param setpointC wanted supply temperature
 * @param dewPointC of the room's air; the supply is kept {@link #DEW_POINT_MARGIN_K} above it
 * @param auxiliaryW power of controls and display
 */
public record Cdu(
    String label,
    int link,
    Exchanger exchanger,
    Fluid primaryFluid,
    double primaryInletC,
    double primaryLimitM3S,
    double setpointC,
    double dewPointC,
    double auxiliaryW) {
  /** HPE QuickSpecs for rear doors, quoted by coolnetpower.com in 2026: 2 K above the dew point. */
  public static final double DEW_POINT_MARGIN_K = 2;

  /** Set point of units that are always open, degrees C: below anything that can be reached. */
  public static final double OPEN_C = -200;

  /** Whether it has a set point to keep. */
  public boolean controlled() {
    return setpointC > OPEN_C;
  }

  /** The same unit by another name. */
  public Cdu named(String other) {
    return new Cdu(
        other,
        link,
        exchanger,
        primaryFluid,
        primaryInletC,
        primaryLimitM3S,
        setpointC,
        dewPointC,
        auxiliaryW);
  }

  /** Whether it differs in nothing but its name and its link. */
  public boolean isLike(Cdu other) {
    return primaryInletC == other.primaryInletC
        && primaryLimitM3S == other.primaryLimitM3S
        && setpointC == other.setpointC
        && dewPointC == other.dewPointC
        && auxiliaryW == other.auxiliaryW
        && exchanger.equals(other.exchanger)
        && primaryFluid.equals(other.primaryFluid);
  }

  /** The same unit in another link. */
  public Cdu at(int other) {
    return new Cdu(
        label,
        other,
        exchanger,
        primaryFluid,
        primaryInletC,
        primaryLimitM3S,
        setpointC,
        dewPointC,
        auxiliaryW);
  }

  /** The same unit with facility water of another temperature and limit; its set point stays. */
  public Cdu withPrimary(double inletC, double limitM3S) {
    return new Cdu(
        label, link, exchanger, primaryFluid, inletC, limitM3S, setpointC, dewPointC, auxiliaryW);
  }

  /** The same unit with another set point. */
  public Cdu withSetpoint(double otherC) {
    return new Cdu(
        label,
        link,
        exchanger,
        primaryFluid,
        primaryInletC,
        primaryLimitM3S,
        otherC,
        dewPointC,
        auxiliaryW);
  }

  /** Set point after the dew point floor. */
  public double targetC() {
    return controlled() ? Math.max(setpointC, dewPointC + DEW_POINT_MARGIN_K) : setpointC;
  }

  public double primaryLimitKgS() {
    return primaryLimitM3S * primaryFluid.density(primaryInletC);
  }

  /** What makes this unit unusable, if anything does. */
  public Optional<Text> fault() {
    return exchanger
        .fault()
        .or(() -> LinkLaw.notNegative("primaryFlow", primaryLimitM3S))
        .or(() -> LinkLaw.notNegative("power", auxiliaryW))
        .or(() ->
            Double.isFinite(primaryInletC + setpointC + dewPointC)
                ? Optional.empty()
                : Optional.of(Text.of("cooling.fault.temperature")));
  }
}
