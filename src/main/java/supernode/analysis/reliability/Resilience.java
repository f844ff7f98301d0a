package supernode.analysis.reliability;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import supernode.analysis.Analysis;
import supernode.analysis.Finding;
import supernode.analysis.Result;
import supernode.analysis.workload.Uptime;
import supernode.analysis.workload.Workloads;
import supernode.catalog.PartKind;
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
 * @param accelerators that are up
 * @param domain accelerators of a scale-up domain
 * @param losses worst first
 * @param planes fabrics of several planes with one of them lost
 * @param spares accelerators that the drawing keeps in reserve
 * @param skipped classes that were not looked at: the drawing has too many that differ
 */
public record Resilience(
    int accelerators,
    int domain,
    List<PartLoss> losses,
    List<PlaneLoss> planes,
    int spares,
    int skipped) {
  public Resilience {
    losses = List.copyOf(losses);
    planes = List.copyOf(planes);
  }

  /**
   * Looks at a full analysis.
   *
   * @param workloads answered for its scenario
   * @throws java.util.concurrent.CancellationException when cancelled
   */
  public static Outcome<Resilience> of(
      Analysis analysis, List<Workloads.Answered> workloads, BooleanSupplier cancelled) {
    return analysis
        .model()
        .flatMap(model -> {
          long chips = chips(model).count();
          return chips == 0
              ? Outcome.notApplicable("workload.noChips")
              : Outcome.solved(new Losses(analysis, model, cancelled).resilience(workloads));
        });
  }

  static Stream<Instance> chips(SystemModel model) {
    return model.instances().stream()
        .filter(i -> i.part().kind() == PartKind.ACCELERATOR && !i.failed());
  }

  /** Kinds of part and link whose loss takes more than their own chip with it, worst first. */
  public List<PartLoss> singlePoints() {
    return losses.stream().filter(PartLoss::isSinglePoint).toList();
  }

  /** Failures of all parts with a public rate. */
  public FailureRate any() {
    return rate(_ -> true);
  }

  /** Those that stop a job of the whole machine. */
  public FailureRate stopping() {
    return rate(PartLoss::stopsJob);
  }

  /** Those that leave a job running, with less bandwidth or less to spare. */
  public FailureRate degrading() {
    return rate(l -> !l.stopsJob());
  }

  FailureRate rate(Predicate<PartLoss> of) {
    return FailureRate.ofFit(losses.stream().filter(of).mapToDouble(PartLoss::fitOfAll).sum());
  }

  /** Parts and links without a public rate of failure. */
  public long unknown() {
    return losses.stream().filter(l -> l.fit().isEmpty()).mapToLong(PartLoss::count).sum();
  }

  /** Of a job on all accelerators that saves its work; empty where no rate is public. */
  public Optional<Uptime> uptime() {
    return Optional.of(stopping())
        .filter(r -> r.perHour() > 0)
        .map(r ->
            Uptime.of(
                new Checkpointing(
                    Assumptions.CHECKPOINT.value(),
                    Assumptions.RESTART.value(),
                    r.mtbfHours() * 3600)));
  }

  /** Accelerators in use, spares and crews; empty where no rate is public. */
  public Optional<RepairShop> repairShop() {
    return Optional.of(stopping())
        .filter(r -> r.perHour() > 0 && accelerators > spares)
        .map(r ->
            new RepairShop(
                accelerators - spares,
                spares,
                new FailureRate(r.perHour() / accelerators),
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
