package supernode.analysis.score;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import supernode.analysis.Analysis;
import supernode.analysis.CoolingAnswer;
import supernode.analysis.Derivation;
import supernode.analysis.Explanation;
import supernode.analysis.Result;
import supernode.analysis.reliability.Assumptions;
import supernode.analysis.reliability.PartLoss;
import supernode.analysis.reliability.Resilience;
import supernode.analysis.score.Score.Measure;
import supernode.analysis.workload.ScheduleAnswer;
import supernode.analysis.workload.Workloads;
import supernode.catalog.LinkType;
import supernode.catalog.PartKind;
import supernode.design.Assembly;
import supernode.design.Fabric;
import supernode.quantity.Dimension;
import supernode.quantity.Text;
import supernode.solve.Outcome;
import supernode.solve.reliability.Checkpointing;
import supernode.solve.workload.schedule.DayResult;
import supernode.solve.workload.schedule.Policy;
import supernode.topology.Link;

/** Numbers that the abilities are scored by, read from an analysis; empty where it has none. */
final class Measures {
  private static final String ALL_TO_ALL = "all-to-all";
  private static final Set<PartKind> COMPUTES =
      EnumSet.of(PartKind.ACCELERATOR, PartKind.CPU, PartKind.MEMORY_POOL);

  private final Analysis analysis;

  Measures(Analysis analysis) {
    this.analysis = analysis;
  }

  Optional<Measure> flopsPerRack() {
    return flops().flatMap(f -> perRack("flopsPerRack", f));
  }

  Optional<Measure> memoryPerRack() {
    return analysis.result("totals.memoryTB").flatMap(m -> perRack("memoryPerRack", m));
  }

  Optional<Measure> powerPerRack() {
    return power().flatMap(p -> perRack("powerPerRack", p));
  }

  Optional<Measure> flopsPerWatt() {
    return flops()
        .flatMap(f -> power().map(p -> ratio("flopsPerWatt", f, p, Dimension.COMPUTE_PER_POWER)));
  }

  Optional<Measure> injectionPerFlop() {
    Optional<Result> sent = analysis.result("totals.scaleUpInjectionTBps");
    return sent.flatMap(
        s -> flops().map(f -> ratio("injectionPerFlop", s, f, Dimension.BANDWIDTH_PER_COMPUTE)));
  }

  /** What every endpoint sends to all others of its domain at once, over its operations. */
  Optional<Measure> allToAllPerFlop() {
    Result ends = analysis.result("scaleUp.endpoints").orElse(null);
    Result flops = flops().orElse(null);
    if (ends == null || flops == null) {
      return Optional.empty();
    }
    return Optional.ofNullable(analysis.networks().get(Fabric.SCALE_UP))
        .flatMap(Outcome::asOptional)
        .flatMap(a -> a.traffics().stream().filter(t -> t.key().equals(ALL_TO_ALL)).findFirst())
        .map(t -> {
          double sent = t.injectionBytesPerS();
          return Measure.computed(
              "allToAllPerFlop",
              sent * ends.quantity().value() / flops.quantity().value(),
              Dimension.BANDWIDTH_PER_COMPUTE,
              "score.formula.allToAll",
              List.of(sent(sent), ends.explanation().get(), flops.explanation().get()));
        });
  }

  /** Rate of an endpoint in the pattern, with the derivation of a pair's where there is one. */
  private Explanation sent(double bytesPerS) {
    return Derivation.computed(
        Text.of("score.measure.sent"),
        bytesPerS,
        Dimension.BANDWIDTH,
        "score.formula.sent",
        analysis.result("scaleUp.allToAllPairGBps").map(r -> r.explanation().get()).stream()
            .toList());
  }

  Optional<Measure> latency() {
    return analysis
        .result("scaleUp.latencyMeanNs")
        .map(r -> new Measure(r.quantity(), r.explanation()));
  }

  Optional<Measure> linksToPart() {
    return analysis
        .result("scaleUp.edgeConnectivity")
        .map(r -> new Measure(r.quantity(), r.explanation()));
  }

  /** Of the chip that is nearest to its limit; none where no chip has a public one. */
  Optional<Measure> thermalMargin() {
    return analysis.cooling().asOptional().stream()
        .flatMap(c -> c.chips().stream())
        .filter(c -> Double.isFinite(c.limitC()))
        .min(java.util.Comparator.comparingDouble(CoolingAnswer.Chip::marginK))
        .map(c ->
            Measure.computed(
                "thermalMargin",
                c.marginK(),
                Dimension.TEMPERATURE_DIFFERENCE,
                "score.formula.margin",
                List.of(
                    Derivation.drawn(
                            Text.of("score.measure.limit"), c.limitC(), Dimension.TEMPERATURE)
                        .at(c.place()),
                    analysis
                        .result(c.place() + ".junctionC")
                        .map(r -> r.explanation().get())
                        .orElseGet(() ->
                            Derivation.drawn(
                                Text.of("score.measure.junction"),
                                c.junctionC(),
                                Dimension.TEMPERATURE)))));
  }

  /** Of a job on the whole machine, checkpoints as far apart as Daly says. */
  Optional<Measure> goodput(Outcome<Resilience> resilience) {
    return resilience
        .asOptional()
        .filter(r -> r.uptime().isPresent())
        .map(r -> {
          double mtbf = r.stopping().mtbfHours() * 3600;
          Checkpointing c =
              new Checkpointing(Assumptions.CHECKPOINT.value(), Assumptions.RESTART.value(), mtbf);
          double interval = Math.max(1, c.dalyS());
          return Measure.computed(
              "goodput",
              c.goodput(interval),
              Dimension.RATIO,
              "score.formula.goodput",
              List.of(
                  r.results().stream()
                      .filter(x -> x.id().equals("reliability.jobMtbfHours"))
                      .findFirst()
                      .orElseThrow()
                      .explanation()
                      .get(),
                  Derivation.given(
                      Text.of("score.measure.checkpoint"), Assumptions.CHECKPOINT, Dimension.TIME),
                  Derivation.given(
                      Text.of("score.measure.restart"), Assumptions.RESTART, Dimension.TIME)));
        });
  }

  /** Kinds of processor and memory that are drawn on fabrics that carry signals. */
  Optional<Measure> heterogeneity() {
    return analysis
        .model()
        .asOptional()
        .map(m -> {
          Set<String> kinds = new TreeSet<>();
          for (Link l : m.links()) {
            if (l.fabric().family() == LinkType.Family.SIGNAL) {
              Stream.of(l.a(), l.b())
                  .map(i -> m.instances().get(i).part())
                  .filter(p -> COMPUTES.contains(p.kind()))
                  .forEach(p -> kinds.add(p.name()));
            }
          }
          return kinds;
        })
        .filter(kinds -> !kinds.isEmpty())
        .map(kinds ->
            Measure.computed(
                "heterogeneity",
                kinds.size(),
                Dimension.COUNT,
                "score.formula.kinds",
                kinds.stream()
                    .map(k -> Derivation.count(Text.of("explain.partCount", k), 1))
                    .toList()));
  }

  /** Jobs that are finished in the time that is looked at, in one elastic pool. */
  Optional<Measure> scheduling(List<Workloads.Answered> workloads) {
    List<ScheduleAnswer> days =
        workloads.stream()
            .flatMap(w -> w.answer().asOptional().stream())
            .flatMap(a -> a instanceof ScheduleAnswer s ? Stream.of(s) : Stream.empty())
            .toList();
    double jobs = days.stream().mapToDouble(d -> d.plan().tasks().size()).sum();
    if (jobs == 0) {
      return Optional.empty();
    }
    double done =
        days.stream()
            .flatMap(d -> d.results().stream())
            .filter(r -> r.policy() == Policy.ELASTIC && r.bounded())
            .mapToDouble(DayResult::finished)
            .sum();
    return Optional.of(
        Measure.computed(
            "scheduling",
            done / jobs,
            Dimension.RATIO,
            "score.formula.ratio",
            List.of(
                Derivation.drawn(Text.of("score.measure.finished"), done, Dimension.COUNT),
                Derivation.set(Text.of("workload.jobs"), jobs, Dimension.COUNT))));
  }

  /** Accelerators that go on when the part that matters most is lost. */
  Optional<Measure> singlePoint(Outcome<Resilience> resilience) {
    return resilience
        .asOptional()
        .filter(r -> r.counted() == PartKind.ACCELERATOR && !r.losses().isEmpty())
        .map(r -> {
          PartLoss worst = r.losses().getFirst();
          double stopped = Math.min(r.accelerators(), worst.stopped());
          return Measure.computed(
              "singlePoint",
              1 - stopped / r.accelerators(),
              Dimension.RATIO,
              "score.formula.singlePoint",
              List.of(
                  Derivation.count(
                          Text.of("score.measure.stopped", worst.what(), worst.path()), stopped)
                      .at(worst.example()),
                  Derivation.count(Text.of("workload.chips"), r.accelerators())));
        });
  }

  private Optional<Result> flops() {
    return analysis.result("totals.fp16DensePflops");
  }

  /** Empty where no part has a public power: nothing draws 0 W. */
  private Optional<Result> power() {
    return analysis.result("power.itKW").filter(r -> r.quantity().value() > 0);
  }

  private Optional<Measure> perRack(String key, Result total) {
    long racks =
        analysis.model().asOptional().stream()
            .flatMap(m -> m.groups().stream())
            .filter(g -> rack(g.assembly()))
            .count();
    if (racks == 0) {
      return Optional.empty();
    }
    Explanation count = Derivation.count(Text.of("score.measure.racks"), (double) racks);
    return Optional.of(
        Measure.computed(
            key,
            total.quantity().value() / racks,
            total.quantity().dimension(),
            "score.formula.perRack",
            List.of(total.explanation().get(), count)));
  }

  private boolean rack(String assembly) {
    return analysis.design().assemblies().get(assembly).level() == Assembly.Level.RACK;
  }

  private static Measure ratio(String key, Result over, Result under, Dimension dimension) {
    return Measure.computed(
        key,
        over.quantity().value() / under.quantity().value(),
        dimension,
        "score.formula.ratio",
        List.of(over.explanation().get(), under.explanation().get()));
  }
}
