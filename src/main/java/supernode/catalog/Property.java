package supernode.catalog;

import static supernode.quantity.Dimension.*;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import supernode.quantity.Dimension;

/**
 * The quantities that a specification may carry. The key names the unit used in files; inside, the
 * value is SI. Bounds are physical sanity, not product limits.
 */
public enum Property {
  POWER_W("powerW", POWER, 1, 0, 1e9),
  TYPICAL_POWER_W("typicalPowerW", POWER, 1, 0, 1e9),
  MASS_KG("massKg", MASS, 1, 0, 1e6),
  MASS_LIMIT_KG("massLimitKg", MASS, 1, 0, 1e6),
  HEIGHT_U("heightU", RACK_UNIT, 1, 0, 100),
  YEAR("year", Dimension.YEAR, 1, 1980, 2100),
  FAILURE_FIT("failureFit", FAILURE_RATE, 1, 0, 1e9),
  LIQUID_SHARE("liquidShare", RATIO, 1, 0, 1),
  LEAKAGE_SHARE("leakageShare", RATIO, 1, 0, 0.9),

  FP4_DENSE("fp4DenseTflops", COMPUTE, 1e12, 0, 1e9),
  FP4_SPARSE("fp4SparseTflops", COMPUTE, 1e12, 0, 1e9),
  FP8_DENSE("fp8DenseTflops", COMPUTE, 1e12, 0, 1e9),
  FP16_DENSE("fp16DenseTflops", COMPUTE, 1e12, 0, 1e9),
  MEMORY_STACKS("memoryStacks", COUNT, 1, 0, 1024),
  MEMORY_BYTES("memoryGB", DATA, 1e9, 0, 1e9),
  MEMORY_BANDWIDTH("memoryBandwidthGBps", BANDWIDTH, 1e9, 0, 1e9),
  JUNCTION_LIMIT_C("junctionLimitC", TEMPERATURE, 1, -50, 250),
  JUNCTION_TO_CASE("junctionToCaseKPerW", THERMAL_RESISTANCE, 1, 0, 100),
  MEMORY_LIMIT_C("memoryLimitC", TEMPERATURE, 1, -50, 250),
  MEMORY_TO_CASE("memoryToCaseKPerW", THERMAL_RESISTANCE, 1, 0, 1000),
  CORES("cores", COUNT, 1, 0, 1e6),
  DOMAIN_CHIPS("domainChips", COUNT, 1, 1, 1e9),
  SCALE_OUT("scaleOutGBps", BANDWIDTH, 1e9, 0, 1e9),

  INTERFACE_BITS("interfaceBits", COUNT, 1, 1, 1e6),
  PIN_RATE("pinRateGbps", BANDWIDTH, 1e9 / 8, 0, 1e6),
  ENERGY_PER_BIT("energyPjPerBit", Dimension.ENERGY_PER_BIT, 1e-12, 0, 1e6),
  LAYERS("layers", COUNT, 1, 1, 1000),
  STACK_HEIGHT_M("stackHeightUm", LENGTH, 1e-6, 0, 1e6),

  SWITCHING_CAPACITY("switchingCapacityGBps", BANDWIDTH, 1e9, 0, 1e9),
  TRANSIT_LATENCY("transitLatencyNs", TIME, 1e-9, 0, 1e12),
  IN_NETWORK_REDUCTION("inNetworkReduction", COUNT, 1, 0, 1),
  ENDPOINT_LATENCY("endpointLatencyNs", TIME, 1e-9, 0, 1e12),

  LANES("lanes", COUNT, 1, 1, 1e6),
  LANE_RATE("laneRateGbps", BANDWIDTH, 1e9 / 8, 0, 1e6),
  RATE("rateGBps", BANDWIDTH, 1e9, 0, 1e9),
  REACH_M("reachM", LENGTH, 1, 0, 1e8),
  POWER_PER_END_W("powerPerEndW", POWER, 1, 0, 1e6),
  FIXED_LATENCY("fixedLatencyNs", TIME, 1e-9, 0, 1e12),
  PROPAGATION("propagationNsPerM", DELAY_PER_LENGTH, 1e-9, 0, 1e3),

  INNER_DIAMETER_M("innerDiameterMm", LENGTH, 1e-3, 0.01, 1e5),
  ROUGHNESS_M("roughnessMm", LENGTH, 1e-3, 0, 1e4),
  LENGTH_M("lengthM", LENGTH, 1, 0, 1e6),
  MINOR_LOSS("minorLossK", FACTOR, 1, 0, 1e6),
  FLOW_COEFFICIENT_M3H("kvM3h", FLOW_COEFFICIENT, 1, 1e-6, 1e6),
  PLATE_RESISTANCE("thermalResistanceKPerW", THERMAL_RESISTANCE, 1, 0, 100),
  RATED_FLOW("ratedFlowLpm", FLOW, 1e-3 / 60, 0, 1e9),
  RATED_PRESSURE("ratedPressureKPa", PRESSURE, 1e3, 0, 1e7),
  SHUTOFF_PRESSURE("shutoffPressureKPa", PRESSURE, 1e3, 0, 1e7),
  MAX_FLOW("maxFlowLpm", FLOW, 1e-3 / 60, 0, 1e9),
  PUMP_SPEED("pumpSpeed", RATIO, 1, 0, 1.5),
  EFFICIENCY("efficiency", RATIO, 1, 0.01, 1),
  EFFICIENCY_AT_20("efficiencyAt20", RATIO, 1, 0.01, 1),
  EFFICIENCY_AT_50("efficiencyAt50", RATIO, 1, 0.01, 1),
  SPARES("spares", COUNT, 1, 0, 1000),
  CAPACITY_W("capacityKW", POWER, 1e3, 0, 1e9),
  APPROACH_K("approachK", TEMPERATURE_DIFFERENCE, 1, 0, 200),
  PRIMARY_FLOW("primaryFlowLpm", FLOW, 1e-3 / 60, 0, 1e9),
  SUPPLY_SET_C("supplySetC", TEMPERATURE, 1, -50, 200),
  FAN_POWER_RATIO("fanPowerRatio", RATIO, 1, 0, 10),
  /** The fluid of a loop, or of a tank's bath: see {@link #choices}. */
  COOLANT("coolant", COUNT, 1, 0, 15),
  /** What a valve does: see {@link #choices}. */
  VALVE_ACTION("valveAction", COUNT, 1, 0, 4),
  /** Of a throttle's stroke; 0 shut. */
  OPENING("opening", RATIO, 1, 0, 1),
  SET_FLOW("setFlowLpm", FLOW, 1e-3 / 60, 0, 1e9),
  SET_PRESSURE("setPressureKPa", PRESSURE, 1e3, 0, 1e7),
  COEFFICIENT_OF_PERFORMANCE("coefficientOfPerformance", FACTOR, 1, 0.1, 100),
  MIN_C("minC", TEMPERATURE, 1, -273, 1000),
  MAX_C("maxC", TEMPERATURE, 1, -273, 1000),
  FILTRATION_M("filtrationUm", LENGTH, 1e-6, 0, 1e6),
  FLOW_PER_POWER("flowPerPowerLpmPerKW", Dimension.FLOW_PER_POWER, 1e-6 / 60, 0, 1e6),

  TEMPERATURE_C("temperatureC", TEMPERATURE, 1, -273, 1000),
  DENSITY("densityKgPerM3", Dimension.DENSITY, 1, 0, 1e5),
  SPECIFIC_HEAT("specificHeatJPerKgK", Dimension.SPECIFIC_HEAT, 1, 0, 1e6),
  VISCOSITY("viscosityMPaS", Dimension.VISCOSITY, 1e-3, 0, 1e6),
  CONDUCTIVITY("conductivityWPerMK", Dimension.CONDUCTIVITY, 1, 0, 1e5),
  BOILING_C("boilingC", TEMPERATURE, 1, -273, 1000),
  FREEZING_C("freezingC", TEMPERATURE, 1, -273, 1000),
  LATENT_HEAT("latentHeatKJPerKg", SPECIFIC_ENERGY, 1e3, 0, 1e5),
  WARMING_POTENTIAL("gwp100", FACTOR, 1, 0, 1e6),

  VOLTAGE_V("voltageV", VOLTAGE, 1, 0, 1e6),
  POWER_BUDGET_W("powerBudgetKW", POWER, 1e3, 0, 1e9),
  SLOTS_U("slotsU", RACK_UNIT, 1, 0, 100),
  THICKNESS_RESISTANCE("interfaceKPerW", THERMAL_RESISTANCE, 1, 0, 100);

  private static final List<String> VALVE_ACTIONS =
      List.of("throttle", "check", "flow-control", "pressure-reducing", "pressure-sustaining");

  private static final List<String> COOLANTS =
      List.of(
          "water",
          "pg25",
          "pg50",
          "eg25",
          "pao2",
          "pao4",
          "pao6",
          "mineral-oil",
          "fc40",
          "fc3283",
          "fc72",
          "fc770",
          "novec649",
          "novec7100",
          "novec7000",
          "air");

  private static final Map<String, Property> BY_KEY =
      Stream.of(values()).collect(Collectors.toMap(Property::key, Function.identity()));

  private final String key;
  private final Dimension dimension;
  private final double siPerFileUnit;
  private final double min;
  private final double max;

  Property(String key, Dimension dimension, double siPerFileUnit, double min, double max) {
    this.key = key;
    this.dimension = dimension;
    this.siPerFileUnit = siPerFileUnit;
    this.min = min;
    this.max = max;
  }

  /**
   * Names that stand for the values 0, 1, 2, ... in files; empty for quantities. The order never
   * changes: files of numbers stay as they are.
   */
  public List<String> choices() {
    return switch (this) {
      case COOLANT -> COOLANTS;
      case VALVE_ACTION -> VALVE_ACTIONS;
      default -> List.of();
    };
  }

  /** The value that a name stands for. */
  public OptionalDouble choice(String name) {
    int found = choices().indexOf(name);
    return found < 0 ? OptionalDouble.empty() : OptionalDouble.of(found);
  }

  /** The name of a value; empty where it has none. */
  public Optional<String> choice(double si) {
    boolean named = si == Math.rint(si) && si >= 0 && si < choices().size();
    return named ? Optional.of(choices().get((int) si)) : Optional.empty();
  }

  /** Key in files, with the unit used there. */
  public String key() {
    return key;
  }

  public Dimension dimension() {
    return dimension;
  }

  public double toSi(double fileValue) {
    return fileValue * siPerFileUnit;
  }

  /**
   * Inverse of {@link #toSi}: of twelve digits where those give the same SI value again, else of as
   * many as do so, if any number does.
   */
  public double toFile(double si) {
    double exact = si / siPerFileUnit;
    double rounded = Double.parseDouble(String.format(Locale.ROOT, "%.11e", exact));
    for (double candidate :
        new double[] {rounded, exact, Math.nextUp(exact), Math.nextDown(exact)}) {
      if (toSi(candidate) == si) {
        return candidate;
      }
    }
    return rounded;
  }

  /** Smallest sane value, in file units. */
  public double min() {
    return min;
  }

  /** Largest sane value, in file units. */
  public double max() {
    return max;
  }

  /** Whether an SI value lies within the sane bounds. */
  public boolean admits(double si) {
    double inFile = si / siPerFileUnit;
    boolean named = choices().isEmpty() || choice(si).isPresent();
    return named
        && Double.isFinite(si)
        && inFile >= min * (1 - 1e-12)
        && inFile <= max * (1 + 1e-12);
  }

  public static Optional<Property> ofKey(String key) {
    return Optional.ofNullable(BY_KEY.get(key));
  }
}
