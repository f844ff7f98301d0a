package supernode.analysis.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import supernode.solve.network.collective.Mode;
import supernode.solve.workload.machine.Fleet;
import supernode.solve.workload.machine.GroupTimes;
import supernode.solve.workload.train.MemoryParts;
import supernode.solve.workload.train.Strategy;
import supernode.solve.workload.train.StrategyCheck;
import supernode.solve.workload.train.TrainingJob;
import supernode.solve.workload.train.TrainingStep;

/**
 * A training job on fewer and on more of the same chips: replicas are taken away and added, all
 * else of the strategy stays. Domains and links are those of the machine; where they are drawn, the
 * chips that are left over are as busy, and there are no more than are drawn.
 *
 * @param fixed with the sequences of a step that the job has
 * @param growing with as many sequences for each replica as the job has
 */
public record Scaling(List<Point> fixed, List<Point> growing) {
  private static final int HALVINGS = 7;
  private static final int DOUBLINGS = 4;
  private static final long MOST_CHIPS = 10_000_000;

  /** Tokens per second on so many chips, as a bound and calibrated. */
  public record Point(int chips, double bound, double calibrated) {}

  public Scaling {
    fixed = List.copyOf(fixed);
    growing = List.copyOf(growing);
  }

  /**
   * Times the job on other numbers of chips, where the strategy divides and fits.
   *
   * @throws CancellationException when cancelled
   */
  public static Scaling of(TrainingAnswer answer, BooleanSupplier cancelled) {
    Strategy s = answer.calibrated().strategy();
    List<Point> fixed = new ArrayList<>();
    List<Point> growing = new ArrayList<>();
    int least = s.dp();
    for (int i = 0; i < HALVINGS && least % 2 == 0; i++) {
      least /= 2;
    }
    long most = (long) s.dp() << DOUBLINGS;
    for (long dp = least; dp <= most && dp * s.tp() * s.pp() * s.cp() <= MOST_CHIPS; dp *= 2) {
      if (cancelled.getAsBoolean()) {
        throw new CancellationException();
      }
      Strategy at = s.replicated((int) dp);
      add(fixed, answer, answer.job(), at);
      TrainingJob job = answer.job();
      double batch = (double) job.batch() / s.dp() * dp;
      if (batch == Math.rint(batch) && batch >= 1) {
        add(growing, answer, job.withBatch((long) batch), at);
      }
    }
    return new Scaling(fixed, growing);
  }

  private static void add(List<Point> to, TrainingAnswer answer, TrainingJob job, Strategy s) {
    Fleet fleet = answer.machine().fleet();
    int chips = (int) s.chips();
    boolean even = chips <= fleet.domainSize() || chips % fleet.domainSize() == 0;
    boolean joined = chips <= fleet.domainSize() || fleet.count() > fleet.domainSize();
    boolean drawn = chips <= fleet.count() || fleet.drawn().isEmpty();
    if (!even
        || !joined
        || !drawn
        || StrategyCheck.of(job, s, chips).isPresent()
        || MemoryParts.of(job, s).total() > fleet.chip().memoryBytes()) {
      return;
    }
    Fleet other = fleet.withCount(chips);
    to.add(
        new Point(
            chips,
            tokens(job, new GroupTimes(other, Mode.BOUND), s),
            tokens(job, new GroupTimes(other, Mode.CALIBRATED), s)));
  }

  private static double tokens(TrainingJob job, GroupTimes times, Strategy s) {
    return new TrainingStep(job, times).evaluate(s).tokensPerSecond();
  }
}
