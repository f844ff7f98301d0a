package supernode.catalog.browse;

import static supernode.catalog.Property.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import supernode.catalog.Property;
import supernode.catalog.Sourced;
import supernode.quantity.Dimension;
import supernode.quantity.Text;

/** Figures that follow from those of the catalogue; blank where one of these is. */
public enum Derived implements Measure {
  FP4_PER_WATT(Dimension.COMPUTE_PER_POWER, Preference.HIGHER, Rule.OVER, FP4_DENSE, POWER_W),
  FP8_PER_WATT(Dimension.COMPUTE_PER_POWER, Preference.HIGHER, Rule.OVER, FP8_DENSE, POWER_W),
  FP16_PER_WATT(Dimension.COMPUTE_PER_POWER, Preference.HIGHER, Rule.OVER, FP16_DENSE, POWER_W),
  MEMORY_RATE_PER_FP8(
      Dimension.BANDWIDTH_PER_COMPUTE, Preference.HIGHER, Rule.OVER, MEMORY_BANDWIDTH, FP8_DENSE),
  MEMORY_RATE_PER_FP16(
      Dimension.BANDWIDTH_PER_COMPUTE, Preference.HIGHER, Rule.OVER, MEMORY_BANDWIDTH, FP16_DENSE),
  MEMORY_RATE_PER_WATT(
      Dimension.BANDWIDTH_PER_POWER, Preference.HIGHER, Rule.OVER, MEMORY_BANDWIDTH, POWER_W),
  SWITCHING_PER_WATT(
      Dimension.BANDWIDTH_PER_POWER, Preference.HIGHER, Rule.OVER, SWITCHING_CAPACITY, POWER_W),
  RATE_PER_WATT(Dimension.BANDWIDTH_PER_POWER, Preference.HIGHER, Rule.OVER, RATE, POWER_W),
  POWER_PER_CORE(Dimension.POWER, Preference.LOWER, Rule.OVER, POWER_W, CORES),
  /** What plates and units of distribution need of their coolant. */
  FLOW_PER_CAPACITY(Dimension.FLOW_PER_POWER, Preference.LOWER, Rule.OVER, RATED_FLOW, CAPACITY_W),
  CAPACITY_PER_HEIGHT(Dimension.POWER, Preference.HIGHER, Rule.OVER, CAPACITY_W, HEIGHT_U),
  /** One way over a link of the greatest length that it reaches. */
  LATENCY_AT_REACH(
      Dimension.TIME, Preference.LOWER, Rule.PLUS_PRODUCT, FIXED_LATENCY, PROPAGATION, REACH_M),
  /** Failures expected in a year of 8,766 h, of one part. */
  FAILURES_PER_YEAR(Dimension.RATIO, Preference.LOWER, Rule.YEARLY, FAILURE_FIT);

  /** How the inputs are joined. */
  private enum Rule {
    OVER,
    PLUS_PRODUCT,
    YEARLY;

    double of(List<Double> v) {
      return switch (this) {
        case OVER -> v.get(0) / v.get(1);
        case PLUS_PRODUCT -> v.get(0) + v.get(1) * v.get(2);
        case YEARLY -> v.get(0) * HOURS_OF_A_YEAR / FIT_HOURS;
      };
    }
  }

  private static final double HOURS_OF_A_YEAR = 8766;

  /** One FIT is a failure in so many hours. */
  private static final double FIT_HOURS = 1e9;

  private final Dimension dimension;
  private final Preference preference;
  private final Rule rule;
  private final List<Property> inputs;

  Derived(Dimension dimension, Preference preference, Rule rule, Property... inputs) {
    this.dimension = dimension;
    this.preference = preference;
    this.rule = rule;
    this.inputs = List.of(inputs);
  }

  @Override
  public String key() {
    return key(this);
  }

  private static String key(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public Text title() {
    return Text.of("measure." + key());
  }

  @Override
  public Optional<Text> formula() {
    return Optional.of(
        Text.of(
            "measure.rule." + key(rule),
            inputs.stream().map(p -> (Object) Text.of("property." + p.key())).toArray()));
  }

  @Override
  public Dimension dimension() {
    return dimension;
  }

  @Override
  public Preference preference() {
    return preference;
  }

  @Override
  public Optional<Reading> of(Entry entry) {
    List<Double> values = new ArrayList<>();
    List<Reading.Input> from = new ArrayList<>();
    for (Property p : inputs) {
      Optional<Sourced> s = entry.values().find(p);
      if (s.isEmpty()) {
        return Optional.empty();
      }
      values.add(s.get().value());
      from.add(Reading.input(Text.of("property." + p.key()), p.dimension(), s.get()));
    }
    double si = rule.of(values);
    return Double.isFinite(si)
        ? Optional.of(new Reading(si, dimension, from, true))
        : Optional.empty();
  }
}
