package supernode.catalog.browse;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import supernode.catalog.Property;

/** Which figures there are of some entries, the telling ones first. */
public final class Columns {
  private static final List<Measure> ORDER = order();

  private Columns() {}

  /** All figures that at least one of the entries has. */
  public static List<Measure> of(Collection<Entry> entries) {
    return ORDER.stream().filter(m -> entries.stream().anyMatch(e -> m.of(e).isPresent())).toList();
  }

  private static List<Measure> order() {
    Set<Measure> all = new LinkedHashSet<>();
    given(
        all,
        Property.YEAR,
        Property.FP4_DENSE,
        Property.FP8_DENSE,
        Property.FP16_DENSE,
        Property.CORES,
        Property.MEMORY_BYTES,
        Property.MEMORY_BANDWIDTH);
    all.add(FabricRate.SCALE_UP);
    given(
        all,
        Property.SCALE_OUT,
        Property.SWITCHING_CAPACITY,
        Property.RATE,
        Property.REACH_M,
        Property.TRANSIT_LATENCY,
        Property.ENDPOINT_LATENCY,
        Property.FIXED_LATENCY,
        Property.CAPACITY_W,
        Property.PLATE_RESISTANCE,
        Property.RATED_FLOW,
        Property.RATED_PRESSURE,
        Property.POWER_W,
        Property.TYPICAL_POWER_W,
        Property.POWER_PER_END_W,
        Property.ENERGY_PER_BIT);
    all.addAll(List.of(Derived.values()));
    all.addAll(List.of(FabricRate.values()));
    given(all, Property.values());
    return new ArrayList<>(all);
  }

  private static void given(Set<Measure> out, Property... properties) {
    Stream.of(properties).map(Measure::of).forEach(out::add);
  }
}
