package supernode.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import supernode.design.Damage;
import supernode.design.Design;
import supernode.design.Fabric;
import supernode.design.edit.Edit;
import supernode.solve.network.traffic.Degradation;
import supernode.topology.Link;
import supernode.topology.Planes;
import supernode.topology.PortLinks;
import supernode.topology.SystemModel;

/** Failures of links, ports, planes, and of parts drawn at random. */
class DamageTest {
  private static final double GB = 1e9;

  private static Analysis hurt(String sample, Damage... damage) {
    Design design =
        SampleAnalysis.edited(
            SampleAnalysis.design(sample), new Edit.SetDamage("default", List.of(damage)));
    return SampleAnalysis.full(design, "default");
  }

  private static FabricAnswer fabric(Analysis analysis, Fabric fabric) {
    return analysis.networks().get(fabric).asOptional().orElseThrow();
  }

  private static double links(Analysis analysis) {
    return SampleAnalysis.value(analysis, "scaleUp.links");
  }

  @Test
  void aPortTakesOneLinkOfItsChip() {
    Analysis whole = hurt("hgx-h100");
    Analysis analysis = hurt("hgx-h100", new Damage.Port("gpu[0]", "nvlink", 3));
    assertThat(links(analysis)).isEqualTo(links(whole) - 1);
    assertThat(fabric(analysis, Fabric.SCALE_UP).portBytesPerS())
        .isCloseTo(17 * 25 * GB, within(1.0));
    assertThat(analysis.findings()).anyMatch(f -> f.kind().equals("part-failed"));
  }

  @Test
  void aPortIsNumberedAsItIsListed() {
    SystemModel whole = hurt("gb200-nvl72").model().asOptional().orElseThrow();
    PortLinks.PortLink port =
        PortLinks.of(whole, "compute[3].gpu[2]", 100).stream()
            .filter(p -> p.port().equals("nvlink") && p.index() == 7)
            .findFirst()
            .orElseThrow();
    Analysis analysis = hurt("gb200-nvl72", new Damage.Port("compute[3].gpu[2]", "nvlink", 7));
    SystemModel model = analysis.model().asOptional().orElseThrow();
    List<Link> down = model.links().stream().filter(l -> l.down() > 0).toList();
    assertThat(down).hasSize(1);
    assertThat(List.of(down.getFirst().a(), down.getFirst().b()))
        .extracting(i -> model.instances().get(i).name())
        .contains(port.peer())
        .anyMatch(name -> name.startsWith("compute[3].gpu[2]"));
  }

  @Test
  void aPlaneKeepsItsNumberWhenAnotherIsDown() {
    Analysis analysis =
        hurt(
            "gb200-nvl72",
            new Damage.Plane(Fabric.SCALE_UP, 2),
            new Damage.Links("compute[0]", "fabric[0]", 0));
    SystemModel model = analysis.model().asOptional().orElseThrow();
    Planes planes = Planes.of(model, Fabric.SCALE_UP, _ -> true);
    assertThat(planes.count()).isEqualTo(18);
    assertThat(planes.at(2)).containsExactlyElementsOf(analysis.failures().parts());
    assertThat(planes.at(18)).isEmpty();
  }

  @Test
  void whatIsDownIsKnownByTheLineThatItIsDrawnAs() {
    Failures whole = hurt("gb200-nvl72").failures();
    assertThat(whole).isSameAs(Failures.NONE);
    Analysis analysis = hurt("gb200-nvl72", new Damage.Port("compute[0].gpu[1]", "nvlink", 0));
    Failures failures = analysis.failures();
    int wiring = 0;
    while (analysis.design().rootAssembly().wirings().get(wiring).fabric() != Fabric.SCALE_UP) {
      wiring++;
    }
    assertThat(failures.of(new LinkLine("", wiring, "compute[0]", "")))
        .contains(new Failures.Down(1, 72));
    assertThat(failures.of(new LinkLine("", wiring, "compute[1]", ""))).isEmpty();
    assertThat(failures.of(LinkLine.all("", wiring))).contains(new Failures.Down(1, 1296));
    assertThat(failures.isDown("compute[0].gpu[1]", "nvlink")).isTrue();
    assertThat(failures.parts()).isEmpty();
  }

  @Test
  void someOrAllLinksOfAPairFail() {
    Analysis whole = hurt("hgx-h100");
    double all = links(whole);
    Analysis one = hurt("hgx-h100", new Damage.Links("gpu[0]", "nvswitch[0]", 1));
    Analysis every = hurt("hgx-h100", new Damage.Links("nvswitch[0]", "gpu[0]", 0));
    assertThat(links(one)).isEqualTo(all - 1);
    assertThat(links(every)).isLessThan(all - 2);
    Analysis twice =
        hurt(
            "hgx-h100",
            new Damage.Links("gpu[0]", "nvswitch[0]", 0),
            new Damage.Links("gpu[0]", "nvswitch[0]", 0));
    assertThat(links(twice)).as("what is down cannot fail again").isEqualTo(links(every));
  }

  @Test
  void aPlaneIsOneOfEighteenSwitches() {
    Analysis analysis = hurt("gb200-nvl72", new Damage.Plane(Fabric.SCALE_UP, 2));
    assertThat(links(analysis)).isEqualTo(17 * 72);
    assertThat(fabric(analysis, Fabric.SCALE_UP).portBytesPerS())
        .isCloseTo(17 * 50 * GB, within(1.0));
  }

  @Test
  void randomFailuresFollowTheirSeed() {
    Damage random = new Damage.Random(Damage.Part.LINKS, Fabric.SCALE_UP, 16, 7);
    Analysis a = hurt("gb200-nvl72", random);
    Analysis b = hurt("gb200-nvl72", random);
    assertThat(links(a)).isEqualTo(72 * 18 - 16);
    assertThat(fabric(a, Fabric.SCALE_UP).sent().orElseThrow().minRateBytesPerS())
        .isEqualTo(fabric(b, Fabric.SCALE_UP).sent().orElseThrow().minRateBytesPerS());
    Analysis switches =
        hurt("gb200-nvl72", new Damage.Random(Damage.Part.SWITCHES, Fabric.SCALE_UP, 3, 1));
    assertThat(links(switches)).isEqualTo(15 * 72);
    Analysis beyond =
        hurt("gb200-nvl72", new Damage.Random(Damage.Part.SWITCHES, Fabric.SCALE_UP, 99, 1));
    assertThat(beyond.networks().get(Fabric.SCALE_UP).whyNot()).isPresent();
  }

  @Test
  void whoIsCutOffIsNamed() {
    Analysis analysis = hurt("hgx-h100", new Damage.Links("gpu[5]", "nvswitch[0]", 0));
    assertThat(fabric(analysis, Fabric.SCALE_UP).cutOff()).isEmpty();
    Analysis alone =
        hurt(
            "hgx-h100",
            new Damage.Links("gpu[5]", "nvswitch[0]", 0),
            new Damage.Links("gpu[5]", "nvswitch[1]", 0),
            new Damage.Links("gpu[5]", "nvswitch[2]", 0),
            new Damage.Links("gpu[5]", "nvswitch[3]", 0));
    assertThat(fabric(alone, Fabric.SCALE_UP).cutOff())
        .hasSize(1)
        .first()
        .asString()
        .startsWith("gpu[5]");
    assertThat(alone.findings()).anyMatch(f -> f.kind().equals("cut-off"));
    assertThat(SampleAnalysis.value(alone, "scaleUp.cutOffEndpoints")).isEqualTo(1);
  }

  @Test
  void aFailedLeafCutsItsHostsOff() {
    Analysis analysis =
        SampleAnalysis.full(
            SampleAnalysis.edited(
                SampleAnalysis.design("h100-rail-1024"),
                new Edit.SetFault("default", "unit[0].leaf[0]", true)),
            "default");
    assertThat(fabric(analysis, Fabric.SCALE_OUT).cutOff()).hasSize(32);
    FabricAnswer domains = fabric(analysis, Fabric.SCALE_UP);
    assertThat(domains.cutOff()).as("domains are apart as drawn").isEmpty();
    assertThat(SampleAnalysis.value(analysis, "scaleUp.islands")).isEqualTo(128);
    assertThat(SampleAnalysis.value(analysis, "scaleUp.bisectionTBps"))
        .as("of one domain of 8")
        .isCloseTo(4 * 450 * GB, within(1.0));
    assertThat(domains.traffics())
        .allSatisfy(t -> assertThat(t.minRateBytesPerS()).isGreaterThan(60 * GB));
    assertThat(SampleAnalysis.value(analysis, "scaleUp.allReduceGiBUs")).isPositive();
  }

  @Test
  void degradationStartsWholeAndFalls() {
    FabricAnswer answer = fabric(hurt("gb200-nvl72"), Fabric.SCALE_UP);
    Degradation curve =
        answer.degradation().of(Degradation.Part.SWITCH, () -> false).asOptional().orElseThrow();
    for (Degradation.Point p : curve.points()) {
      assertThat(p.leastBytesPerS().mean())
          .isCloseTo((18 - p.failed()) * 50 * GB / 71, within(10.0));
      assertThat(p.reach().least()).isEqualTo(1);
    }
    Degradation links =
        answer.degradation().of(Degradation.Part.LINK, () -> false).asOptional().orElseThrow();
    assertThat(links.points()).hasSizeGreaterThan(5);
    assertThat(links.points().getLast().totalBytesPerS().mean())
        .isLessThan(links.points().getFirst().totalBytesPerS().mean());
  }
}
