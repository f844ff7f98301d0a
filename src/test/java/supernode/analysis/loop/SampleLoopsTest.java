package supernode.analysis.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import supernode.analysis.SampleAnalysis;
import supernode.catalog.Property;
import supernode.design.Design;
import supernode.design.Fabric;
import supernode.design.Scenario;
import supernode.solve.cooling.CoolingSolution;
import supernode.solve.cooling.LoopSolver;
import supernode.solve.cooling.LoopsSolution;
import supernode.solve.cooling.hydraulic.HydraulicLink;
import supernode.store.Samples;
import supernode.topology.Expansion;
import supernode.topology.SystemModel;

/** Every loop of every sample keeps its energy to 1e-9 and its mass to 1e-12 m3/s. */
class SampleLoopsTest {
  static List<String> names() {
    return Samples.NAMES;
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyLoopKeepsEnergyAndMass(String name) {
    Design design = SampleAnalysis.design(name);
    for (Scenario scenario : design.scenarios().values()) {
      SystemModel model = Expansion.of(design, design.library(SampleAnalysis.CATALOG), scenario);
      if (model.links().stream().noneMatch(l -> l.fabric() == Fabric.LOOP)) {
        continue;
      }
      LoopProblem problem =
          new LoopProblem(
              model,
              i -> model.instances().get(i).values().get(Property.POWER_W, 0),
              scenario.ambient());
      LoopsSolution solution = LoopSolver.solve(problem.system(), Optional.empty());
      for (int loop = 0; loop < solution.loops(); loop++) {
        assertThat(solution.outcome(loop).whyNot()).isEmpty();
      }
      for (CoolingSolution s : solution.solved()) {
        assertThat(Math.abs(s.balance().relativeResidual())).as(name).isLessThan(1e-9);
        assertThat(largestImbalanceM3S(s)).as(name).isLessThan(1e-12);
      }
    }
  }

  /** Over the nodes where nothing enters or leaves; in volumes of the densest fluid. */
  private static double largestImbalanceM3S(CoolingSolution s) {
    int n = s.problem().network().nodes().size();
    double[] left = new double[n];
    double density = 0;
    for (int k = 0; k < s.problem().network().links().size(); k++) {
      HydraulicLink link = s.problem().network().links().get(k);
      left[link.from()] -= s.flow().totalMassFlowKgS(k);
      left[link.to()] += s.flow().totalMassFlowKgS(k);
      density = Math.max(density, s.flow().densityKgM3(k));
    }
    double largest = 0;
    for (int v = 0; v < n; v++) {
      largest = Math.max(largest, Math.abs(left[v] + s.flow().inflowKgS(v)));
    }
    return largest / density;
  }
}
