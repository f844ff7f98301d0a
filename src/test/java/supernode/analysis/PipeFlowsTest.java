package supernode.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import supernode.design.Assembly;
import supernode.design.Design;
import supernode.design.Fabric;

class PipeFlowsTest {
  private static final Design RACK = SampleAnalysis.design("gb200-nvl72");
  private static final Analysis SOLVED = SampleAnalysis.full(RACK, "default");
  private static final CoolingAnswer COOLING = SOLVED.cooling().asOptional().orElseThrow();

  private static int wiring(String assembly, String name) {
    Assembly a = RACK.assemblies().get(assembly);
    for (int i = 0; i < a.wirings().size(); i++) {
      if (a.wirings().get(i).name().equals(name) && a.wirings().get(i).fabric() == Fabric.LOOP) {
        return i;
      }
    }
    throw new AssertionError(name);
  }

  private static double flow(LinkLine line) {
    return SOLVED.pipes().of(line).orElseThrow().flowM3S();
  }

  @Test
  void whatEntersATrayLeavesIt() {
    int supply = wiring("compute-tray", "GPU plate supply");
    int back = wiring("compute-tray", "GPU plate return");
    PipeFlow in = SOLVED.pipes().of(LinkLine.all("compute[3]", supply)).orElseThrow();
    PipeFlow out = SOLVED.pipes().of(LinkLine.all("compute[3]", back)).orElseThrow();
    assertThat(in.hoses()).isEqualTo(4);
    // The same mass; warmed, it takes a little more room.
    assertThat(out.flowM3S() / in.flowM3S()).isBetween(1.0, 1.01);
    assertThat(out.inletC()).isGreaterThan(in.outletC());
    assertThat(in.pressures().orElseThrow().inletPa())
        .isGreaterThan(out.pressures().orElseThrow().inletPa());
  }

  @Test
  void aPipeReadFromItsOtherEndRunsTheOtherWay() {
    int supply = wiring("compute-tray", "GPU plate supply");
    double there = flow(new LinkLine("compute[0]", supply, "distributor[0]", "plate[2]"));
    double back = flow(new LinkLine("compute[0]", supply, "plate[2]", "distributor[0]"));
    assertThat(there).isPositive();
    assertThat(back).isEqualTo(-there);
    assertThat(flow(new LinkLine("compute[0]", supply, "plate[2]", ""))).isEqualTo(-there);
    assertThat(COOLING.detail().parts())
        .filteredOn(p -> p.place().equals("compute[0].plate[2]"))
        .singleElement()
        .satisfies(p -> assertThat(p.flowM3S()).isEqualTo(there, within(0.01 * there)));
  }

  @Test
  void thicknessIsMeasuredByTheLargestFlowOfLikeAssemblies() {
    double most = SOLVED.pipes().mostM3S("");
    Assembly root = RACK.assemblies().get(RACK.root());
    double largest = 0;
    for (int i = 0; i < root.wirings().size(); i++) {
      PipeFlow f = SOLVED.pipes().of(LinkLine.all("", i)).orElse(null);
      largest = Math.max(largest, f == null ? 0 : Math.abs(f.flowM3S()));
    }
    assertThat(most).isEqualTo(largest, within(1e-9 * largest));
    assertThat(SOLVED.pipes().mostM3S("compute[0]"))
        .isEqualTo(SOLVED.pipes().mostM3S("compute[17]"))
        .isLessThan(most / 10);
  }

  @Test
  void whatIsNoPipeHasNone() {
    assertThat(SOLVED.pipes().of(LinkLine.all("no[0].such[0]", 0))).isEmpty();
    assertThat(SOLVED.pipes().mostM3S("no[0]")).isZero();
  }
}
