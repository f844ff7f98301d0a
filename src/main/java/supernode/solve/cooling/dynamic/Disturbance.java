package supernode.solve.cooling.dynamic;

import java.util.List;
import java.util.Optional;
import supernode.solve.cooling.fluid.Fluid;

/** What happens to a loop at time 0. */
public sealed interface Disturbance {
  /** Nothing: the steady state goes on. */
  record None() implements Disturbance {}

  /**
   * Pumps lose their power and coast down as 1 / (1 + t / coastS), the law of an impeller that only
   * the fluid slows.
   *
   * @param links of the pumps
   * @param standby what takes over in their place; empty without
   */
  record PumpTrip(List<Integer> links, double coastS, Optional<Standby> standby)
      implements Disturbance {
    public PumpTrip {
      links = List.copyOf(links);
    }
  }

  /**
   * A second pump in the line of the first.
   *
   * @param delayS until it is started
   * @param rampS from standstill to full speed
   */
  record Standby(double delayS, double rampS) {}

  /** Units get no facility water; what stands in them warms. */
  record PrimaryLoss(List<Integer> cdus) implements Disturbance {
    public PrimaryLoss {
      cdus = List.copyOf(cdus);
    }
  }

  /**
   * A part loses more pressure.
   *
   * @param lossFactor over its clean loss; infinite shuts it
   */
  record Blockage(int link, double lossFactor) implements Disturbance {}

  /**
   * A hole.
   *
   * @param areaM2 of the opening
   * @param vesselM3 what can leave before the pumps run dry
   * @param coastS of the pumps then
   */
  record Leak(int node, double areaM2, double vesselM3, double coastS) implements Disturbance {}

  /** The loop is filled with something else. */
  record WrongFluid(Fluid fluid) implements Disturbance {}

  /**
   * All is at one temperature, pumps start, chips work at once.
   *
   * @param rampS of the pumps to full speed
   */
  record ColdStart(double fromC, double rampS) implements Disturbance {}

  /** Facility water of another temperature. */
  record FacilityStep(double riseK) implements Disturbance {}

  /**
   * The fans of what cools the facility water, none of it drawn, stop; it goes on by itself a
   * little.
   *
   * @param keptShare of the heat rejected per kelvin above the outside
   * @param outsideC outside air
   * @param waterJK heat capacity of the facility water
   */
  record FanLoss(double keptShare, double outsideC, double waterJK) implements Disturbance {}

  /**
   * The fans of drawn coolers stop.
   *
   * @param coolers indices among the units of the problem
   * @param keptShare of the air that moves by itself
   */
  record DraughtLoss(List<Integer> coolers, double keptShare) implements Disturbance {
    public DraughtLoss {
      coolers = List.copyOf(coolers);
    }
  }
}
