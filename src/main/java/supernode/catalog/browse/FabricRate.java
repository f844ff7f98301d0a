package supernode.catalog.browse;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import supernode.catalog.Confidence;
import supernode.catalog.Origin;
import supernode.catalog.PartKind;
import supernode.catalog.PortSpec;
import supernode.catalog.PortType;
import supernode.catalog.Property;
import supernode.quantity.Dimension;
import supernode.quantity.Text;

/** What the ports of an accelerator to its peers carry together, one way. */
public enum FabricRate implements Measure {
  SCALE_UP(Dimension.BANDWIDTH, Optional.empty()),
  SCALE_UP_PER_FP8(Dimension.BANDWIDTH_PER_COMPUTE, Optional.of(Property.FP8_DENSE)),
  SCALE_UP_PER_FP16(Dimension.BANDWIDTH_PER_COMPUTE, Optional.of(Property.FP16_DENSE));

  /** Ports to memory and host. */
  private static final Set<String> NOT_TO_PEERS = Set.of("hbm", "pcie", "c2c", "cxl");

  private final Dimension dimension;
  private final Optional<Property> over;

  FabricRate(Dimension dimension, Optional<Property> over) {
    this.dimension = dimension;
    this.over = over;
  }

  @Override
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public Text title() {
    return Text.of("measure." + key());
  }

  @Override
  public Dimension dimension() {
    return dimension;
  }

  @Override
  public Preference preference() {
    return Preference.HIGHER;
  }

  @Override
  public Optional<Text> formula() {
    Text ports = Text.of("measure.rule.ports");
    return Optional.of(
        over.map(p -> Text.of("measure.rule.over", ports, Text.of("property." + p.key())))
            .orElse(ports));
  }

  @Override
  public Optional<Reading> of(Entry entry) {
    if (!entry.kind().equals(PartKind.ACCELERATOR.key())) {
      return Optional.empty();
    }
    Optional<Reading.Input> rate =
        entry.ports().stream()
            .flatMap(FabricRate::input)
            .max(Comparator.comparingDouble(Reading.Input::si));
    if (over.isEmpty()) {
      return rate.map(r -> new Reading(r.si(), dimension, List.of(r), true));
    }
    Property property = over.get();
    return rate.flatMap(r ->
        entry
            .values()
            .find(property)
            .map(s -> {
              Reading.Input of =
                  Reading.input(Measure.of(property).title(), property.dimension(), s);
              return new Reading(r.si() / s.value(), dimension, List.of(r, of), true);
            }));
  }

  private static Stream<Reading.Input> input(PortSpec port) {
    if (port.type() instanceof PortType.Signal(String protocol, int _, double rate)
        && !NOT_TO_PEERS.contains(port.name())) {
      Text name = Text.of("measure.port", port.name(), port.count(), protocol);
      return Stream.of(
          new Reading.Input(
              name,
              port.count() * rate,
              Dimension.BANDWIDTH,
              port.origin().map(Origin::confidence).orElse(Confidence.ASSUMPTION),
              port.origin().map(Origin::source).orElse(""),
              port.origin().map(Origin::note).orElse("")));
    }
    return Stream.empty();
  }
}
