package supernode.analysis.workload;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import supernode.analysis.DrawnFailures;
import supernode.solve.reliability.Checkpointing;
import supernode.solve.reliability.GoodputSimulation;

/**
 * What failures leave of a job's speed.
 *
 * @param intervalS work between checkpoints
 * @param drawn where the rate comes from; empty where the job gives it
 * @param upperBound whether failures come oftener: some parts have no public rate
 */
public record Uptime(
    Checkpointing checkpointing,
    double intervalS,
    GoodputSimulation simulated,
    Optional<DrawnFailures> drawn,
    boolean upperBound) {
  private static final int RUNS = 200;
  private static final int INTERVALS = 1000;

  /** As a job asks for it under "reliability"; empty where it does not. */
  static Optional<Uptime> of(JobFields job, Machine machine) {
    if (!job.has("reliability")) {
      return Optional.empty();
    }
    JobFields r =
        job.object("reliability")
            .only(
                "mtbfHours",
                "checkpointSeconds",
                "stallSeconds",
                "restartSeconds",
                "intervalSeconds",
                "seed");
    Optional<DrawnFailures> drawn =
        r.has("mtbfHours")
            ? Optional.empty()
            : machine.failures().filter(f -> f.rate().perHour() > 0);
    if (drawn.isEmpty() && !r.has("mtbfHours")) {
      throw r.bad("job.noRates");
    }
    double hours =
        drawn.map(f -> f.rate().mtbfHours()).orElseGet(() -> r.number("mtbfHours", 1e-6, 1e9));
    // Of an asynchronous checkpoint only the pause counts.
    double stall =
        r.has("stallSeconds")
            ? r.number("stallSeconds", 0, 1e6)
            : r.number("checkpointSeconds", 0, 1e6);
    Checkpointing c =
        new Checkpointing(stall, r.number("restartSeconds", 0, 1e6, 300), hours * 3600);
    double interval = r.number("intervalSeconds", 1e-3, 1e9, Math.max(1, c.dalyS()));
    GoodputSimulation simulated =
        GoodputSimulation.of(
            c, interval, INTERVALS * interval, RUNS, r.whole("seed", 0, Long.MAX_VALUE / 2, 1));
    return Optional.of(
        new Uptime(c, interval, simulated, drawn, drawn.filter(f -> f.unknown() > 0).isPresent()));
  }

  /** Of the first workload that asks for it; empty where none does. */
  public static Optional<Uptime> first(List<Workloads.Answered> workloads) {
    return workloads.stream()
        .flatMap(w -> w.answer().asOptional().stream())
        .flatMap(a -> a instanceof TrainingAnswer t ? t.uptime().stream() : Stream.empty())
        .findFirst();
  }

  /** Checkpoints as far apart as Daly says. */
  public static Uptime of(Checkpointing c, boolean upperBound) {
    double interval = Math.max(1, c.dalyS());
    return new Uptime(
        c,
        interval,
        GoodputSimulation.of(c, interval, INTERVALS * interval, RUNS, 1),
        Optional.empty(),
        upperBound);
  }

  public double goodput() {
    return checkpointing.goodput(intervalS);
  }
}
