package supernode.analysis.score;

import java.util.List;
import java.util.Optional;
import supernode.analysis.Analysis;
import supernode.analysis.CoolingAnswer;
import supernode.analysis.Derivation;
import supernode.analysis.DrawnFailures;
import supernode.analysis.Explanation;
import supernode.analysis.Result;
import supernode.analysis.score.Score.Measure;
import supernode.design.Assembly;
import supernode.design.Fabric;
import supernode.quantity.Dimension;
import supernode.quantity.Text;
import supernode.solve.Outcome;
import supernode.solve.reliability.Checkpointing;

/** Numbers that the abilities are scored by, read from an analysis; empty where it has none. */
final class Measures {
  private static final String ALL_TO_ALL = "all-to-all";

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
    return flops().flatMap(f -> power().map(p -> ratio("flopsPerWatt", f, p, Dimension.FACTOR)));
  }

  Optional<Measure> injectionPerFlop() {
    Optional<Result> sent = analysis.result("totals.scaleUpInjectionTBps");
    return sent.flatMap(s -> flops().map(f -> ratio("injectionPerFlop", s, f, Dimension.FACTOR)));
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
              Dimension.FACTOR,
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

  /**
   * Of a job on the whole machine that any failure stops, checkpoints as far apart as Daly says.
   */
  Optional<Measure> goodput() {
    return analysis
        .model()
        .asOptional()
        .map(DrawnFailures::of)
        .filter(f -> f.known() > 0)
        .map(f -> {
          double mtbf = f.rate().mtbfHours() * 3600;
          Checkpointing c =
              new Checkpointing(References.CHECKPOINT.value(), References.RESTART.value(), mtbf);
          double interval = Math.max(1, c.dalyS());
          return Measure.computed(
              "goodput",
              c.goodput(interval),
              Dimension.RATIO,
              "score.formula.goodput",
              List.of(
                  Derivation.drawn(Text.of("score.measure.mtbf"), mtbf, Dimension.TIME),
                  Derivation.count(Text.of("score.measure.ratesKnown"), (double) f.known()),
                  Derivation.count(Text.of("score.measure.ratesUnknown"), (double) f.unknown()),
                  Derivation.given(
                      Text.of("score.measure.checkpoint"), References.CHECKPOINT, Dimension.TIME),
                  Derivation.given(
                      Text.of("score.measure.restart"), References.RESTART, Dimension.TIME)));
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
