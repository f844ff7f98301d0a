package supernode.solve.cooling.dynamic;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** A run: temperatures, flows and speeds over time, by the indices of the problem's lists. */
public final class TransientSolution {
  /**
   * Everything at one time.
   *
   * @param hbmC that of the plate where a chip has no memory
   * @param powerShare of each chip
   * @param flowM3S through each pump
   * @param cellC of the coolant in each link, before an exchanger
   * @param linkM3S through each link of the problem
   */
  record Sample(
      double timeS,
      double[] dieC,
      double[] hbmC,
      double[] plateC,
      double[] powerShare,
      double[] supplyC,
      double[] returnC,
      double[] primaryC,
      double[] dutyW,
      double[] flowM3S,
      double[] cellC,
      double[] linkM3S) {}

  private final TransientProblem problem;
  private final List<Sample> samples;
  private final List<TransientEvent> events;
  private final TransientBalance balance;
  private final Effort effort;

  /** How hard it was: steps taken, steps refused, solutions of the flow. */
  public record Effort(int steps, int refused, int flows) {}

  TransientSolution(
      TransientProblem problem,
      List<Sample> samples,
      List<TransientEvent> events,
      TransientBalance balance,
      Effort effort) {
    this.problem = problem;
    this.samples = List.copyOf(samples);
    this.events = List.copyOf(events);
    this.balance = balance;
    this.effort = effort;
  }

  public TransientProblem problem() {
    return problem;
  }

  /** What happened, in order of time. */
  public List<TransientEvent> events() {
    return events;
  }

  public TransientBalance balance() {
    return balance;
  }

  public Effort effort() {
    return effort;
  }

  /** Times of all series, rising from 0. */
  public double[] timeS() {
    return series(Sample::timeS);
  }

  public double[] dieC(int chip) {
    return series(s -> s.dieC()[chip]);
  }

  public double[] hbmC(int chip) {
    return series(s -> s.hbmC()[chip]);
  }

  public double[] plateC(int chip) {
    return series(s -> s.plateC()[chip]);
  }

  /** Share of its power that a chip takes. */
  public double[] powerShare(int chip) {
    return series(s -> s.powerShare()[chip]);
  }

  public double[] supplyC(int cdu) {
    return series(s -> s.supplyC()[cdu]);
  }

  public double[] returnC(int cdu) {
    return series(s -> s.returnC()[cdu]);
  }

  /** Facility water before a unit, or in it where it stands. */
  public double[] primaryC(int cdu) {
    return series(s -> s.primaryC()[cdu]);
  }

  public double[] dutyW(int cdu) {
    return series(s -> s.dutyW()[cdu]);
  }

  public double[] flowM3S(int pump) {
    return series(s -> s.flowM3S()[pump]);
  }

  /** Coolant in a link: where it leaves, but before the exchanger of a unit. */
  public double[] coolantC(int link) {
    return series(s -> s.cellC()[link]);
  }

  /** The sample at a time or the last before it. */
  public int sampleAt(double seconds) {
    int low = 0;
    int high = samples.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) / 2;
      if (samples.get(middle).timeS() <= seconds) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** Flow through a link at a sample. */
  public double linkM3S(int sample, int link) {
    return samples.get(sample).linkM3S()[link];
  }

  /** As {@link #coolantC(int)}, at a sample. */
  public double coolantC(int sample, int link) {
    return samples.get(sample).cellC()[link];
  }

  private double[] series(ToDoubleFunction<Sample> value) {
    return samples.stream().mapToDouble(value).toArray();
  }

  /** When the first chip gives way; empty when none does. */
  public OptionalDouble timeToThrottleS() {
    return first(TransientEvent.Kind.THROTTLED);
  }

  /** When the first chip switches off; empty when none does. */
  public OptionalDouble timeToTripS() {
    return first(TransientEvent.Kind.TRIPPED);
  }

  private OptionalDouble first(TransientEvent.Kind kind) {
    return events.stream()
        .filter(e -> e.kind() == kind)
        .mapToDouble(TransientEvent::timeS)
        .findFirst();
  }
}
