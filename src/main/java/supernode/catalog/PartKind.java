package supernode.catalog;

import java.util.Optional;

/** Families of parts; each has one catalogue file named after {@link #key()}. */
public enum PartKind {
  ACCELERATOR("accelerator"),
  CPU("cpu"),
  HBM_STACK("hbm-stack"),
  MEMORY_POOL("memory-pool"),
  NIC("nic"),
  SWITCH("switch"),
  OPTICAL_CIRCUIT_SWITCH("optical-circuit-switch"),
  TRANSCEIVER("transceiver"),
  COLD_PLATE("cold-plate"),
  HEAT_SINK("heat-sink"),
  MANIFOLD("manifold"),
  QUICK_DISCONNECT("quick-disconnect"),
  VALVE("valve"),
  FILTER("filter"),
  EXPANSION_VESSEL("expansion-vessel"),
  PUMP("pump"),
  FAN("fan"),
  AIR_DUCT("air-duct"),
  CDU("cdu"),
  AIR_HANDLER("air-handler"),
  HEAT_EXCHANGER("heat-exchanger"),
  IMMERSION_TANK("immersion-tank"),
  DRY_COOLER("dry-cooler"),
  COOLING_TOWER("cooling-tower"),
  CHILLER("chiller"),
  POWER_SHELF("power-shelf"),
  POWER_CONVERTER("power-converter"),
  ENCLOSURE("enclosure");

  private final String key;

  PartKind(String key) {
    this.key = key;
  }

  /** Name in files. */
  public String key() {
    return key;
  }

  public static Optional<PartKind> ofKey(String key) {
    for (PartKind kind : values()) {
      if (kind.key.equals(key)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** Sends or receives payload of its own on a scale-up or scale-out fabric. */
  public boolean isEndpoint() {
    return this == ACCELERATOR;
  }

  /** Whether the air of the room flows through it: its fluid ports open into the room. */
  public boolean passesAir() {
    return this == HEAT_SINK || this == FAN || this == AIR_DUCT || this == AIR_HANDLER;
  }

  /** Passes payload of others on. */
  public boolean forwards() {
    return this == SWITCH || this == OPTICAL_CIRCUIT_SWITCH || this == NIC;
  }
}
