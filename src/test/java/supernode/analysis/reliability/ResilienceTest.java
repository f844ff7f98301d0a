package supernode.analysis.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import supernode.analysis.Analysis;
import supernode.analysis.FailureRates;
import supernode.analysis.Finding;
import supernode.analysis.Result;
import supernode.analysis.SampleAnalysis;
import supernode.analysis.Severity;
import supernode.analysis.workload.Workloads;
import supernode.catalog.Confidence;
import supernode.catalog.PartKind;
import supernode.catalog.Property;
import supernode.design.Damage;
import supernode.design.Design;
import supernode.design.Fabric;
import supernode.design.Pattern;
import supernode.design.Placement;
import supernode.design.Selector;
import supernode.design.Wiring;
import supernode.design.edit.Edit;

class ResilienceTest {
  private static final Resilience NVL72 = of(SampleAnalysis.design("gb200-nvl72"));
  private static final Resilience HGX = of(SampleAnalysis.design("hgx-h100"));

  private static Resilience of(Design design) {
    return of(SampleAnalysis.full(design, "default"));
  }

  private static Resilience of(Analysis analysis) {
    return Resilience.of(analysis, () -> false)
        .asOptional()
        .orElseThrow()
        .with(new Workloads().of(analysis));
  }

  private static PartLoss loss(Resilience r, String path) {
    return r.losses().stream().filter(l -> l.path().equals(path)).findFirst().orElseThrow();
  }

  private static double value(Resilience r, String id) {
    return r.results().stream()
        .filter(x -> x.id().equals("reliability." + id))
        .findFirst()
        .orElseThrow()
        .quantity()
        .value();
  }

  private static double sent(Analysis a) {
    return sent(a, "all-to-all");
  }

  private static double sent(Analysis a, String pattern) {
    return a.networks().get(Fabric.SCALE_UP).asOptional().orElseThrow().traffics().stream()
        .filter(t -> t.key().equals(pattern))
        .findFirst()
        .orElseThrow()
        .injectionBytesPerS();
  }

  /** What the loss of one part of an NVL72 rack stops. */
  @ParameterizedTest
  @CsvSource({
    "cdu, 72",
    "supply, 72",
    "busbar, 72",
    "busbar – cdu, 72",
    "compute.supply, 4",
    "compute.pdb, 4",
    "compute.cpu, 2",
    "compute.plate, 1",
    "compute.gpu.hbm, 1",
    "shelf, 0",
    "fabric.pdb, 0",
    "compute.nic, 0"
  })
  void takesWithIt(String path, int accelerators) {
    assertThat(loss(NVL72, path).accelerators()).isEqualTo(accelerators);
  }

  /** The share that is left is what the network solver finds with that part failed. */
  @ParameterizedTest
  @CsvSource({
    "gb200-nvl72, all-to-all, fabric.switch, fabric[3].switch[0]",
    "gb200-nvl72, all-to-all, fabric.pdb, fabric[3]",
    "hgx-h100, all-to-all, nvswitch, nvswitch[0]",
    "cloudmatrix384, permutation, comm.plane.l2, comm[0].plane[0].l2[0]"
  })
  void bandwidthLeftIsAsSolved(String sample, String pattern, String path, String fault) {
    Design design = SampleAnalysis.design(sample);
    double sound = sent(SampleAnalysis.full(design, "default"), pattern);
    Design failed = SampleAnalysis.edited(design, new Edit.SetFault("default", fault, true));
    double left = loss(of(design), path).bandwidthLeft();
    assertThat(left).isBetween(0.5, 0.99);
    assertThat(sent(SampleAnalysis.full(failed, "default"), pattern))
        .isCloseTo(sound * left, Percentage.withPercentage(1e-6));
  }

  @ParameterizedTest
  @CsvSource({"cloudmatrix384, 7", "gb200-nvl72, 18"})
  void aLostPlaneTakesItsShareAndNoMore(String sample, int planes) {
    Design design = SampleAnalysis.design(sample);
    PlaneLoss plane = of(design).planes().getFirst();
    assertThat(plane.planes()).isEqualTo(planes);
    assertThat(plane.left()).isCloseTo((planes - 1.0) / planes, within(1e-12));
    Design failed =
        SampleAnalysis.edited(
            design, new Edit.SetDamage("default", List.of(new Damage.Plane(Fabric.SCALE_UP, 0))));
    assertThat(sent(SampleAnalysis.full(failed, "default")))
        .isCloseTo(plane.sound() * plane.left(), Percentage.withPercentage(1e-6));
  }

  /** An adapter with a port in each plane goes on over the others. */
  @Test
  void aLostPlaneTakesItsShareOfAnAdapterThatIsSplit() {
    Resilience split = of(SampleAnalysis.design("uec-plane"));
    PlaneLoss plane =
        split.planes().stream()
            .filter(p -> p.fabric() == Fabric.SCALE_OUT)
            .findFirst()
            .orElseThrow();
    assertThat(plane.planes()).isEqualTo(4);
    assertThat(plane.left()).isCloseTo(3.0 / 4, within(1e-12));
    PartLoss leaf = loss(split, "plane.leaf");
    assertThat(leaf.bandwidthLeft()).isCloseTo(3.0 / 4, within(1e-12));
    assertThat(leaf.stopsJob()).isFalse();
  }

  @Test
  void aRailIsOneAdapterOfEachNode() {
    Resilience unit = of(SampleAnalysis.design("superpod-h100-su"));
    PartLoss leaf = loss(unit, "leaf");
    assertThat(leaf.bandwidthLeft()).isCloseTo(7.0 / 8, within(1e-12));
    assertThat(leaf.stopsJob()).isFalse();
    assertThat(loss(unit, "spine").bandwidthLeft()).isCloseTo(3.0 / 4, within(1e-12));
    assertThat(loss(unit, "rack.node.pdb").accelerators()).isEqualTo(8);
    assertThat(loss(unit, "rack.node.pdb").cutOff()).isZero();
  }

  @Test
  void whatHasASecondOneIsNoSinglePoint() {
    Resilience row = of(SampleAnalysis.design("row-10-racks"));
    assertThat(loss(row, "cdu").isSinglePoint()).isFalse();
    assertThat(loss(row, "pump").isSinglePoint()).isFalse();
    assertThat(loss(row, "cooler").accelerators()).isEqualTo(720);
    assertThat(loss(row, "rack.supply").accelerators()).isEqualTo(72);
  }

  /** Where one unit alone cannot carry the heat, two are not redundant: the loop says so. */
  @Test
  void aSecondUnitThatIsTooSmallDoesNotHelp() {
    Design weak =
        SampleAnalysis.edited(
            SampleAnalysis.design("row-10-racks"),
            new Edit.SetValue("row", "cdu", Property.PUMP_SPEED, OptionalDouble.of(0.12)));
    Analysis analysis = SampleAnalysis.full(weak, "default");
    assertThat(analysis.findings()).noneMatch(f -> f.kind().equals("junction-too-hot"));
    assertThat(loss(of(analysis), "cdu").accelerators()).isPositive();
  }

  /** Supplies of 3.3 kW at some 9.5 kW: of six any may go, of three none. */
  @Test
  void suppliesAreRedundantAsFarAsTheLoadAllows() {
    assertThat(loss(HGX, "psu").accelerators()).isZero();
    Design scarce =
        SampleAnalysis.edited(
            SampleAnalysis.design("hgx-h100"), new Edit.SetCount("node", "psu", 3));
    double load = SampleAnalysis.value(SampleAnalysis.full(scarce, "default"), "pdb[0].powerW");
    assertThat(load).isBetween(2 * 3300.0, 3 * 3300.0);
    assertThat(loss(of(scarce), "psu").accelerators()).isEqualTo(8);
  }

  @Test
  void ratesInSeriesAddUp() {
    double job = 8 * 6970 + 40 * 678 + 2 * 377 + 4 * 2952;
    double all = job + 8 * 330 + 4 * 2952 + 6 * 1130;
    assertThat(value(HGX, "mtbfHours")).isCloseTo(1e9 / all * 3600, within(1e-3));
    assertThat(value(HGX, "jobMtbfHours")).isCloseTo(1e9 / job * 3600, within(1e-3));
  }

  /** Parts with no rate of their own count by their kind, marked; links and plates by nothing. */
  @Test
  void ratesOfTheirKindAreMarkedAndTheRestIsABound() {
    assertThat(HGX.unknown()).isPositive();
    assertThat(HGX.isUpperBound()).isTrue();
    assertThat(HGX.estimated()).isEqualTo(2 + 4 + 4 + 6);
    assertThat(loss(HGX, "gpu.die").rate().orElseThrow().estimated()).isFalse();
    FailureRates.Rate ofKind = loss(NVL72, "compute.gpu.die").rate().orElseThrow();
    assertThat(ofKind.estimated()).isTrue();
    assertThat(ofKind.fit().confidence()).isEqualTo(Confidence.ESTIMATE);
    assertThat(ofKind.fit().source()).isNotBlank();
    assertThat(loss(NVL72, "compute.plate").rate()).isEmpty();
    assertThat(HGX.results())
        .filteredOn(r -> r.id().endsWith("MtbfHours") || r.id().endsWith(".mtbfHours"))
        .hasSize(3)
        .allMatch(r -> r.label().key().equals("reliability.atMost"));
  }

  /** Stacks that are not drawn fail with their chip. */
  @Test
  void anAcceleratorWithoutDrawnStacksFailsWithThem() {
    Resilience cm = of(SampleAnalysis.design("cloudmatrix384"));
    assertThat(loss(cm, "rack.node.npu").rate().orElseThrow().fit().value()).isEqualTo(10_360);
    assertThat(loss(NVL72, "compute.gpu.die").rate().orElseThrow().fit().value()).isEqualTo(6970);
  }

  /** What a node needs besides: boards, fans, and the cables to its processors. */
  @ParameterizedTest
  @CsvSource({
    "base, 8",
    "fans, 0",
    "pdb – fans, 0",
    "cpu – pcie, 2",
    "pcie – gpu.die, 1",
    "pcie – nic, 0"
  })
  void fansAndHostCablesAreLookedAt(String path, int accelerators) {
    assertThat(loss(HGX, path).accelerators()).isEqualTo(accelerators);
  }

  /** Five of six fans still move air past every heat sink; of a single wall nothing is left. */
  @Test
  void aWallOfFansInOneIsASinglePoint() {
    Design wall =
        SampleAnalysis.edited(
            SampleAnalysis.design("hgx-h100"), new Edit.SetCount("node", "fans", 1));
    assertThat(loss(of(wall), "fans").accelerators()).isEqualTo(8);
  }

  /** Fans whose air is not drawn. */
  @Test
  void ofTwoFansOneMayFail() {
    assertThat(loss(NVL72, "compute.fans").accelerators()).isEqualTo(4);
    Design two =
        SampleAnalysis.edited(
            SampleAnalysis.design("gb200-nvl72"), new Edit.SetCount("compute-tray", "fans", 2));
    assertThat(loss(of(two), "compute.fans").accelerators()).isZero();
    Design both =
        SampleAnalysis.edited(
            two, new Edit.SetValue("compute-tray", "fans", Property.SPARES, OptionalDouble.of(0)));
    assertThat(loss(of(both), "compute.fans").accelerators()).isEqualTo(4);
  }

  /** One pump behind the other: each is on the only way of the coolant. */
  @Test
  void pumpsInARowAreSinglePointsEach() {
    Design tank = SampleAnalysis.design("immersion-tank");
    Placement pump = tank.assemblies().get("hall").placements().get("pump");
    Wiring supply =
        tank.assemblies().get("hall").wirings().stream()
            .filter(w -> w.name().equals("supply"))
            .findFirst()
            .orElseThrow();
    Design row =
        SampleAnalysis.edited(
            tank,
            new Edit.AddPlacement("hall", "second", pump),
            new Edit.ReplaceWiring("hall", supply, pipe("second[*].out", "tank[*].coolantIn")),
            new Edit.AddWiring("hall", pipe("pump[*].out", "second[*].in")));
    Resilience lost = of(row);
    assertThat(loss(lost, "pump").accelerators()).isEqualTo(64);
    assertThat(loss(lost, "second").accelerators()).isEqualTo(64);
  }

  private static Wiring pipe(String a, String b) {
    Pattern each = new Pattern.EveryToEvery(Selector.parse(a), Selector.parse(b), 1);
    return new Wiring("", Fabric.LOOP, "pipe-dn50", 8, each);
  }

  /** Of chips that pass traffic on, small fabrics are solved without each part. */
  @Test
  void lossesOfDirectFabricsAreSolved() {
    Design node = SampleAnalysis.design("trn2-node");
    double sound = sent(SampleAnalysis.full(node, "default"));
    PartLoss chip = loss(of(node), "chip");
    Design failed = SampleAnalysis.edited(node, new Edit.SetFault("default", "chip[3]", true));
    double pair = sent(SampleAnalysis.full(failed, "default")) / 14;
    assertThat(chip.isEstimate()).isFalse();
    assertThat(chip.bandwidthLeft()).isCloseTo(pair / (sound / 15), within(1e-6));
    PartLoss link = loss(of(node), "chip – chip");
    Damage cut = new Damage.Links("chip[0]", "chip[1]", 1);
    Design without = SampleAnalysis.edited(node, new Edit.SetDamage("default", List.of(cut)));
    assertThat(link.bandwidthLeft())
        .isCloseTo(sent(SampleAnalysis.full(without, "default")) / sound, within(1e-6));
  }

  /** Large ones are estimated from the links of a neighbour, and that is said. */
  @Test
  void whereThatIsTooDearItIsSaid() {
    Resilience pod = of(SampleAnalysis.design("tpu-v4-pod"));
    assertThat(pod.losses()).anyMatch(PartLoss::isEstimate);
  }

  /** Where no accelerator is drawn its processors count, else its adapters. */
  @Test
  void otherMachinesHaveSinglePointsToo() {
    hasSinglePoints(SampleAnalysis.design("era-web"), PartKind.CPU, 256);
    Design adapters =
        SampleAnalysis.edited(
            SampleAnalysis.design("dragonfly-1056"),
            new Edit.RemovePlacement("server", "gpu"),
            new Edit.RemovePlacement("server", "cpu"));
    hasSinglePoints(adapters, PartKind.NIC, 1056);
  }

  private static void hasSinglePoints(Design design, PartKind counted, int up) {
    Resilience r = of(design);
    assertThat(r.counted()).isEqualTo(counted);
    assertThat(r.accelerators()).isEqualTo(up);
    assertThat(r.singlePoints()).isNotEmpty();
    assertThat(r.uptime()).isEmpty();
  }

  /** One list for all who tell it. */
  @Test
  void theVerdictCountsSinglePoints() {
    Analysis analysis = SampleAnalysis.full(SampleAnalysis.design("gb200-nvl72"), "default");
    Verdict verdict = Verdict.of(analysis, List.of(), Resilience.of(analysis, () -> false));
    assertThat(verdict.worst()).contains(Severity.WARNING);
    assertThat(verdict.count(Severity.WARNING)).isEqualTo(2);
    assertThat(verdict.findings()).isSortedAccordingTo(Comparator.comparing(Finding::severity));
  }

  @Test
  void everyNumberIsDerived() {
    for (Result r : HGX.results()) {
      assertThat(r.explanation().get().value()).as(r.id()).contains(r.quantity());
    }
  }

  @Test
  void aWholeDomainIsWorthAWarning() {
    List<Finding> findings = NVL72.findings();
    assertThat(findings)
        .filteredOn(f -> f.severity() == Severity.WARNING)
        .extracting(f -> f.text().values().getFirst().toString())
        .hasSize(2)
        .anyMatch(t -> t.contains("cooling"))
        .anyMatch(t -> t.contains("power"));
    assertThat(of(SampleAnalysis.fabrics("ub-mesh-rack")).findings()).isEmpty();
  }

  /** A step over a fabric with one plane lost is longer, but by no more than the rate is less. */
  @Test
  void trainingGoesOnWithLess() {
    Analysis unit =
        SampleAnalysis.full(SampleAnalysis.design("superpod-h100-su"), "industrial inspection");
    List<PlaneLoss> planes = of(unit).planes();
    assertThat(planes).isNotEmpty();
    for (PlaneLoss p : planes) {
      for (PlaneLoss.Step s : p.steps()) {
        assertThat(s.degradedS()).isBetween(s.soundS(), s.soundS() / p.left());
        assertThat(s.boundDegradedS()).isBetween(s.boundSoundS(), s.boundSoundS() / p.left());
        assertThat(s.boundSoundS()).isLessThan(s.soundS());
      }
    }
    assertThat(planes.getFirst().steps()).isNotEmpty();
  }
}
