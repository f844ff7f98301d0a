package supernode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import supernode.analysis.Analysis;
import supernode.analysis.Finding;
import supernode.analysis.Severity;
import supernode.catalog.Catalog;
import supernode.catalog.CatalogReader;
import supernode.catalog.PartKind;
import supernode.catalog.Property;
import supernode.design.Design;
import supernode.design.DesignCheck;
import supernode.design.Fabric;
import supernode.design.Joint;
import supernode.store.DesignReader;
import supernode.store.DesignWriter;
import supernode.store.Samples;
import supernode.store.StoredDesign;
import supernode.topology.Expansion;
import supernode.topology.Link;
import supernode.topology.SystemModel;

/** Every sample opens, is sound, and matches the headline numbers of what it copies. */
class SampleDesignsTest {
  private static final Catalog CATALOG = CatalogReader.shipped();
  private static final String NVL72 = "gb200-nvl72";
  private static final String H100 = "hgx-h100";
  private static final String MI300X = "mi300x-mesh";
  private static final String CLOUDMATRIX = "cloudmatrix384";
  private static final String RAIL = "h100-rail-1024";
  private static final String DRAGONFLY = "dragonfly-1056";

  private static Path file(String name) {
    return Path.of("sample-designs", name + ".supernode.json");
  }

  private static Design design(String name) {
    return DesignReader.read(file(name), CATALOG).design();
  }

  private static SystemModel model(String name, String scenario) {
    Design design = design(name);
    return Expansion.of(design, design.library(CATALOG), design.scenarios().get(scenario));
  }

  private static Analysis analysis(String name) {
    return SolvedSamples.of(name);
  }

  private static double result(Analysis analysis, String id) {
    return analysis.result(id).orElseThrow().quantity().value();
  }

  private static double injection(SystemModel model, int instance) {
    return model.links(Fabric.SCALE_UP).stream()
        .filter(l -> !l.failed() && (l.a() == instance || l.b() == instance))
        .mapToDouble(l -> l.count() * l.rateBytesPerS())
        .sum();
  }

  static List<String> names() {
    return Samples.NAMES;
  }

  @Test
  void everySampleIsKnownByName() throws Exception {
    try (Stream<Path> files = Files.list(Path.of("sample-designs"))) {
      assertThat(
              files
                  .map(f -> f.getFileName().toString())
                  .filter(f -> !f.endsWith(".figures.json"))
                  .map(f -> f.replace(".supernode.json", "")))
          .containsExactlyInAnyOrderElementsOf(Samples.NAMES);
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void aSampleIsSoundAndHasPortsForAllItsLinks(String name) {
    assertThat(DesignCheck.problems(design(name), CATALOG)).isEmpty();
    SystemModel model = model(name, Design.DEFAULT_SCENARIO);
    assertThat(model.shortages()).isEmpty();
    for (Link l : model.links()) {
      assertThat(Joint.refusal(l.portA(), l.portB(), l.type(), l.lengthM())).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void aSampleHasNoErrorAmongItsFindings(String name) {
    List<Finding> errors =
        analysis(name).findings().stream().filter(f -> f.severity() == Severity.ERROR).toList();
    assertThat(errors).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("names")
  void aSampleIsSmallAndSaysWhatIsPublicAndWhatAssumed(String name) throws Exception {
    assertThat(Files.size(file(name))).isLessThan(200_000);
    assertThat(design(name).notes()).hasSizeGreaterThan(100);
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyScenarioOfASampleNamesPartsThatThereAre(String name) {
    Design design = design(name);
    design
        .scenarios()
        .forEach((scenario, s) ->
            assertThat(model(name, scenario).instances().stream().anyMatch(i -> i.failed()))
                .as(scenario)
                .isEqualTo(!s.faults().isEmpty()));
  }

  @ParameterizedTest
  @MethodSource("names")
  void savingASampleChangesNothing(String name) throws Exception {
    StoredDesign stored = DesignReader.read(file(name), CATALOG);
    assertThat(new String(DesignWriter.toBytes(stored), StandardCharsets.UTF_8))
        .isEqualTo(Files.readString(file(name)));
  }

  @Test
  void nvl72HasItsPublishedParts() {
    SystemModel model = model(NVL72, Design.DEFAULT_SCENARIO);
    assertThat(count(model, PartKind.ACCELERATOR)).isEqualTo(72);
    assertThat(count(model, PartKind.CPU)).isEqualTo(36);
    assertThat(count(model, PartKind.SWITCH)).isEqualTo(18);
    assertThat(count(model, PartKind.HBM_STACK)).isEqualTo(72 * 8);
    assertThat(model.linkCount(Fabric.SCALE_UP)).isEqualTo(1296);
    assertThat(List.of("compute[7].gpu[2].die[0]", "fabric[3].switch[0]", "cdu[0]"))
        .allSatisfy(name ->
            assertThat(model.find(name))
                .hasValueSatisfying(i -> assertThat(i.name()).isEqualTo(name)));
    assertThat(model.find("compute[7].gpu[2]")).isEmpty();
  }

  private static long count(SystemModel model, PartKind kind) {
    return model.instances().stream().filter(i -> i.part().kind() == kind).count();
  }

  @Test
  void nvl72SumsUpToItsPublishedFigures() {
    Analysis analysis = analysis(NVL72);
    assertThat(result(analysis, "totals.fp4DensePflops")).isEqualTo(720e15);
    assertThat(result(analysis, "totals.fp4SparsePflops")).isEqualTo(1440e15);
    assertThat(result(analysis, "totals.memoryTB")).isBetween(13.4e12, 13.85e12);
    assertThat(result(analysis, "totals.memoryBandwidthTBps")).isEqualTo(576e12);
    assertThat(result(analysis, "power.totalKW")).isBetween(120e3, 132e3);
  }

  @Test
  void theRackPowerOfNvl72IsWrittenNowhere() {
    Design design = design(NVL72);
    assertThat(design.overrides()).isEmpty();
    assertThat(design.parts()).isEmpty();
    boolean typedIn =
        design.assemblies().values().stream()
            .flatMap(a -> a.placements().values().stream())
            .flatMap(p -> p.overrides().entrySet().stream())
            .anyMatch(e -> e.getKey() == Property.POWER_W && e.getValue() > 1000);
    assertThat(typedIn).isFalse();
  }

  @Test
  void aGpuOfNvl72Sends900GigabytesPerSecondAnd17EighteenthsWithASwitchDown() {
    SystemModel whole = model(NVL72, Design.DEFAULT_SCENARIO);
    SystemModel hurt = model(NVL72, "one switch down");
    int gpu = whole.find("compute[7].gpu[2].die[0]").orElseThrow().index();
    assertThat(injection(whole, gpu)).isEqualTo(900e9);
    assertThat(injection(hurt, gpu)).isEqualTo(850e9);
  }

  @Test
  void anH100OfHgxHasFiveFourFourFiveLinksToItsSwitches() {
    SystemModel model = model(H100, Design.DEFAULT_SCENARIO);
    int gpu = model.find("gpu[0].die[0]").orElseThrow().index();
    int[] links =
        model.links(Fabric.SCALE_UP).stream()
            .filter(l -> l.a() == gpu)
            .mapToInt(Link::count)
            .toArray();
    Arrays.sort(links);
    assertThat(links).containsExactly(4, 4, 5, 5);
    assertThat(injection(model, gpu)).isEqualTo(450e9);
  }

  @Test
  void theHgxNodeDrawsAboutWhatItsMakerSays() {
    // 10.2 kW is the published maximum of the whole node.
    assertThat(result(analysis(H100), "power.totalKW")).isBetween(9e3, 10.2e3);
  }

  @Test
  void eachMi300xHasOneLinkToEachPeer() {
    SystemModel model = model(MI300X, Design.DEFAULT_SCENARIO);
    assertThat(model.linkCount(Fabric.SCALE_UP)).isEqualTo(28);
    assertThat(model.links(Fabric.SCALE_UP)).allMatch(l -> l.rateBytesPerS() == 64e9);
    int gpu = model.find("gpu[0].die[0]").orElseThrow().index();
    assertThat(injection(model, gpu)).isEqualTo(448e9);
  }

  @Test
  void cloudMatrixIsNonBlockingOverSevenPlanes() {
    SystemModel model = model(CLOUDMATRIX, Design.DEFAULT_SCENARIO);
    Analysis analysis = analysis(CLOUDMATRIX);
    assertThat(count(model, PartKind.ACCELERATOR)).isEqualTo(384);
    assertThat(count(model, PartKind.SWITCH)).isEqualTo(336 + 112);
    assertThat(result(analysis, "scaleUp.injectionGBps")).isCloseTo(392e9, within(1.0));
    assertThat(result(analysis, "scaleUp.bisectionTBps")).isCloseTo(192 * 392e9, within(1e3));
    assertThat(result(analysis, "scaleUp.allToAllPairGBps")).isCloseTo(392e9 / 383, within(1.0));
    assertThat(result(analysis, "totals.memoryTB")).isCloseTo(49.2e12, withPercentage(0.5));
  }

  @Test
  void theRailClusterHasFullBisectionAcrossItsSpines() {
    Analysis analysis = analysis(RAIL);
    assertThat(result(analysis, "scaleOut.endpoints")).isEqualTo(1024);
    assertThat(result(analysis, "scaleOut.fabricSwitches")).isEqualTo(32 + 16);
    assertThat(result(analysis, "scaleOut.bisectionTBps")).isCloseTo(512 * 50e9, within(1e3));
    // Along rails a NIC carries what eight accelerators send to 127 other servers.
    assertThat(result(analysis, "scaleOut.allToAllPairGBps"))
        .isCloseTo(50e9 / (8 * 127), within(1.0));
  }

  @Test
  void theDragonflyIsTheBalancedOneOfTheDefinition() {
    SystemModel model = model(DRAGONFLY, Design.DEFAULT_SCENARIO);
    Analysis analysis = analysis(DRAGONFLY);
    assertThat(count(model, PartKind.SWITCH)).isEqualTo(8 * 33);
    // Hosts, 28 links inside each group, one between any two groups.
    assertThat(result(analysis, "scaleOut.links")).isEqualTo(1056 + 33 * 28 + 33 * 32 / 2);
    assertThat(result(analysis, "scaleOut.switchHops")).isEqualTo(4);
  }
}
