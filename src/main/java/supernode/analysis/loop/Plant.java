package supernode.analysis.loop;

import java.util.Optional;
import supernode.catalog.PartKind;
import supernode.catalog.Property;
import supernode.catalog.Values;
import supernode.design.Ambient;
import supernode.solve.cooling.fluid.Fluid;
import supernode.solve.cooling.heat.AirCoil;
import supernode.solve.cooling.heat.Cdu;
import supernode.solve.cooling.heat.Compression;
import supernode.solve.cooling.heat.MoistAir;
import supernode.solve.cooling.heat.WaterCoil;
import supernode.solve.cooling.heat.WetTower;
import supernode.solve.cooling.power.FanPower;
import supernode.topology.Instance;

/**
 * Dry coolers, towers, chillers, rear doors and units cooled by the air of the room, as exchangers
 * of their loops.
 */
final class Plant {
  /** Temperature at which catalogue flows count, degrees C. */
  private static final double RATED_AT_C = 30;

  /** Wet bulb of tower ratings: the design of the EnergyPlus example. */
  private static final double RATED_WET_BULB_C = 25.6;

  /** Water over air by mass at a tower's rating; Modelica Buildings. */
  private static final double WATER_OVER_AIR = 1.2;

  /** Outside at which a chiller's coefficient is rated. Assumption. */
  private static final double CHILLER_RATED_C = 35;

  /** Air before a door's coil above its water, at its rating. Assumption: 40 and 18 degrees C. */
  private static final double DOOR_BETWEEN_K = 22;

  /** Rise of server air at which fans are set. Assumption: usual of accelerator servers. */
  static final double SERVER_RISE_K = 15;

  /** Standard air of fan ratings, degrees C; ISO 5801. */
  private static final double AIR_RATED_AT_C = 20;

  /** Supply air above the water of a handler that names no approach. Assumption. */
  private static final double HANDLER_APPROACH_K = 6;

  private final Ambient ambient;

  Plant(Ambient ambient) {
    this.ambient = ambient;
  }

  /** Whether a part gives heat away by power of its own: outside, or to the room. */
  static boolean isSink(Instance part) {
    return isOutside(part.part().kind()) || isAirCooled(part);
  }

  static boolean isOutside(PartKind kind) {
    return kind == PartKind.DRY_COOLER
        || kind == PartKind.COOLING_TOWER
        || kind == PartKind.CHILLER;
  }

  /** Whether a distribution unit has fans in the place of a facility side. */
  static boolean isAirCooled(Instance part) {
    return part.part().kind() == PartKind.CDU
        && part.values().find(Property.FAN_POWER_RATIO).isPresent()
        && part.part().ports().stream().noneMatch(p -> p.name().startsWith("facility"));
  }

  /**
   * What the part does to the loop's link; empty where its values make no exchanger.
   *
   * @param airW heat in the air before a door's coil
   */
  Optional<Cdu> of(Instance part, int link, double airW) {
    Values v = part.values();
    double flowKgS = v.get(Property.RATED_FLOW, 0) * Fluid.WATER.density(RATED_AT_C);
    double capacityW = v.get(Property.CAPACITY_W, 0);
    if (!(flowKgS > 0 && capacityW > 0)) {
      return Optional.empty();
    }
    double rangeK = capacityW / (flowKgS * Fluid.WATER.heatCapacity(RATED_AT_C));
    double setC = v.get(Property.SUPPLY_SET_C, ambient.facilityWaterC());
    return switch (part.part().kind()) {
      case DRY_COOLER ->
          AirCoil.rated(capacityW, rangeK, rangeK + v.get(Property.APPROACH_K, 10))
              .map(c -> c.withLiquid(flowKgS))
              .map(c -> unit(part, link, c, ambient.outdoorC(), c.ratedAirKgS(), setC));
      case CDU ->
          AirCoil.rated(capacityW, rangeK, rangeK + v.get(Property.APPROACH_K, 12))
              .map(c -> c.withLiquid(flowKgS))
              .map(c -> indoors(part, link, c));
      case COOLING_TOWER -> {
        double airKgS = flowKgS / WATER_OVER_AIR;
        yield WetTower.rated(
                RATED_WET_BULB_C,
                rangeK,
                v.get(Property.APPROACH_K, 5),
                flowKgS,
                Fluid.WATER.heatCapacity(RATED_AT_C),
                airKgS)
            .map(t -> unit(part, link, t, ambient.wetBulbC(), airKgS, setC));
      }
      case CHILLER -> {
        double own = v.get(Property.SUPPLY_SET_C, 20);
        // Its cold side is no stream of ours: a reference well below what it supplies.
        yield Optional.of(unit(part, link, chiller(part), own - 20, 1, own));
      }
      case HEAT_EXCHANGER -> {
        double airKgS = airW / (1006 * SERVER_RISE_K);
        yield AirCoil.rated(capacityW, rangeK, DOOR_BETWEEN_K)
            .map(c -> c.withLiquid(flowKgS))
            .map(c -> unit(part, link, c, ambient.airC() + SERVER_RISE_K, airKgS, Cdu.OPEN_C));
      }
      default -> Optional.empty();
    };
  }

  /** Coil of an air handler with the facility's water; empty where its values make none. */
  static Optional<WaterCoil> waterCoil(Instance handler, double waterC, double waterM3S) {
    Values v = handler.values();
    double capacityW = v.get(Property.CAPACITY_W, 0);
    double airKgS = v.get(Property.RATED_FLOW, 0) * Fluid.AIR.density(AIR_RATED_AT_C);
    double rangeK = capacityW / (airKgS * Fluid.AIR.heatCapacity(AIR_RATED_AT_C));
    return WaterCoil.rated(
        capacityW,
        rangeK + v.get(Property.APPROACH_K, HANDLER_APPROACH_K),
        airKgS,
        waterM3S * Fluid.WATER.density(waterC),
        Fluid.WATER.heatCapacity(waterC));
  }

  /** In the room of the racks, whose dew point counts. */
  private Cdu indoors(Instance part, int link, AirCoil coil) {
    double setC =
        part.values()
            .get(
                Property.SUPPLY_SET_C, ambient.airC() + part.values().get(Property.APPROACH_K, 12));
    double limitM3S = coil.ratedAirKgS() / MoistAir.DRY.density(ambient.airC());
    return new Cdu(
        part.name(),
        link,
        coil,
        MoistAir.DRY,
        ambient.airC(),
        limitM3S,
        setC,
        ambient.dewPointC(),
        0);
  }

  private static Cdu unit(
      Instance part,
      int link,
      supernode.solve.cooling.heat.Exchanger exchanger,
      double outsideC,
      double outsideKgS,
      double setC) {
    double limitM3S = outsideKgS / MoistAir.DRY.density(outsideC);
    // The dew point is of the racks' room; outside nothing is hurt by what drips.
    return new Cdu(part.name(), link, exchanger, MoistAir.DRY, outsideC, limitM3S, setC, -100, 0);
  }

  static Compression chiller(Instance part) {
    Values v = part.values();
    return Compression.rated(
        v.get(Property.CAPACITY_W, 0),
        v.get(Property.COEFFICIENT_OF_PERFORMANCE, 6),
        v.get(Property.SUPPLY_SET_C, 20),
        CHILLER_RATED_C);
  }

  /**
   * Electrical power of a part for a heat that it takes: fans by the air they move, a compressor by
   * its coefficient.
   *
   * @param airShare air over its rated air
   */
  double electricW(Instance part, double heatW, double airShare, double leavingC) {
    Values v = part.values();
    if (part.part().kind() == PartKind.CHILLER) {
      return heatW / chiller(part).coefficient(leavingC, ambient.outdoorC());
    }
    double ratedW = v.get(Property.FAN_POWER_RATIO, 0) * v.get(Property.CAPACITY_W, 0);
    boolean tower = part.part().kind() == PartKind.COOLING_TOWER;
    return (tower ? FanPower.ofTower(ratedW) : FanPower.cubic(ratedW)).at(airShare);
  }
}
