package supernode.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import supernode.analysis.loop.LoopNetwork;
import supernode.app.inp.InpFlow;
import supernode.app.inp.LoopExport;
import supernode.design.Design;
import supernode.interop.epanet.InpReader;
import supernode.solve.cooling.fluid.Fluid;
import supernode.solve.cooling.hydraulic.HydraulicNetwork;
import supernode.solve.cooling.hydraulic.HydraulicSolution;
import supernode.solve.cooling.hydraulic.HydraulicSolver;
import supernode.store.DesignReader;
import supernode.topology.Expansion;

class ConvertCommandTest {
  private static final String SAMPLE = "sample-designs/gb200-nvl72.supernode.json";

  @TempDir private Path folder;

  @Test
  void theLoopOfADesignFlowsTheSameThroughTheFile() {
    Path file = folder.resolve("loop.inp");
    Said said = Said.to("convert", SAMPLE, file.toString(), "--lang", "en");
    assertThat(said.code()).as(said.err()).isZero();
    assertThat(said.err()).contains("straight lines", "one temperature");

    InpFlow flow = InpFlow.of(InpReader.read(file), false);
    HydraulicNetwork loop = loop();
    HydraulicSolution own =
        HydraulicSolver.solve(
                loop, Fluid.PG25.density(LoopExport.AT_C), Fluid.PG25.viscosity(LoopExport.AT_C))
            .asOptional()
            .orElseThrow();
    // Straight lines between forty points lose less than a percent.
    for (int k = 0; k < loop.links().size(); k++) {
      double there = flow.links().get("L" + (k + 1)).flowM3S().orElseThrow();
      if (Math.abs(own.flowM3S(k)) > 1e-7) {
        assertThat(there)
            .as(loop.links().get(k).label())
            .isCloseTo(own.flowM3S(k), withinPercentage(1));
      }
    }
  }

  private static HydraulicNetwork loop() {
    Design design = DesignReader.read(Path.of(SAMPLE), Inputs.catalog()).design();
    return LoopNetwork.of(
        Expansion.of(
            design,
            design.library(Inputs.catalog()),
            design.scenarios().get(Design.DEFAULT_SCENARIO)));
  }

  @Test
  void otherKindsAreRefused() {
    Said said = Said.to("convert", SAMPLE, folder.resolve("loop.xlsx").toString());
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).contains("loop.xlsx");
    assertThat(Files.exists(folder.resolve("loop.xlsx"))).isFalse();
  }
}
