package supernode.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import supernode.design.Design;
import supernode.design.Fabric;
import supernode.design.edit.Edit;
import supernode.solve.Outcome;

class LinkLoadsTest {
  private static final Design RACK = SampleAnalysis.design("gb200-nvl72");
  private static final Analysis SOLVED = SampleAnalysis.full(RACK, "default");

  private static int scaleUp(Design design) {
    var wirings = design.assemblies().get(design.root()).wirings();
    for (int i = 0; i < wirings.size(); i++) {
      if (wirings.get(i).fabric() == Fabric.SCALE_UP) {
        return i;
      }
    }
    throw new AssertionError("no scale-up wiring");
  }

  @Test
  void whatLeavesTheTraysArrivesAtTheSwitches() {
    int wiring = scaleUp(RACK);
    LinkLoad all = SOLVED.links().of(LinkLine.all("", wiring)).orElseThrow();
    assertThat(all.links()).isEqualTo(1296);
    // All-to-all without oversubscription fills every link in both directions.
    assertThat(all.out()).isEqualTo(1, within(1e-9));
    assertThat(all.outBytesPerS())
        .isEqualTo(all.capacityBytesPerS(), within(1e-6 * all.capacityBytesPerS()));
    double trays = 0;
    for (int t = 0; t < 18; t++) {
      LinkLine tray = new LinkLine("", wiring, "compute[" + t + "]", "");
      trays += SOLVED.links().of(tray).orElseThrow().outBytesPerS();
    }
    assertThat(trays).isEqualTo(all.outBytesPerS(), within(1e-6 * trays));
  }

  @Test
  void aLineReadFromItsOtherEndHasItsDirectionsExchanged() {
    int wiring = scaleUp(RACK);
    LinkLoad there =
        SOLVED.links().of(new LinkLine("", wiring, "compute[3]", "fabric[2]")).orElseThrow();
    LinkLoad back =
        SOLVED.links().of(new LinkLine("", wiring, "fabric[2]", "compute[3]")).orElseThrow();
    assertThat(there.reversed()).isEqualTo(back);
    assertThat(there.links()).isEqualTo(4 * 2);
  }

  @Test
  void whatHasFailedCarriesNothingAndIsNotCounted() {
    Design broken =
        SampleAnalysis.edited(RACK, new Edit.SetFault("default", "fabric[2].switch[0]", true));
    int wiring = scaleUp(broken);
    Analysis solved = SampleAnalysis.full(broken, "default");
    LinkLoad left =
        solved.links().of(new LinkLine("", wiring, "compute[3]", "fabric[2]")).orElseThrow();
    assertThat(left.links()).isEqualTo(4);
  }

  @Test
  void aWiringOfAnotherFabricHasNoAnswer() {
    var wirings = RACK.assemblies().get(RACK.root()).wirings();
    for (int i = 0; i < wirings.size(); i++) {
      if (wirings.get(i).fabric() == Fabric.POWER) {
        assertThat(SOLVED.links().of(LinkLine.all("", i))).isEmpty();
      }
    }
    assertThat(SOLVED.links().of(LinkLine.all("no[0].such[1]", 0))).isEmpty();
    assertThat(SOLVED.networks().get(Fabric.SCALE_UP)).isInstanceOf(Outcome.Solved.class);
  }

  @Test
  void theOverlayOfUtilisationTellsOfEveryFabric() {
    Design rails = SampleAnalysis.design("h100-rail-1024");
    Analysis solved = SampleAnalysis.full(rails, rails.scenarios().keySet().iterator().next());
    OverlayValues overlay = solved.overlay(Overlay.UTILISATION).orElseThrow();
    assertThat(overlay.at("spine[0]")).as("scale-out").isPresent();
    assertThat(overlay.at("unit[0].rack[0].node[0].nvswitch[0]")).as("scale-up").isPresent();
  }
}
