package supernode.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever ships must be whole, sourced, and consistent in itself. */
class ShippedCatalogTest {
  private static final Catalog CATALOG = CatalogReader.shipped();

  static Stream<Part> parts() {
    return CATALOG.parts().values().stream();
  }

  static Stream<LinkType> links() {
    return CATALOG.links().values().stream();
  }

  static Stream<Reference> references() {
    return CatalogReader.references().stream();
  }

  static Stream<LinkType> lanedLinks() {
    return links()
        .filter(l ->
            Stream.of(Property.LANES, Property.LANE_RATE, Property.RATE)
                .allMatch(p -> l.values().find(p).isPresent()));
  }

  static Stream<Part> stacks() {
    // LPDDR and vendors' own memories are totals per chip, not stacks.
    return CATALOG.ofKind(PartKind.HBM_STACK).stream()
        .filter(p -> type(p, "hbm") instanceof PortType.Signal s && s.protocol().equals("HBM"));
  }

  static Stream<Part> chipsWithStacks() {
    return CATALOG.ofKind(PartKind.ACCELERATOR).stream().filter(p -> p.port("hbm").isPresent());
  }

  static Stream<Part> switches() {
    return CATALOG.ofKind(PartKind.SWITCH).stream()
        .filter(p -> p.port("port").isPresent())
        .filter(p -> p.values().find(Property.SWITCHING_CAPACITY).isPresent());
  }

  @ParameterizedTest
  @EnumSource(value = PartKind.class, names = "TRANSCEIVER", mode = EnumSource.Mode.EXCLUDE)
  void everyKindHasParts(PartKind kind) throws IOException {
    try (InputStream in =
        CatalogReader.class.getResourceAsStream("/assets/catalog/" + kind.key() + ".json")) {
      assertThat(in).as(kind.key()).isNotNull();
      Catalog own = CatalogReader.read(kind.key(), in.readAllBytes());
      assertThat(CATALOG.ofKind(kind)).isNotEmpty().hasSameSizeAs(own.parts().values());
    }
  }

  @Test
  void noPartHasTheIdOfALinkType() {
    Set<String> both = new HashSet<>(CATALOG.parts().keySet());
    both.retainAll(CATALOG.links().keySet());
    assertThat(both).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("parts")
  void everyValueOfAPartSaysWhereItComesFrom(Part part) {
    checkSources(part.id(), part.values());
  }

  @ParameterizedTest
  @MethodSource("parts")
  void everySignalPortSaysWhereCountAndRateComeFrom(Part part) {
    part.ports().stream()
        .filter(port -> port.type() instanceof PortType.Signal)
        .forEach(port ->
            assertThat(port.origin())
                .as(part.id() + " " + port.name())
                .hasValueSatisfying(origin -> assertThat(origin.source()).isNotBlank()));
  }

  @ParameterizedTest
  @MethodSource("links")
  void everyValueOfALinkTypeSaysWhereItComesFrom(LinkType link) {
    checkSources(link.id(), link.values());
    assertThat(link.medium()).isNotBlank();
  }

  @ParameterizedTest
  @MethodSource("references")
  void everyValueThatIsLookedUpSaysWhereItComesFrom(Reference reference) {
    checkSources(reference.id(), reference.values());
    assertThat(reference.values().all()).isNotEmpty();
  }

  @Test
  void noReferenceHasTheIdOfAnother() {
    List<String> ids = references().map(Reference::id).toList();
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(ids).doesNotContainAnyElementsOf(CATALOG.parts().keySet());
    assertThat(ids).doesNotContainAnyElementsOf(CATALOG.links().keySet());
  }

  @ParameterizedTest
  @MethodSource("lanedLinks")
  void aLinkCarriesNoMoreThanItsLanes(LinkType link) {
    double raw =
        link.values().get(Property.LANES).orElseThrow()
            * link.values().get(Property.LANE_RATE).orElseThrow();
    // Nominal lane rates leave out the coding that is on top of them: 8 % at most.
    assertThat(link.values().get(Property.RATE).orElseThrow()).isLessThanOrEqualTo(raw * 1.08);
  }

  @Test
  void aLimitLetsTheLowestTemperatureBeBelowTheHighest() {
    Stream.concat(references().map(Reference::values), parts().map(Part::values))
        .filter(v -> v.find(Property.MIN_C).isPresent() && v.find(Property.MAX_C).isPresent())
        .forEach(v ->
            assertThat(v.get(Property.MIN_C).orElseThrow())
                .isLessThan(v.get(Property.MAX_C).orElseThrow()));
  }

  private static void checkSources(String id, Values values) {
    values
        .all()
        .forEach((property, v) -> {
          String what = id + " " + property.key();
          assertThat(v.source()).as(what).isNotBlank();
          // Another entry is no source: what that entry has it from is.
          assertThat(v.source()).as(what).doesNotStartWith("catalogue row").isNotEqualTo("derived");
          // A derivation without its steps, or a guess without its grounds, teaches nothing.
          if (v.confidence() == Confidence.ESTIMATE || v.confidence() == Confidence.ASSUMPTION) {
            assertThat(v.note()).as(what).isNotBlank();
          }
          assertThat(v.confidence()).as(what).isNotEqualTo(Confidence.USER);
        });
  }

  @Test
  void guessesAreNotPassedOffAsDataSheets() {
    parts()
        .flatMap(p -> p.values().all().values().stream())
        .filter(v -> v.source().equals("studio assumption"))
        .forEach(v -> assertThat(v.confidence()).isEqualTo(Confidence.ASSUMPTION));
  }

  @ParameterizedTest
  @MethodSource("stacks")
  void pinsTimesRateIsTheBandwidthOfAStack(Part stack) {
    double pins = value(stack, Property.INTERFACE_BITS);
    double rate = value(stack, Property.PIN_RATE);
    // Published figures are rounded: 9.2 Gb/s x 1,024 / 8 = 1,178, printed 1,180.
    assertThat(pins * rate)
        .isCloseTo(value(stack, Property.MEMORY_BANDWIDTH), Percentage.withPercentage(1));
  }

  @ParameterizedTest
  @MethodSource("chipsWithStacks")
  void stacksTimesPortRateIsTheBandwidthOfAChip(Part chip) {
    PortSpec hbm = chip.port("hbm").orElseThrow();
    assertThat((double) hbm.count()).isEqualTo(value(chip, Property.MEMORY_STACKS));
    assertThat(hbm.count() * rate(hbm))
        .isCloseTo(value(chip, Property.MEMORY_BANDWIDTH), Percentage.withPercentage(1e-6));
  }

  @ParameterizedTest
  @MethodSource("switches")
  void portsTimesRateIsTheCapacityOfASwitch(Part sw) {
    PortSpec port = sw.port("port").orElseThrow();
    assertThat(port.count() * rate(port))
        .isCloseTo(value(sw, Property.SWITCHING_CAPACITY), Percentage.withPercentage(2));
  }

  @Test
  void chipsHaveALidAndAPowerInlet() {
    parts()
        .filter(p -> p.kind() == PartKind.ACCELERATOR || p.kind() == PartKind.CPU)
        .forEach(p -> {
          assertThat(type(p, "lid")).as(p.id()).isEqualTo(new PortType.Heat(PortType.Side.OUT));
          assertThat(type(p, "dc")).as(p.id()).isEqualTo(new PortType.Power(PortType.Side.IN, 0));
        });
  }

  @Test
  void platesAndCdusPassCoolantOneWay() {
    for (Part plate : CATALOG.ofKind(PartKind.COLD_PLATE)) {
      assertThat(type(plate, "in")).isEqualTo(new PortType.Fluid(PortType.Side.IN));
      assertThat(type(plate, "out")).isEqualTo(new PortType.Fluid(PortType.Side.OUT));
      assertThat(type(plate, "face")).isEqualTo(new PortType.Heat(PortType.Side.IN));
    }
    for (Part cdu : CATALOG.ofKind(PartKind.CDU)) {
      assertThat(type(cdu, "supply")).isEqualTo(new PortType.Fluid(PortType.Side.OUT));
      assertThat(type(cdu, "return")).isEqualTo(new PortType.Fluid(PortType.Side.IN));
    }
  }

  @Test
  void pumpsRaiseLessPressureTheMoreTheyDeliver() {
    Stream.of(PartKind.CDU, PartKind.PUMP)
        .flatMap(kind -> CATALOG.ofKind(kind).stream())
        .filter(p -> p.values().find(Property.SHUTOFF_PRESSURE).isPresent())
        .forEach(p -> {
          double shutoff = value(p, Property.SHUTOFF_PRESSURE);
          double rated = value(p, Property.RATED_PRESSURE);
          double flow = value(p, Property.RATED_FLOW);
          assertThat(shutoff).as(p.id()).isGreaterThan(rated);
          // Highest flow is where the parabola through shutoff and rating reaches zero.
          assertThat(value(p, Property.MAX_FLOW) / flow)
              .as(p.id())
              .isCloseTo(Math.sqrt(shutoff / (shutoff - rated)), within(0.01));
        });
  }

  @Test
  void opticsAreToldFromCopper() {
    assertThat(links().filter(LinkType::isOptical).map(LinkType::id))
        .contains("o800dr8", "aoc800", "cpo1600", "fiber")
        .doesNotContain("dac800", "aec800", "bp-cart", "nvlink5", "pcie5", "hose-10");
  }

  @Test
  void everyNvlinkPortHasALinkTypeThatCarriesIt() {
    parts()
        .flatMap(p -> p.ports().stream())
        .map(PortSpec::type)
        .filter(PortType.Signal.class::isInstance)
        .map(t -> ((PortType.Signal) t).protocol())
        .filter(protocol -> protocol.toUpperCase(Locale.ROOT).startsWith("NVLINK"))
        .forEach(protocol ->
            assertThat(links())
                .as(protocol)
                .anyMatch(
                    l -> l.family() == LinkType.Family.SIGNAL && l.protocols().contains(protocol)));
  }

  private static PortType type(Part part, String port) {
    return part.port(port).orElseThrow().type();
  }

  static double value(Part part, Property property) {
    return part.values().get(property).orElseThrow();
  }

  static double rate(PortSpec port) {
    return ((PortType.Signal) port.type()).rateBytesPerS();
  }
}
