package supernode.analysis.loop;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntToDoubleFunction;
import supernode.analysis.CoolingAnswer;
import supernode.design.Ambient;
import supernode.design.Fabric;
import supernode.solve.Outcome;
import supernode.solve.cooling.CoolingSolution;
import supernode.solve.cooling.LoopSolver;
import supernode.solve.cooling.LoopsSolution;
import supernode.topology.SystemModel;

/** Solves the coolant loop of a model, starting from its last solution. */
public final class CoolingStage {
  private Optional<LoopsSolution> last = Optional.empty();

  /**
   * @param powerW what each part draws, by instance
   */
  public Outcome<CoolingAnswer> solve(
      SystemModel model, IntToDoubleFunction powerW, Ambient ambient, BooleanSupplier cancelled) {
    if (model.links(Fabric.LOOP).isEmpty()) {
      return Outcome.notApplicable("analysis.noLoop");
    }
    LoopProblem problem = new LoopProblem(model, powerW, ambient);
    if (cancelled.getAsBoolean()) {
      throw new java.util.concurrent.CancellationException();
    }
    LoopsSolution solved = LoopSolver.solve(problem.system(), last);
    if (solved.solved().isEmpty() && solved.loops() > 0) {
      return solved.outcome(0).map(CoolingStage::none);
    }
    last = Optional.of(solved);
    return Outcome.solved(new LoopAnswer(model, problem, solved, ambient).answer());
  }

  private static CoolingAnswer none(CoolingSolution solution) {
    throw new IllegalStateException("a solved loop has an answer: " + solution.rounds());
  }
}
