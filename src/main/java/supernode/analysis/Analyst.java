package supernode.analysis;

import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import supernode.catalog.Catalog;
import supernode.design.Design;
import supernode.design.Scenario;
import supernode.solve.Outcome;
import supernode.topology.Expansion;
import supernode.topology.SystemModel;

/** Answers everything about a design under a scenario. Safe to call from one thread at a time. */
public final class Analyst {
  private final Catalog catalog;

  public Analyst(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * All tiers.
   *
   * @param scenario name of a scenario of the design
   * @param cancelled asked now and then; when true, what is returned is of no interest
   */
  public Analysis full(Design design, String scenario, BooleanSupplier cancelled) {
    long start = System.nanoTime();
    Scenario conditions = design.scenarios().get(scenario);
    Outcome<SystemModel> model = unroll(design, conditions);
    return new Analysis(
        design,
        scenario,
        true,
        model,
        List.of(),
        Map.of(),
        Outcome.notApplicable("analysis.notYet"),
        Outcome.notApplicable("analysis.notYet"),
        List.of(),
        System.nanoTime() - start);
  }

  private Outcome<SystemModel> unroll(Design design, Scenario conditions) {
    try {
      return Outcome.solved(Expansion.of(design, design.library(catalog), conditions));
    } catch (Expansion.TooLarge e) {
      return Outcome.notApplicable("analysis.tooLarge", e.wanted(), e.bound());
    }
  }
}
