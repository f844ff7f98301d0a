package supernode.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import supernode.catalog.Confidence;
import supernode.catalog.Part;
import supernode.catalog.Property;
import supernode.catalog.Sourced;
import supernode.catalog.Values;
import supernode.design.Ambient;
import supernode.design.Arrangement;
import supernode.design.Design;
import supernode.design.Fabric;
import supernode.design.Pattern;
import supernode.design.Placement;
import supernode.design.Selector;
import supernode.design.Wiring;
import supernode.design.edit.Edit;

/**
 * Each kind of finding is raised where it should be, names its places, and is mended by its mend.
 */
class FindingsTest {
  private static final Design RACK = SampleAnalysis.design("gb200-nvl72");
  private static final String DEFAULT = Design.DEFAULT_SCENARIO;

  private static Arguments raised(String kind, Severity severity, boolean mends, Edit... edits) {
    return Arguments.of(kind, severity, mends, List.of(edits));
  }

  private static Edit value(String assembly, String placement, Property property, double si) {
    return new Edit.SetValue(assembly, placement, property, OptionalDouble.of(si));
  }

  private static Edit water(double c) {
    return new Edit.SetAmbient(DEFAULT, new Ambient(c, 25, 12));
  }

  private static Edit fault(String path) {
    return new Edit.SetFault(DEFAULT, path, true);
  }

  private static Wiring spine() {
    return RACK.rootAssembly().wirings().stream()
        .filter(w -> w.fabric() == Fabric.SCALE_UP)
        .findFirst()
        .orElseThrow();
  }

  private static Edit spine(String link, double lengthM, Pattern pattern) {
    Wiring next = new Wiring("NVLink spine", Fabric.SCALE_UP, link, lengthM, pattern);
    return new Edit.ReplaceWiring("rack", spine(), next);
  }

  private static Edit mesh(String tray, String link) {
    Pattern among = new Pattern.FullMesh(Selector.parse(tray + ".gpu[*].nvlink"), 1);
    return new Edit.AddWiring("rack", new Wiring(tray, Fabric.SCALE_UP, link, 1, among));
  }

  private static Edit more(String assembly, String name, String of, Arrangement at) {
    return new Edit.AddPlacement(assembly, name, new Placement(of, 1, at, Map.of()));
  }

  static Stream<Arguments> kinds() {
    Arrangement slot = new Arrangement.Slots(List.of(1));
    Arrangement beside = new Arrangement.Grid(0, 0, 10, 10, 1, 0);
    return Stream.of(
        raised("off-fabric", Severity.WARNING, false, more("rack", "extra", "compute-tray", slot)),
        raised("no-power", Severity.WARNING, false, more("compute-tray", "odd", "grace", beside)),
        raised(
            "no-cold-plate", Severity.WARNING, false, more("compute-tray", "odd", "grace", beside)),
        raised(
            "fabric-islands",
            Severity.INFO,
            false,
            new Edit.RemoveWiring("rack", spine()),
            mesh("compute[0]", "bp-cart"),
            mesh("compute[1]", "bp-cart")),
        raised("part-failed", Severity.WARNING, true, fault("fabric[3].switch[0]")),
        raised("reach-exceeded", Severity.ERROR, false, spine("bp-cart", 50, spine().pattern())),
        raised("illegal-join", Severity.ERROR, false, spine("pcie5", 1, spine().pattern())),
        raised(
            "oversubscribed",
            Severity.INFO,
            false,
            spine("bp-cart", 1, new Pattern.Ring(Selector.parse("compute[*].gpu[*].nvlink"), 1))),
        raised("port-shortage", Severity.ERROR, true, new Edit.AddWiring("rack", spine())),
        raised(
            "power-over-budget",
            Severity.ERROR,
            true,
            value("compute-tray", "base", Property.POWER_W, 1000)),
        raised(
            "power-near-budget",
            Severity.WARNING,
            false,
            value("compute-tray", "base", Property.POWER_W, 600)),
        raised("shelf-overloaded", Severity.ERROR, true, new Edit.SetCount("rack", "shelf", 3)),
        raised("shelf-no-spare", Severity.WARNING, true, new Edit.SetCount("rack", "shelf", 4)),
        raised(
            "shelf-no-spare",
            Severity.WARNING,
            true,
            new Edit.SetCount("rack", "shelf", 5),
            new Edit.SetValue("rack", "shelf", Property.SPARES, OptionalDouble.of(3))),
        raised(
            "slot-taken",
            Severity.ERROR,
            true,
            new Edit.Arrange("rack", "mgmt", new Arrangement.Slots(List.of(41, 39)))),
        raised(
            "slot-outside",
            Severity.ERROR,
            true,
            new Edit.Arrange("rack", "mgmt", new Arrangement.Slots(List.of(41, 60)))),
        raised("no-free-slot", Severity.ERROR, true, new Edit.SetCount("rack", "mgmt", 3)),
        raised(
            "plate-starved", Severity.WARNING, true, value("rack", "cdu", Property.PUMP_SPEED, .3)),
        raised("chip-without-flow", Severity.ERROR, false, fault("compute[0].plate[0]")),
        raised(
            "junction-too-hot",
            Severity.ERROR,
            true,
            value("rack", "cdu", Property.PUMP_SPEED, 0.08)),
        raised("junction-near-limit", Severity.WARNING, true, water(47)),
        raised(
            "memory-too-hot", Severity.ERROR, true, value("rack", "cdu", Property.PUMP_SPEED, .05)),
        raised(
            "cdu-overloaded",
            Severity.ERROR,
            false,
            value("rack", "cdu", Property.CAPACITY_W, 50e3)),
        raised(
            "loop-saturated",
            Severity.WARNING,
            false,
            value("rack", "cdu", Property.PRIMARY_FLOW, 5e-4)),
        raised(
            "loop-unsolvable", Severity.ERROR, false, value("rack", "cdu", Property.CAPACITY_W, 0)),
        raised(
            "catalogue-changed",
            Severity.WARNING,
            true,
            new Edit.SetDigests(Map.of("grace", "0123456789abcdef"))),
        raised("catalogue-changed", Severity.INFO, true, new Edit.EmbedPart(grace(123))));
  }

  private static Part grace(double watts) {
    Part shipped = SampleAnalysis.CATALOG.part("grace").orElseThrow();
    Map<Property, Sourced> values = new EnumMap<>(shipped.values().all());
    values.put(Property.POWER_W, new Sourced(watts, Confidence.USER, "bench", ""));
    return new Part(
        shipped.id(),
        shipped.kind(),
        shipped.name(),
        shipped.vendor(),
        new Values(values),
        shipped.ports());
  }

  private static double itW(Analysis of) {
    return of.power().asOptional().orElseThrow().byKind().values().stream()
        .mapToDouble(w -> w)
        .sum();
  }

  @Test
  void aDesignKeepsTheValuesThatItCarriesAndItsMendTakesTheCatalogues() {
    Design carrying = SampleAnalysis.edited(RACK, new Edit.EmbedPart(grace(123)));
    Analysis own = SampleAnalysis.full(carrying, DEFAULT);
    Finding other = find(own, "catalogue-changed");
    assertThat(other.places()).hasSize(36).allMatch(p -> p.contains(".cpu["));
    Analysis catalogues = SampleAnalysis.full(RACK, DEFAULT);
    assertThat(itW(catalogues) - itW(own)).isGreaterThan(1000);
    Design taken = other.mends().getFirst().edit().applyTo(carrying);
    assertThat(itW(SampleAnalysis.full(taken, DEFAULT))).isEqualTo(itW(catalogues));

    Part shipped = SampleAnalysis.CATALOG.part("grace").orElseThrow();
    Design same = SampleAnalysis.edited(RACK, new Edit.EmbedPart(shipped));
    assertThat(SampleAnalysis.full(same, DEFAULT).findings())
        .extracting(Finding::kind)
        .doesNotContain("catalogue-changed");
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void isRaisedWithPlacesAndMended(
      String kind, Severity severity, boolean mends, List<Edit> edits) {
    Analysis before = SampleAnalysis.full(RACK, DEFAULT);
    assertThat(before.findings()).extracting(Finding::kind).doesNotContain(kind);
    Design design = SampleAnalysis.edited(RACK, edits.toArray(Edit[]::new));
    Analysis analysis = SampleAnalysis.full(design, DEFAULT);
    Finding finding = find(analysis, kind);
    assertThat(finding.severity()).isEqualTo(severity);
    placesAreThere(analysis, finding);
    if (mends) {
      assertThat(finding.mends()).isNotEmpty();
      assertThat(finding.mends())
          .as("one of the mends mends it")
          .anySatisfy(m ->
              assertThat(SampleAnalysis.full(m.edit().applyTo(design), DEFAULT).findings())
                  .extracting(Finding::kind)
                  .doesNotContain(kind));
    }
  }

  private static Finding find(Analysis analysis, String kind) {
    assertThat(analysis.findings()).extracting(Finding::kind).contains(kind);
    return analysis.findings().stream()
        .filter(f -> f.kind().equals(kind))
        .findFirst()
        .orElseThrow();
  }

  private static void placesAreThere(Analysis analysis, Finding finding) {
    List<String> known = new ArrayList<>();
    var model = analysis.model().asOptional().orElseThrow();
    model.instances().forEach(i -> known.add(i.name()));
    model.groups().forEach(g -> known.add(g.name()));
    // The root itself has no path.
    boolean wholeRack = finding.kind().startsWith("power-");
    assertThat(wholeRack || !finding.places().isEmpty()).as("places").isTrue();
    assertThat(known).containsAll(finding.places());
  }

  @Test
  void aChangedEntryNamesItsPartsAndTheMendTakesItAsItIs() {
    Design old =
        SampleAnalysis.edited(RACK, new Edit.SetDigests(Map.of("grace", "0123456789abcdef")));
    Finding changed = find(SampleAnalysis.full(old, DEFAULT), "catalogue-changed");
    assertThat(changed.places()).hasSize(36).allMatch(p -> p.contains(".cpu["));
    Design taken = changed.mends().getFirst().edit().applyTo(old);
    assertThat(taken.digests().get("grace")).isNotEqualTo("0123456789abcdef");
    assertThat(taken.withDigests(Map.of())).as("nothing else").isEqualTo(old.withDigests(Map.of()));
  }

  /** Cards have no fabric of their own, but the adapters of their hosts. */
  @Test
  void cardsAreOnTheNetworkOfTheirHosts() {
    Design cards = SampleAnalysis.design("cxl-pool-rack");
    assertThat(kinds(cards)).doesNotContain("off-fabric");
    Wiring host =
        cards.assemblies().get("host").wirings().stream()
            .filter(w -> w.name().equals("NIC host"))
            .findFirst()
            .orElseThrow();
    assertThat(kinds(new Edit.RemoveWiring("host", host).applyTo(cards))).contains("off-fabric");
  }

  private static List<String> kinds(Design design) {
    return SampleAnalysis.full(design, DEFAULT).findings().stream().map(Finding::kind).toList();
  }

  @Test
  void equalRacksWithoutASpareShelfAreOneFinding() {
    Design racks =
        SampleAnalysis.edited(
            SampleAnalysis.design("nvl72-x8"), new Edit.SetCount("rack", "shelf", 4));
    List<Finding> findings =
        SampleAnalysis.full(racks, DEFAULT).findings().stream()
            .filter(f -> f.kind().equals("shelf-no-spare"))
            .toList();
    assertThat(findings).hasSize(1);
    assertThat(findings.getFirst().text().values()).first().isEqualTo(8);
    assertThat(findings.getFirst().places()).hasSize(8 * 4);
    assertThat(findings.getFirst().mends()).hasSize(1);
  }

  @Test
  void whatManyPartsSufferAlikeIsOneFinding() {
    Design slow = SampleAnalysis.edited(RACK, value("rack", "cdu", Property.PUMP_SPEED, 0.05));
    List<Finding> findings = SampleAnalysis.full(slow, DEFAULT).findings();
    assertThat(findings).extracting(Finding::kind).doesNotHaveDuplicates();
    assertThat(find(SampleAnalysis.full(slow, DEFAULT), "memory-too-hot").places()).hasSize(72);
  }

  static Stream<Pattern> patterns() {
    Selector gpus = Selector.parse("compute[*].gpu[*].nvlink");
    Selector chips = Selector.parse("fabric[*].switch[*].port");
    return Stream.of(
        new Pattern.PointToPoint(
            Selector.parse("compute[0].gpu[0].nvlink"),
            Selector.parse("compute[0].gpu[1].nvlink"),
            19),
        new Pattern.Ring(gpus, 10),
        new Pattern.FullMesh(gpus, 1),
        new Pattern.EveryToEvery(gpus, chips, 2),
        new Pattern.Rail(gpus, gpus, 10),
        new Pattern.EachToGroup(chips, gpus, 4, 19));
  }

  @ParameterizedTest
  @MethodSource("patterns")
  void everyPatternSaysHowManyPortsAreMissing(Pattern pattern) {
    Design crowded = SampleAnalysis.edited(RACK, spine("bp-cart", 1, pattern));
    Finding shortage = find(SampleAnalysis.full(crowded, DEFAULT), "port-shortage");
    List<Object> said = shortage.text().values();
    int has = ((Number) said.get(2)).intValue();
    int wanted = ((Number) said.get(3)).intValue();
    assertThat(((Number) said.get(4)).intValue()).isEqualTo(wanted - has).isPositive();
    assertThat(shortage.places()).isNotEmpty();
    Set<String> after =
        Set.copyOf(
            SampleAnalysis.full(shortage.mends().getLast().edit().applyTo(crowded), DEFAULT)
                .findings()
                .stream()
                .map(Finding::kind)
                .toList());
    assertThat(after).doesNotContain("port-shortage");
  }

  /** 1 kW more in each of 18 trays: the next rack has room for it, or some trays go. */
  @Test
  void aRackOverItsBudgetIsMendedByALargerRackOrByFewerTrays() {
    Design hungry = value("compute-tray", "base", Property.POWER_W, 1000).applyTo(RACK);
    Finding over = powerOver(hungry).getFirst();
    assertThat(over.mends()).hasSize(2);
    Design larger = over.mends().getFirst().edit().applyTo(hungry);
    assertThat(larger.assemblies().get("rack").enclosure()).isEqualTo("rack-gb300");
    assertThat(powerOver(larger)).isEmpty();
    Design fewer = over.mends().getLast().edit().applyTo(hungry);
    int left = fewer.assemblies().get("rack").placements().get("compute").count();
    assertThat(left).isBetween(10, 17);
    assertThat(powerOver(fewer)).noneMatch(f -> f.severity() == Severity.ERROR);
    Design oneMore = new Edit.SetCount("rack", "compute", left + 1).applyTo(hungry);
    assertThat(powerOver(oneMore)).anyMatch(f -> f.severity() == Severity.ERROR);
    // Nothing in the catalogue is given a megawatt.
    Design glutton = value("compute-tray", "base", Property.POWER_W, 100e3).applyTo(RACK);
    assertThat(powerOver(glutton).getFirst().mends()).hasSize(1);
  }

  private static List<Finding> powerOver(Design design) {
    return SampleAnalysis.full(design, DEFAULT).findings().stream()
        .filter(f -> f.kind().equals("power-over-budget") || f.kind().equals("power-near-budget"))
        .toList();
  }
}
