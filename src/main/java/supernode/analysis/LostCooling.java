package supernode.analysis;

import java.util.Set;
import java.util.function.BooleanSupplier;
import supernode.analysis.loop.CoolingStage;
import supernode.design.Scenario;
import supernode.solve.Outcome;
import supernode.topology.Expansion;
import supernode.topology.SystemModel;

/** Whether the rest of a loop cools enough when a pump or a unit beside others is lost. */
public final class LostCooling {
  private LostCooling() {}

  /**
   * Chips that get too hot, that did not before, with one more part failed.
   *
   * @param place of the part
   */
  public static Outcome<Long> tooHot(Analysis analysis, String place, BooleanSupplier cancelled) {
    Scenario now =
        analysis.design().scenarios().getOrDefault(analysis.scenario(), Scenario.DEFAULT);
    long before = analysis.cooling().asOptional().map(LostCooling::hot).orElse(0L);
    return analysis
        .model()
        .flatMap(model -> {
          SystemModel without = Expansion.under(model, Scenario.DEFAULT.withFaults(Set.of(place)));
          Loads loads = new Loads(without);
          return new CoolingStage().solve(without, loads::heatW, now.ambient(), cancelled);
        })
        .map(c -> Math.max(0, hot(c) - before));
  }

  private static long hot(CoolingAnswer cooled) {
    return cooled.chips().stream().filter(c -> c.junctionC() > c.limitC()).count();
  }
}
