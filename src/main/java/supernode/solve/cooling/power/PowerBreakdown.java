package supernode.solve.cooling.power;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Power of the equipment in racks by kind, in W.
 *
 * @param wattsByKind kinds without power may be missing
 */
public record PowerBreakdown(Map<PowerKind, Double> wattsByKind) {
  public PowerBreakdown {
    EnumMap<PowerKind, Double> copy = new EnumMap<>(PowerKind.class);
    copy.putAll(wattsByKind);
    wattsByKind = Collections.unmodifiableMap(copy);
  }

  public static PowerBreakdown none() {
    return new PowerBreakdown(Map.of());
  }

  public double watts(PowerKind kind) {
    return wattsByKind.getOrDefault(kind, 0.0);
  }

  /** With so much more of a kind. */
  public PowerBreakdown plus(PowerKind kind, double watts) {
    EnumMap<PowerKind, Double> sum = new EnumMap<>(PowerKind.class);
    sum.putAll(wattsByKind);
    sum.merge(kind, watts, Double::sum);
    return new PowerBreakdown(sum);
  }

  /** All of it. */
  public double totalW() {
    return wattsByKind.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /** What computes, without fans and conversion. */
  public double computeW() {
    return wattsByKind.entrySet().stream()
        .filter(e -> e.getKey().computes())
        .mapToDouble(Map.Entry::getValue)
        .sum();
  }
}
