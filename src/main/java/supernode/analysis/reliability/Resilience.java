package supernode.analysis.reliability;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import supernode.analysis.Analysis;
import supernode.analysis.FailureRates;
import supernode.analysis.Finding;
import supernode.analysis.Result;
import supernode.analysis.workload.Uptime;
import supernode.analysis.workload.Workloads;
import supernode.catalog.PartKind;
import supernode.quantity.Text;
import supernode.solve.Outcome;
import supernode.solve.reliability.Checkpointing;
import supernode.solve.reliability.FailureRate;
import supernode.solve.reliability.RepairShop;
import supernode.topology.Instance;
import supernode.topology.SystemModel;

/**
 * What a drawing stands to lose: for every kind of part and link what goes down with one of it, how
 * often that happens, and what is left of fabrics that have a plane to spare. Worked out when asked
 * for.
 *
 * @param counted kind of part that stops or goes on: accelerators, or in a drawing without any its
 *     processors, else its adapters
 * @param accelerators that are up, or what is counted in their place
 * @param domain accelerators of a scale-up domain
 * @param losses worst first
 * @param planes fabrics of several planes with one of them lost
 * @param spares accelerators that the drawing keeps in reserve
 * @param skipped classes that were not looked at: the drawing has too many that differ
 */
public record Resilience(
    PartKind counted,
    int accelerators,
    int domain,
    List<PartLoss> losses,
    List<PlaneLoss> planes,
    int spares,
    int skipped) {
  private static final List<PartKind> COUNTED =
      List.of(PartKind.ACCELERATOR, PartKind.CPU, PartKind.NIC);

  public Resilience {
    losses = List.copyOf(losses);
    planes = List.copyOf(planes);
  }

  /**
   * Looks at a full analysis.
   *
   * @throws java.util.concurrent.CancellationException when cancelled
   */
  public static Outcome<Resilience> of(Analysis analysis, BooleanSupplier cancelled) {
    return analysis
        .model()
        .flatMap(model ->
            COUNTED.stream()
                .filter(kind -> up(model, kind).findAny().isPresent())
                .findFirst()
                .map(kind ->
                    Outcome.solved(new Losses(analysis, model, kind, cancelled).resilience()))
                .orElseGet(() -> Outcome.notApplicable("workload.noChips")));
  }

  /** With what the training jobs of the scenario make of a lost plane. */
  public Resilience with(List<Workloads.Answered> workloads) {
    List<PlaneLoss> told = planes.stream().map(p -> p.with(workloads)).toList();
    return new Resilience(counted, accelerators, domain, losses, told, spares, skipped);
  }

  static Stream<Instance> up(SystemModel model, PartKind kind) {
    return model.instances().stream().filter(i -> i.part().kind() == kind && !i.failed());
  }

  /** What is counted, by its name. */
  public Text countedName() {
    return Text.of("reliability.counted." + counted.name().toLowerCase(Locale.ROOT));
  }

  /** Kinds of part and link whose loss takes more than their own chip with it, worst first. */
  public List<PartLoss> singlePoints() {
    return losses.stream().filter(PartLoss::isSinglePoint).toList();
  }

  /** Failures of all parts that have a rate. */
  public FailureRate any() {
    return rate(_ -> true);
  }

  /** Those that stop a job on all accelerators but the spares. */
  public FailureRate stopping() {
    return FailureRate.ofFit(
        losses.stream().filter(PartLoss::stopsJob).mapToDouble(l -> l.fitOfAll() * hits(l)).sum());
  }

  /** How often a loss meets a part in use; one that stops more than are in reserve always does. */
  double hits(PartLoss l) {
    return l.stopped() <= spares ? 1 - (double) spares / accelerators : 1;
  }

  /** Whether the counted parts are what a job runs on. */
  private boolean carriesJobs() {
    return counted == PartKind.ACCELERATOR;
  }

  /** Parts that count by what was published of their kind elsewhere. */
  public long estimated() {
    return losses.stream()
        .filter(l -> l.rate().filter(FailureRates.Rate::estimated).isPresent())
        .mapToLong(PartLoss::count)
        .sum();
  }

  /** Whether true times between failures are shorter than told: some parts have no rate. */
  public boolean isUpperBound() {
    return unknown() > 0;
  }

  /** Those that leave a job running, with less bandwidth or less to spare. */
  public FailureRate degrading() {
    return rate(l -> !l.stopsJob());
  }

  FailureRate rate(Predicate<PartLoss> of) {
    return FailureRate.ofFit(losses.stream().filter(of).mapToDouble(PartLoss::fitOfAll).sum());
  }

  /** Parts and links without a public rate of failure, nor one of their kind. */
  public long unknown() {
    return losses.stream().filter(l -> l.rate().isEmpty()).mapToLong(PartLoss::count).sum();
  }

  /** Of a job on all accelerators that saves its work; empty where no rate is public. */
  public Optional<Uptime> uptime() {
    return Optional.of(stopping())
        .filter(r -> r.perHour() > 0 && carriesJobs())
        .map(r ->
            Uptime.of(
                new Checkpointing(
                    Assumptions.CHECKPOINT.value(),
                    Assumptions.RESTART.value(),
                    r.mtbfHours() * 3600),
                isUpperBound()));
  }

  /** Accelerators in use, spares and crews; empty where no rate is public. */
  public Optional<RepairShop> repairShop() {
    return Optional.of(stopping())
        .filter(r -> r.perHour() > 0 && carriesJobs() && accelerators > spares)
        .map(r ->
            new RepairShop(
                accelerators - spares,
                spares,
                new FailureRate(r.perHour() / (accelerators - spares)),
                Assumptions.REPAIR.value() / 3600,
                (int) Assumptions.CREWS.value()));
  }

  public List<Result> results() {
    return new ResilienceResults(this).all();
  }

  public List<Finding> findings() {
    return SinglePointFindings.of(this);
  }
}
