package supernode.analysis;

import java.util.List;
import java.util.Map;
import supernode.solve.cooling.heat.CduState;

/**
 * What a loop does in each of its places; SI.
 *
 * @param parts every plate, coupling, tank and unit of a solved loop
 * @param units what takes heat out of a loop or puts it in: distribution units, coolers, doors
 * @param pumps duty points
 * @param loops each loop with its coolant, in the order of their first parts
 * @param speeds share of full compute speed that chips above their limit keep, by path; empty where
 *     none is
 */
public record LoopDetail(
    List<Part> parts,
    List<Unit> units,
    List<Duty> pumps,
    List<Loop> loops,
    Plant plant,
    Map<String, Double> speeds) {
  public LoopDetail {
    parts = List.copyOf(parts);
    units = List.copyOf(units);
    pumps = List.copyOf(pumps);
    loops = List.copyOf(loops);
    speeds = Map.copyOf(speeds);
  }

  /**
   * A part.
   *
   * @param pressurePa gauge, where the coolant enters
   * @param lossPa lost in the part; negative for a pump
   */
  public record Part(
      String place,
      double flowM3S,
      double pressurePa,
      double lossPa,
      double inletC,
      double outletC) {}

  /**
   * An exchanger at work.
   *
   * @param primaryC what comes to its other side: facility water, outside air, a wet bulb
   * @param powerW electrical power of fans or compressor
   */
  public record Unit(
      String place,
      CduState.Mode mode,
      double supplyC,
      double returnC,
      double dutyW,
      double primaryC,
      double primaryReturnC,
      double primaryFlowM3S,
      double powerW) {}

  /** A pump where its curve meets its loop. */
  public record Duty(String place, double flowM3S, double risePa, double speed, double electricW) {}

  /**
   * A loop.
   *
   * @param place first of its parts
   * @param coolant id of the fluid
   * @param basis what its percentage counts: pure, by-mass, by-volume
   * @param percent of what is dissolved in water
   * @param solved whether it has an answer
   * @param energyResidual unaccounted share of its heat
   */
  public record Loop(
      String place,
      String coolant,
      String basis,
      double percent,
      boolean solved,
      double energyResidual) {}

  /**
   * What cooling takes.
   *
   * @param loopPumpW pumps of loops with chips
   * @param facilityPumpW pumps of the other loops
   * @param fanW fans outside
   * @param chillerW compressors
   * @param waterKgS water that towers evaporate and bleed off
   */
  public record Plant(
      double loopPumpW, double facilityPumpW, double fanW, double chillerW, double waterKgS) {
    static final Plant NONE = new Plant(0, 0, 0, 0, 0);
  }
}
