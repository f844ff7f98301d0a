package supernode.analysis.loop;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntToDoubleFunction;
import supernode.analysis.CoolingAnswer;
import supernode.design.Ambient;
import supernode.design.Fabric;
import supernode.solve.Outcome;
import supernode.solve.cooling.CoolingSolution;
import supernode.solve.cooling.CoolingSolver;
import supernode.topology.SystemModel;

/** Solves the coolant loop of a model, starting from its last solution. */
public final class CoolingStage {
  private Optional<CoolingSolution> last = Optional.empty();

  /**
   * @param powerW what each part draws, by instance
   */
  public Outcome<CoolingAnswer> solve(
      SystemModel model, IntToDoubleFunction powerW, Ambient ambient, BooleanSupplier cancelled) {
    if (model.links().stream().noneMatch(l -> l.fabric() == Fabric.LOOP)) {
      return Outcome.notApplicable("analysis.noLoop");
    }
    LoopProblem problem = new LoopProblem(model, powerW, ambient);
    if (cancelled.getAsBoolean()) {
      throw new java.util.concurrent.CancellationException();
    }
    Outcome<CoolingSolution> solved = CoolingSolver.solve(problem.problem(), last);
    last = solved.asOptional().or(() -> last);
    return solved.map(s -> new LoopAnswer(model, problem, s, ambient).answer());
  }
}
