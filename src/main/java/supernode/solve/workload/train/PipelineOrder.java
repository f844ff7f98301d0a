package supernode.solve.workload.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The passes of a pipeline, each begun as soon as what it needs is there and its turn has come. */
final class PipelineOrder {
  private final int stages;
  private final int chunks;
  private final int microbatches;
  private final StepWork work;

  /** When a pass ended, by stage, chunk and microbatch; NaN until then. */
  private final double[][] forwardEnd;

  private final double[][] backwardEnd;

  /**
   * @param chunks of layers that a stage has
   */
  PipelineOrder(int stages, int chunks, StepWork work) {
    this.stages = stages;
    this.chunks = chunks;
    this.work = work;
    microbatches = (int) work.microbatches();
    forwardEnd = new double[stages][chunks * microbatches];
    backwardEnd = new double[stages][chunks * microbatches];
    for (int s = 0; s < stages; s++) {
      Arrays.fill(forwardEnd[s], Double.NaN);
      Arrays.fill(backwardEnd[s], Double.NaN);
    }
  }

  List<List<StepTimeline.Piece>> stages() {
    List<List<StepTimeline.Piece>> told = new ArrayList<>();
    for (int s = 0; s < stages; s++) {
      told.add(new ArrayList<>());
    }
    int all = chunks * microbatches;
    int[] next = new int[stages];
    double[] free = new double[stages];
    boolean moved = true;
    while (moved) {
      moved = false;
      for (int s = stages - 1; s >= 0; s--) {
        while (next[s] < 2 * all) {
          int turn = turn(s, next[s], all);
          double ready = turn >= 0 ? forwardReady(s, turn) : backwardReady(s, ~turn);
          if (Double.isNaN(ready)) {
            break;
          }
          free[s] = run(s, turn, Math.max(ready, free[s]), told.get(s));
          next[s]++;
          moved = true;
        }
      }
    }
    return told;
  }

  /** The n-th pass of a stage: a forward one, or a backward one as its complement. */
  private int turn(int stage, int n, int all) {
    int ahead =
        chunks == 1
            ? Math.min(all, stages - stage - 1)
            : Math.min(all, 2 * (stages - stage - 1) + (chunks - 1) * stages);
    if (n < ahead) {
      return n;
    }
    int steady = n - ahead;
    if (steady < 2 * (all - ahead)) {
      return steady % 2 == 0 ? ahead + steady / 2 : ~(steady / 2);
    }
    return ~(n - all);
  }

  /** Which chunk the n-th pass in one direction is of. */
  private int chunk(int n, boolean forward) {
    int at = n % (stages * chunks) / stages;
    return forward ? at : chunks - 1 - at;
  }

  private int microbatch(int n) {
    return n / (stages * chunks) * stages + n % stages;
  }

  private double forwardReady(int stage, int n) {
    int chunk = chunk(n, true);
    int m = microbatch(n);
    if (stage > 0) {
      return forwardEnd[stage - 1][chunk * microbatches + m];
    }
    return chunk == 0 ? 0 : forwardEnd[stages - 1][(chunk - 1) * microbatches + m];
  }

  private double backwardReady(int stage, int n) {
    int chunk = chunk(n, false);
    int m = microbatch(n);
    if (stage < stages - 1) {
      return backwardEnd[stage + 1][chunk * microbatches + m];
    }
    return chunk == chunks - 1
        ? forwardEnd[stage][chunk * microbatches + m]
        : backwardEnd[0][(chunk + 1) * microbatches + m];
  }

  private double run(int stage, int turn, double from, List<StepTimeline.Piece> told) {
    boolean forward = turn >= 0;
    int n = forward ? turn : ~turn;
    int chunk = chunk(n, forward);
    boolean head = stage == stages - 1 && chunk == chunks - 1;
    double compute =
        (forward ? work.forward() : work.backward()) / chunks
            + (head ? forward ? work.headForward() : work.headBackward() : 0);
    double exchange = (forward ? work.exchangeForward() : work.exchangeBackward()) / chunks;
    double passes = work.forward() + work.backward();
    double hidden = work.hidden() / chunks * (forward ? work.forward() : work.backward()) / passes;
    StepTimeline.Kind kind = forward ? StepTimeline.Kind.FORWARD : StepTimeline.Kind.BACKWARD;
    told.add(new StepTimeline.Piece(kind, from, from + compute));
    if (hidden > 0) {
      told.add(
          new StepTimeline.Piece(StepTimeline.Kind.HIDDEN, from, from + Math.min(compute, hidden)));
    }
    double end = from + compute + exchange;
    if (exchange > 0) {
      told.add(new StepTimeline.Piece(StepTimeline.Kind.EXCHANGE, from + compute, end));
    }
    (forward ? forwardEnd : backwardEnd)[stage][chunk * microbatches + microbatch(n)] = end;
    return end;
  }
}
