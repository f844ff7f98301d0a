package supernode.analysis;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The loop and the chips on it.
 *
 * @param results headline numbers: flow, supply and return, hottest junction
 * @param chips every cooled chip, hottest margin first
 * @param pumping curves of the first pump and the loop, worked out when first asked for
 * @param pumpW electrical power of the pumps
 * @param rejectionW electrical power of what rejects the heat outside
 * @param liquidW heat that the loop carries away
 * @param plates flow through every cold plate, worst share of its rated flow first
 * @param notes what the loop has to say for itself, for the findings
 * @param branches flow of each branch by its path, in rack order
 * @param temperatures by instance: junctions, memory, coolant; gathered when first asked for
 * @param detail flows, pressures, temperatures and duties place by place
 * @param pipes what the hoses carry
 * @param perInstance results of each part, made when first asked for
 */
public record CoolingAnswer(
    List<Result> results,
    List<Chip> chips,
    Supplier<Pumping> pumping,
    double pumpW,
    double rejectionW,
    double liquidW,
    List<PlateFlow> plates,
    List<Note> notes,
    List<Branch> branches,
    Supplier<OverlayValues> temperatures,
    PipeFlows pipes,
    Supplier<Map<String, List<Result>>> perInstance,
    LoopDetail detail) {
  /**
   * A pump and its loop.
   *
   * @param pump pressure over flow at the present speed
   * @param system pressure that the loop takes over flow, solved at other speeds
   * @param dutyFlowM3S where the curves meet
   * @param dutyPressurePa where the curves meet
   */
  public record Pumping(
      FabricAnswer.Curve pump,
      FabricAnswer.Curve system,
      double dutyFlowM3S,
      double dutyPressurePa) {}

  /**
   * A chip on a cold plate.
   *
   * @param limitC its limit, NaN is never here: chips without a public limit carry +infinity
   */
  public record Chip(String place, double junctionC, double limitC, double inletC) {
    public double marginK() {
      return limitC - junctionC;
    }
  }

  /** Flow through a cold plate and what it is rated for. */
  public record PlateFlow(String place, double flowM3S, double ratedM3S) {}

  /** A remark of the solver that becomes a finding. */
  public record Note(String kind, Severity severity, supernode.quantity.Text text, String place) {}

  /** A branch of the manifold. */
  public record Branch(String place, double flowM3S, double outletC) {}

  public List<Result> at(String place) {
    return perInstance.get().getOrDefault(place, List.of());
  }
}
