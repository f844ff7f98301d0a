package supernode.solve.cooling.heat;

import java.util.Optional;
import java.util.stream.Stream;
import supernode.quantity.Text;
import supernode.solve.cooling.fluid.Fluid;
import supernode.solve.cooling.hydraulic.LinkLaw;

/**
 * The exchanger of a coolant distribution unit and its control: a valve sets the facility flow such
 * that the supply to the racks keeps its set point.
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
    LiquidExchanger exchanger,
    Fluid primaryFluid,
    double primaryInletC,
    double primaryLimitM3S,
    double setpointC,
    double dewPointC,
    double auxiliaryW) {
  /** HPE QuickSpecs for rear doors, quoted by coolnetpower.com in 2026: 2 K above the dew point. */
  public static final double DEW_POINT_MARGIN_K = 2;

  /** The same unit with facility water of another temperature and limit; its set point stays. */
  public Cdu withPrimary(double inletC, double limitM3S) {
    return new Cdu(
        label, link, exchanger, primaryFluid, inletC, limitM3S, setpointC, dewPointC, auxiliaryW);
  }

  /** Set point after the dew point floor. */
  public double targetC() {
    return Math.max(setpointC, dewPointC + DEW_POINT_MARGIN_K);
  }

  public double primaryLimitKgS() {
    return primaryLimitM3S * primaryFluid.density(primaryInletC);
  }

  /** What makes this unit unusable, if anything does. */
  public Optional<Text> fault() {
    return Stream.of(
            LinkLaw.positive("conductance", exchanger.ratedUaWK()),
            LinkLaw.positive("primaryFlow", exchanger.ratedPrimaryKgS()),
            LinkLaw.positive("flow", exchanger.ratedSecondaryKgS()),
            LinkLaw.notNegative("primaryFlow", primaryLimitM3S),
            LinkLaw.notNegative("power", auxiliaryW))
        .flatMap(Optional::stream)
        .findFirst()
        .or(() ->
            Double.isFinite(primaryInletC + setpointC + dewPointC)
                ? Optional.empty()
                : Optional.of(Text.of("cooling.fault.temperature")));
  }
}
