package supernode.analysis.reliability;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import supernode.analysis.FailureRates;
import supernode.catalog.PartKind;
import supernode.design.Fabric;

/**
 * What the loss of one part or link takes with it, told once for all that stand alike.
 *
 * @param path placement without numbers, "rack.compute.gpu"; of a link those of both ends
 * @param what name of the part or link type
 * @param cause what the rest loses by it
 * @param count how many stand alike
 * @param example one of them
 * @param accelerators that stop with it
 * @param fabrics what is left of the fabrics that it touches
 * @param rate failures of one; empty where not public, nor of its kind
 */
public record PartLoss(
    String path,
    String what,
    Cause cause,
    boolean link,
    int count,
    String example,
    int accelerators,
    Map<Fabric, FabricLoss.Left> fabrics,
    Optional<FailureRates.Rate> rate) {
  /** At this share of bandwidth left or below, a fabric is halved. */
  private static final double HALF = 0.5 + 1e-9;

  /** What a part gives to the rest. */
  public enum Cause {
    COMPUTE,
    HOST,
    NETWORK,
    COOLING,
    POWER;

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Cause of(PartKind kind) {
      return switch (kind) {
        case ACCELERATOR, HBM_STACK, MEMORY_POOL -> COMPUTE;
        case CPU, ENCLOSURE -> HOST;
        case NIC, SWITCH, OPTICAL_CIRCUIT_SWITCH, TRANSCEIVER -> NETWORK;
        case COLD_PLATE,
            HEAT_SINK,
            FAN,
            AIR_DUCT,
            AIR_HANDLER,
            MANIFOLD,
            QUICK_DISCONNECT,
            VALVE,
            FILTER,
            EXPANSION_VESSEL,
            PUMP,
            CDU,
            HEAT_EXCHANGER,
            IMMERSION_TANK,
            DRY_COOLER,
            COOLING_TOWER,
            CHILLER ->
            COOLING;
        case POWER_SHELF, POWER_CONVERTER -> POWER;
      };
    }
  }

  public PartLoss {
    fabrics = Map.copyOf(fabrics);
  }

  PartLoss withAccelerators(int next) {
    return new PartLoss(path, what, cause, link, count, example, next, fabrics, rate);
  }

  /** So many of them, of which another is the example. */
  PartLoss counted(int next, String one) {
    return new PartLoss(path, what, cause, link, next, one, accelerators, fabrics, rate);
  }

  /** Accelerators that are cut off from their fabric though they are up; the most of any fabric. */
  public int cutOff() {
    return fabrics.values().stream().mapToInt(FabricLoss.Left::cutOff).max().orElse(0);
  }

  /** Accelerators that stop or are cut off. */
  public int stopped() {
    return accelerators + cutOff();
  }

  /** Share of bandwidth that the worst hit neighbour keeps; the least of any fabric. */
  public double bandwidthLeft() {
    return fabrics.values().stream().mapToDouble(FabricLoss.Left::left).min().orElse(1);
  }

  /** Whether what is left was not solved but estimated from its neighbours. */
  public boolean isEstimate() {
    return fabrics.values().stream().anyMatch(FabricLoss.Left::estimated);
  }

  /** Failures of all that stand alike in 1e9 h; nothing where not public. */
  public double fitOfAll() {
    return rate.map(r -> r.fit().value()).orElse(0.0) * count;
  }

  /** Whether a job of the whole machine stops with it. */
  public boolean stopsJob() {
    return stopped() > 0;
  }

  /** More than the part's own chip stops, or is cut off, or half of a fabric is gone. */
  public boolean isSinglePoint() {
    return accelerators > 1 || cutOff() > 1 || bandwidthLeft() <= HALF;
  }
}
