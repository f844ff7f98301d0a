package supernode.analysis;

import java.util.function.BooleanSupplier;
import supernode.analysis.loop.Incident;
import supernode.analysis.loop.LoopRun;
import supernode.design.Scenario;
import supernode.solve.Outcome;
import supernode.topology.SystemModel;

/** Runs a loop over time; asked for and never part of an edit's answer. */
public final class Transients {
  private Transients() {}

  /**
   * What an incident does to the loop of an analysed design, under the scenario's surroundings.
   *
   * @param cancelled asked now and then; when true what is returned is of no interest
   */
  public static Outcome<TransientAnswer> run(
      Analysis analysis, Incident incident, double durationS, BooleanSupplier cancelled) {
    SystemModel model = analysis.model().asOptional().orElse(null);
    if (model == null) {
      return new Outcome.NotApplicable<>(analysis.model().whyNot().orElseThrow());
    }
    Scenario scenario =
        analysis.design().scenarios().getOrDefault(analysis.scenario(), Scenario.DEFAULT);
    Loads loads = new Loads(model);
    return LoopRun.of(model, loads::heatW, scenario.ambient(), incident, durationS, cancelled);
  }
}
