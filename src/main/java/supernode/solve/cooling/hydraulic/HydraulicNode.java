package supernode.solve.cooling.hydraulic;

import java.util.OptionalDouble;

/**
 * Where links meet.
 *
 * @param fixedPressurePa gauge pressure held by an expansion vessel or a reservoir; empty elsewhere
 * @param demandKgS what leaves the network here; negative enters
 */
public record HydraulicNode(
    String label, double elevationM, OptionalDouble fixedPressurePa, double demandKgS) {
  public static HydraulicNode at(String label, double elevationM) {
    return new HydraulicNode(label, elevationM, OptionalDouble.empty(), 0);
  }

  public static HydraulicNode vessel(String label, double elevationM, double pressurePa) {
    return new HydraulicNode(label, elevationM, OptionalDouble.of(pressurePa), 0);
  }

  /** Whether it differs in nothing but its name. */
  public boolean isLike(HydraulicNode other) {
    return elevationM == other.elevationM
        && demandKgS == other.demandKgS
        && fixedPressurePa.equals(other.fixedPressurePa);
  }
}
