package supernode.solve.cooling.power;

import java.util.Optional;
import supernode.solve.cooling.hydraulic.Gravity;
import supernode.solve.cooling.hydraulic.HydraulicSolution;
import supernode.solve.cooling.hydraulic.LinkLaw;
import supernode.solve.cooling.hydraulic.Pump;

/**
 * A pump at work; of one copy.
 *
 * @param hydraulicW flow times pressure rise
 * @param shaftW all of it ends as heat in the fluid, by friction in the pump and along the loop
 */
public record PumpDuty(
    double flowM3S,
    double headM,
    double risePa,
    double speed,
    double hydraulicW,
    double shaftW,
    double electricW) {
  /** A pump that stands still, or no pump at all. */
  public static final PumpDuty STANDING = new PumpDuty(0, 0, 0, 0, 0, 0, 0);

  /** The duty of a drive at a flow; standing where its link is shut or holds no pump. */
  public static PumpDuty of(PumpDrive drive, HydraulicSolution flow) {
    int k = drive.link();
    LinkLaw law = flow.network().links().get(k).law();
    Optional<Pump> pump = law.pump();
    if (pump.isEmpty() || law.closed()) {
      return STANDING;
    }
    double q = Math.max(0, flow.flowM3S(k));
    double head = pump.get().headM(q);
    double rise = head * flow.densityKgM3(k) * Gravity.M_S2;
    double speed = pump.get().speed();
    double shaft = drive.efficiency().shaftW(q, rise, speed);
    double hydraulic = q * Math.max(0, rise);
    return new PumpDuty(q, head, rise, speed, hydraulic, shaft, shaft / drive.motorShare());
  }
}
