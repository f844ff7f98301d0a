package supernode.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import supernode.analysis.Analysis;
import supernode.analysis.LinkCarried;
import supernode.analysis.LinkLine;
import supernode.analysis.SampleAnalysis;
import supernode.design.Design;
import supernode.design.Fabric;
import supernode.design.edit.Edit;
import supernode.quantity.Messages;

class LinkReportTest {
  private static final Messages ENGLISH = new Messages(Locale.ENGLISH);
  private static final Design RACK = SampleAnalysis.design("gb200-nvl72");

  private static LinkReport report(Design design, String from, String to) {
    var wirings = design.assemblies().get(design.root()).wirings();
    int wiring = 0;
    while (wirings.get(wiring).fabric() != Fabric.SCALE_UP) {
      wiring++;
    }
    Analysis solved = SampleAnalysis.full(design, "default");
    LinkLine line = new LinkLine("", wiring, from, to);
    LinkCarried carried = solved.links().carried(line).orElseThrow();
    return LinkReport.of(line, carried, Optional.of(carried.onBusier(() -> false)), ENGLISH);
  }

  @Test
  void aLinkTellsBothDirectionsAndWhoseFlowsItHoldsBack() {
    LinkReport report = report(RACK, "compute[3]", "fabric[2]");
    assertThat(report.title()).isEqualTo("compute[3] ↔ fabric[2]");
    List<LinkReport.Line> lines = report.lines();
    assertThat(lines.getFirst().words()).isEqualTo("Scale-up · All-to-all");
    assertThat(lines.getFirst().value()).isEqualTo("Links: 8");
    assertThat(lines.get(1).words()).isEqualTo("→ fabric[2]");
    assertThat(lines.get(1).value()).isEqualTo("100 % · 400 GB/s");
    assertThat(lines.get(2).words()).isEqualTo("→ compute[3]");
    // 71 flows of a chip over its 18 links: each carries an eighteenth of all of them.
    assertThat(lines.get(3).held()).isTrue();
    assertThat(lines.get(3).value()).isEqualTo("3.94 at 12.68 GB/s, held here");
  }

  @Test
  void whereAnotherLinkHoldsAFlowBackItIsSaidElsewhere() {
    Design broken =
        SampleAnalysis.edited(RACK, new Edit.SetFault("default", "fabric[2].switch[0]", true));
    LinkReport report = report(broken, "compute[3]", "fabric[2]");
    assertThat(report.lines().getFirst().value()).isEqualTo("Links: 4");
  }

  @Test
  void aBranchNamesWhereItBeginsAndThatItGoesOn() {
    LinkReport report = report(RACK, "compute[3]", "");
    assertThat(report.title()).startsWith("compute[3] ↔ fabric[").endsWith("…");
    assertThat(report.lines().getFirst().value()).isEqualTo("Links: 72");
  }

  @Test
  void whatIsStillWorkedOutIsSaid() {
    LinkLine line = LinkLine.all("", 0);
    Analysis solved = SampleAnalysis.full(RACK, "default");
    for (int w = 0; solved.links().carried(line).isEmpty(); w++) {
      line = LinkLine.all("", w);
    }
    LinkCarried carried = solved.links().carried(line).orElseThrow();
    LinkReport report = LinkReport.of(line, carried, Optional.empty(), ENGLISH);
    assertThat(report.lines().getLast().words()).isEqualTo("Flows are being worked out …");
  }
}
