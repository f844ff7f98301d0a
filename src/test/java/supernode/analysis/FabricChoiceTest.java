package supernode.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import supernode.design.Design;
import supernode.design.Fabric;
import supernode.design.Routing;
import supernode.design.Traffic;
import supernode.design.TrafficPattern;
import supernode.design.TrafficPatterns;
import supernode.design.edit.Edit;
import supernode.quantity.Text;

/** Routing and traffic that a design chooses for a fabric are what its numbers are made of. */
class FabricChoiceTest {
  private static final double GB = 1e9;

  private static FabricAnswer scaleUp(Design design) {
    return SampleAnalysis.full(design, "default")
        .networks()
        .get(Fabric.SCALE_UP)
        .asOptional()
        .orElseThrow();
  }

  private static Design sending(String sample, TrafficPattern... patterns) {
    List<Traffic> traffic =
        List.of(patterns).stream().map(p -> new Traffic(Fabric.SCALE_UP, p)).toList();
    return SampleAnalysis.edited(
        SampleAnalysis.design(sample), new Edit.SetTraffic("default", traffic));
  }

  static List<TrafficPattern> everyPattern() {
    return TrafficPatterns.BY_KEY.values().stream()
        .map(p ->
            p instanceof TrafficPattern.Matrix
                ? new TrafficPattern.Matrix(
                    List.of(
                        new TrafficPattern.Demand(
                            new TrafficPattern.Range(0, 3),
                            new TrafficPattern.Range(2, 7),
                            2,
                            OptionalDouble.of(5 * GB))))
                : p)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("everyPattern")
  void flowsOnALinkAddUpToItsLoad(TrafficPattern pattern) {
    FabricAnswer.TrafficAnswer sent = scaleUp(sending("hgx-h100", pattern)).sent().orElseThrow();
    assertThat(sent.minRateBytesPerS()).isPositive();
    for (FabricFlows.Direction d : sent.flows().busiest(8)) {
      List<FabricFlows.Flow> on = sent.flows().on(d, () -> false).asOptional().orElseThrow();
      assertThat(on.stream().mapToDouble(FabricFlows.Flow::bytesPerS).sum())
          .isCloseTo(d.utilisation() * d.capacityBytesPerS(), within(1.0));
      assertThat(on).allMatch(f -> !f.limited() || d.utilisation() > 1 - 1e-6);
    }
  }

  @Test
  void incastDividesTheRootsPorts() {
    FabricAnswer answer = scaleUp(sending("hgx-h100", new TrafficPattern.Incast(2, 4)));
    FabricAnswer.TrafficAnswer sent = answer.sent().orElseThrow();
    assertThat(sent.minRateBytesPerS()).isCloseTo(450 * GB / 4, within(1.0));
    assertThat(sent.label())
        .isEqualTo(Text.of("traffic.with", Text.of("traffic.incast"), "root=2, fanIn=4"));
    assertThat(answer.traffics().getFirst().minRateBytesPerS())
        .as("all-to-all is measured beside it")
        .isCloseTo(450 * GB / 7, within(1.0));
  }

  @Test
  void severalTrafficsShareTheFabricByWeight() {
    Design design =
        SampleAnalysis.edited(
            SampleAnalysis.design("hgx-h100"),
            new Edit.SetTraffic(
                "default",
                List.of(
                    new Traffic(Fabric.SCALE_UP, new TrafficPattern.RingShift(1)),
                    new Traffic(
                        Fabric.SCALE_UP,
                        new TrafficPattern.RingShift(2),
                        2,
                        OptionalDouble.empty()))));
    FabricAnswer.TrafficAnswer sent = scaleUp(design).sent().orElseThrow();
    assertThat(sent.key()).isEqualTo("together");
    assertThat(sent.minRateBytesPerS()).isCloseTo(150 * GB, within(1.0));
    assertThat(sent.injectionBytesPerS()).isCloseTo(450 * GB, within(1.0));
  }

  @Test
  void aLimitedFlowGetsNoMoreThanItAsksFor() {
    Design design =
        SampleAnalysis.edited(
            SampleAnalysis.design("hgx-h100"),
            new Edit.SetTraffic(
                "default",
                List.of(
                    new Traffic(
                        Fabric.SCALE_UP,
                        new TrafficPattern.Permutation(1),
                        1,
                        OptionalDouble.of(10 * GB)))));
    FabricAnswer.TrafficAnswer sent = scaleUp(design).sent().orElseThrow();
    assertThat(sent.meanRateBytesPerS()).isCloseTo(10 * GB, within(1.0));
    assertThat(sent.bottlenecks()).isEmpty();
  }

  @Test
  void anEndpointThatIsNotThereIsRefused() {
    FabricAnswer answer = scaleUp(sending("hgx-h100", new TrafficPattern.Incast(8, 0)));
    assertThat(answer.sent()).isEmpty();
    assertThat(answer.missing()).anyMatch(m -> m.why().equals(Text.of("traffic.noEndpoint", 8, 7)));
  }

  @Test
  void hashedPathsCollideWhereSplitOnesDoNot() {
    Design split = sending("gb200-nvl72", new TrafficPattern.Permutation(3));
    Design hashed =
        SampleAnalysis.edited(
            split, new Edit.SetRouting(Fabric.SCALE_UP, new Routing.HashedEqualCost(5)));
    double ideal = scaleUp(split).sent().orElseThrow().minRateBytesPerS();
    FabricAnswer answer = scaleUp(hashed);
    assertThat(ideal).isCloseTo(900 * GB, within(1.0));
    assertThat(answer.sent().orElseThrow().minRateBytesPerS())
        .as("each flow is on one of 18 planes")
        .isLessThanOrEqualTo(50 * GB * 1.000001);
    assertThat(answer.routing().name()).isEqualTo(Text.of("routing.ecmp-hash"));
  }

  @Test
  void aRoutingThatTheFabricIsNotMadeForIsRefusedOnce() {
    Design design =
        SampleAnalysis.edited(
            SampleAnalysis.design("gb200-nvl72"),
            new Edit.SetRouting(Fabric.SCALE_UP, new Routing.DimensionOrder(List.of())));
    Analysis analysis = SampleAnalysis.full(design, "default");
    FabricAnswer answer = analysis.networks().get(Fabric.SCALE_UP).asOptional().orElseThrow();
    assertThat(answer.routing().whyNot()).contains(Text.of("routing.noDims"));
    assertThat(analysis.findings()).filteredOn(f -> f.kind().equals("routing-refused")).hasSize(1);
    Finding refused =
        analysis.findings().stream()
            .filter(f -> f.kind().equals("routing-refused"))
            .findFirst()
            .orElseThrow();
    assertThat(refused.mends().getFirst().edit().applyTo(design).routing()).isEmpty();
  }

  @Test
  void railsNeedServersOfTheSizeThatIsGiven() {
    Design sample = SampleAnalysis.design("h100-rail-1024");
    Design four =
        SampleAnalysis.edited(
            sample, new Edit.SetRouting(Fabric.SCALE_OUT, new Routing.RailAware(4)));
    FabricAnswer answer = scaleOut(SampleAnalysis.full(four, "default"));
    assertThat(answer.routing().whyNot()).contains(Text.of("routing.otherServers", 8, 4));
    Design eight =
        SampleAnalysis.edited(
            sample, new Edit.SetRouting(Fabric.SCALE_OUT, new Routing.RailAware(8)));
    assertThat(scaleOut(SampleAnalysis.full(eight, "default")).routing().whyNot()).isEmpty();
  }

  private static Analysis alongRails(TrafficPattern pattern, String... faults) {
    Design design = SampleAnalysis.design("h100-rail-1024");
    assertThat(design.routing(Fabric.SCALE_OUT)).isEqualTo(new Routing.RailAware(0));
    design =
        SampleAnalysis.edited(
            design,
            new Edit.SetTraffic("default", List.of(new Traffic(Fabric.SCALE_OUT, pattern))));
    for (String fault : faults) {
      design = SampleAnalysis.edited(design, new Edit.SetFault("default", fault, true));
    }
    return SampleAnalysis.full(design, "default");
  }

  private static FabricAnswer scaleOut(Analysis analysis) {
    return analysis.networks().get(Fabric.SCALE_OUT).asOptional().orElseThrow();
  }

  @Test
  void acceleratorsSendToOtherServersThroughTheirOwn() {
    Analysis rails = alongRails(new TrafficPattern.AllToAll());
    FabricAnswer answer = scaleOut(rails);
    FabricAnswer.TrafficAnswer sent = answer.sent().orElseThrow();
    assertThat(answer.routing().whyNot()).isEmpty();
    // A NIC carries what the eight of its server send to the 127 others of its rail.
    assertThat(sent.minRateBytesPerS()).isCloseTo(50 * GB / (8 * 127), within(1.0));
    assertThat(sent.injectionBytesPerS()).as("on the network").isCloseTo(50 * GB, within(10.0));
    // Out over the NIC; the link inside is full, of which 7/8 of what leaves takes its part.
    assertThat(answer.at("unit[0].rack[0].node[0].gpu[0].die[0]"))
        .filteredOn(r -> r.id().endsWith("allToAllThroughGBps"))
        .singleElement()
        .satisfies(r ->
            assertThat(r.quantity().value())
                .isCloseTo((50 + 450 - 50 * 7 / 8.0) * GB, within(10.0)));
    LinkLine inside = LinkLine.all("unit[1].rack[2].node[3]", 1);
    LinkCarried carried = rails.links().carried(inside).orElseThrow();
    assertThat(carried.fabric()).isEqualTo(Fabric.SCALE_OUT);
    assertThat(carried.load().out()).isCloseTo(1, within(1e-9));
    assertThat(rails.links().of(LinkLine.all("unit[1]", 0)).orElseThrow().out())
        .isCloseTo(1, within(1e-9));
  }

  @Test
  void aShiftByOneServerStaysOnItsRail() {
    Analysis rails = alongRails(new TrafficPattern.RingShift(8));
    FabricAnswer.TrafficAnswer sent = scaleOut(rails).sent().orElseThrow();
    assertThat(sent.minRateBytesPerS()).isCloseTo(50 * GB, within(1.0));
    assertThat(rails.links().of(LinkLine.all("unit[0].rack[0].node[0]", 0)).orElseThrow().out())
        .isZero();
    Analysis further = alongRails(new TrafficPattern.RingShift(9));
    FabricAnswer.TrafficAnswer turned = scaleOut(further).sent().orElseThrow();
    // One further: over the neighbour inside; at the last the server after the next is meant.
    assertThat(turned.minRateBytesPerS()).isCloseTo(50 * GB, within(1.0));
    assertThat(further.links().of(LinkLine.all("unit[0].rack[0].node[0]", 0)).orElseThrow().out())
        .isCloseTo(50.0 / 450, within(1e-9));
  }

  @Test
  void anAcceleratorWithoutItsNicTakesItsNeighbours() {
    String nic = "unit[0].rack[0].node[0].nic[3]";
    FabricAnswer answer = scaleOut(alongRails(new TrafficPattern.AllToAll(), nic));
    FabricAnswer.TrafficAnswer sent = answer.sent().orElseThrow();
    // The neighbour's NIC carries two rails of its server, in and out.
    assertThat(sent.minRateBytesPerS()).isCloseTo(50 * GB / (2 * 8 * 127), within(1.0));
    FabricAnswer none =
        scaleOut(alongRails(new TrafficPattern.AllToAll(), nic, "unit[0].rack[0].node[0].nic[2]"));
    assertThat(none.sent().orElseThrow().minRateBytesPerS()).isPositive();
  }
}
