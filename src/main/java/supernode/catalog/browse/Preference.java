package supernode.catalog.browse;

import supernode.catalog.Property;

/** Which of two figures is the better one. */
public enum Preference {
  HIGHER,
  LOWER,
  /** A matter of taste: a size, a year, a voltage. */
  NEITHER;

  static Preference of(Property property) {
    return switch (property) {
      case FP4_DENSE,
          FP4_SPARSE,
          FP8_DENSE,
          FP16_DENSE,
          MEMORY_BYTES,
          MEMORY_BANDWIDTH,
          JUNCTION_LIMIT_C,
          MEMORY_LIMIT_C,
          CORES,
          DOMAIN_CHIPS,
          SCALE_OUT,
          PIN_RATE,
          SWITCHING_CAPACITY,
          IN_NETWORK_REDUCTION,
          LANE_RATE,
          RATE,
          REACH_M,
          FLOW_COEFFICIENT_M3H,
          EFFICIENCY,
          EFFICIENCY_AT_20,
          EFFICIENCY_AT_50,
          CAPACITY_W,
          COEFFICIENT_OF_PERFORMANCE,
          MASS_LIMIT_KG,
          LIQUID_SHARE,
          SPECIFIC_HEAT,
          CONDUCTIVITY,
          LATENT_HEAT,
          POWER_BUDGET_W ->
          HIGHER;
      case POWER_W,
          TYPICAL_POWER_W,
          MASS_KG,
          FAILURE_FIT,
          LEAKAGE_SHARE,
          JUNCTION_TO_CASE,
          MEMORY_TO_CASE,
          ENERGY_PER_BIT,
          TRANSIT_LATENCY,
          ENDPOINT_LATENCY,
          POWER_PER_END_W,
          FIXED_LATENCY,
          PROPAGATION,
          ROUGHNESS_M,
          MINOR_LOSS,
          PLATE_RESISTANCE,
          APPROACH_K,
          FAN_POWER_RATIO,
          VISCOSITY,
          WARMING_POTENTIAL,
          THICKNESS_RESISTANCE ->
          LOWER;
      default -> NEITHER;
    };
  }

  /** Whether the first figure is better than the second. */
  boolean prefers(double one, double other) {
    return switch (this) {
      case HIGHER -> one > other;
      case LOWER -> one < other;
      case NEITHER -> false;
    };
  }
}
