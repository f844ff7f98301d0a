package supernode.analysis.loop;

import java.util.function.BooleanSupplier;
import java.util.function.IntToDoubleFunction;
import supernode.analysis.CoolingAnswer;
import supernode.design.Ambient;
import supernode.solve.Outcome;
import supernode.topology.SystemModel;

/** Solves the coolant loop of a model. */
public final class CoolingStage {
  public Outcome<CoolingAnswer> solve(
      SystemModel model, IntToDoubleFunction powerW, Ambient ambient, BooleanSupplier cancelled) {
    return Outcome.notApplicable("analysis.noLoop");
  }
}
