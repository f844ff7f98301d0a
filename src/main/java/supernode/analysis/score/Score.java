package supernode.analysis.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import supernode.analysis.Analysis;
import supernode.analysis.Explanation;
import supernode.analysis.Result;
import supernode.analysis.reliability.Resilience;
import supernode.analysis.workload.Workloads;
import supernode.catalog.Sourced;
import supernode.quantity.Dimension;
import supernode.quantity.Quantity;
import supernode.quantity.Text;
import supernode.solve.Outcome;

/**
 * The report's four abilities of a design. There is no total: how much each ability weighs is the
 * reader's to say. Worked out when asked for.
 */
public record Score(List<Ability> abilities) {
  public Score {
    abilities = List.copyOf(abilities);
  }

  /**
   * Scores a full analysis.
   *
   * @param workloads answered for its scenario
   * @param resilience what it stands to lose
   */
  public static Score of(
      Analysis analysis, List<Workloads.Answered> workloads, Outcome<Resilience> resilience) {
    Measures m = new Measures(analysis);
    List<Ability> all = new ArrayList<>();
    all.add(
        new Parts()
            .more("flopsPerRack", m.flopsPerRack(), References.FLOPS_PER_RACK)
            .more("memoryPerRack", m.memoryPerRack(), References.MEMORY_PER_RACK)
            .more("powerPerRack", m.powerPerRack(), References.POWER_PER_RACK)
            .of(Ability.Kind.DENSITY));
    all.add(
        new Parts()
            .more("injectionPerFlop", m.injectionPerFlop(), References.BYTES_PER_FLOP)
            .more("allToAllPerFlop", m.allToAllPerFlop(), References.BYTES_PER_FLOP)
            .less("latency", m.latency(), References.LATENCY)
            .of(Ability.Kind.SPEED));
    all.add(
        new Parts()
            .more("flopsPerWatt", m.flopsPerWatt(), References.FLOPS_PER_WATT)
            .share("mfu", mean("mfu", ".mfu", workloads), mean("mfu", ".boundMfu", workloads))
            .share("pooling", mean("pooling", ".elasticUtilisation", workloads))
            .share("scheduling", m.scheduling(workloads))
            .more("heterogeneity", m.heterogeneity(), References.KINDS)
            .of(Ability.Kind.EFFICIENCY));
    all.add(
        new Parts()
            .share("goodput", m.goodput(resilience))
            .share("singlePoint", m.singlePoint(resilience))
            .more("linksToPart", m.linksToPart(), References.LINKS_TO_PART)
            .more("thermalMargin", m.thermalMargin(), References.THERMAL_MARGIN)
            .of(Ability.Kind.STABILITY));
    return new Score(all);
  }

  /** Abilities, then what they are made of. */
  public Stream<Result> results() {
    return Stream.concat(
        abilities.stream().flatMap(a -> a.score().stream()),
        abilities.stream().flatMap(a -> a.parts().stream().map(p -> p.result(a.kind()))));
  }

  private static Optional<Measure> mean(
      String key, String suffix, List<Workloads.Answered> workloads) {
    List<Result> found =
        workloads.stream()
            .flatMap(w -> w.results().stream().flatMap(Result::modes))
            .filter(r -> r.id().endsWith(suffix))
            .toList();
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Measure.computed(
                key,
                found.stream().mapToDouble(r -> r.quantity().value()).average().orElseThrow(),
                Dimension.RATIO,
                "score.formula.meanOf",
                found.stream().map(r -> r.explanation().get()).toList()));
  }

  /** A number with its derivation. */
  record Measure(Quantity quantity, Supplier<Explanation> why) {
    static Measure computed(
        String key, double si, Dimension dimension, String formula, List<Explanation> inputs) {
      return new Measure(
          new Quantity(si, dimension),
          () ->
              supernode.analysis.Derivation.computed(
                  Text.of("score.measure." + key), si, dimension, formula, inputs));
    }
  }

  /** Gathers what could be measured and what could not. */
  private static final class Parts {
    private final List<SubScore> found = new ArrayList<>();
    private final List<Text> missing = new ArrayList<>();

    Parts more(String key, Optional<Measure> m, Sourced reference) {
      return add(key, SubScore.Sense.MORE, m, Optional.of(reference));
    }

    Parts less(String key, Optional<Measure> m, Sourced reference) {
      return add(key, SubScore.Sense.LESS, m, Optional.of(reference));
    }

    Parts share(String key, Optional<Measure> m) {
      return share(key, m, Optional.empty());
    }

    Parts share(String key, Optional<Measure> m, Optional<Measure> bound) {
      return add(key, SubScore.Sense.SHARE, m, Optional.empty(), bound);
    }

    private Parts add(
        String key, SubScore.Sense sense, Optional<Measure> m, Optional<Sourced> reference) {
      return add(key, sense, m, reference, Optional.empty());
    }

    private Parts add(
        String key,
        SubScore.Sense sense,
        Optional<Measure> m,
        Optional<Sourced> reference,
        Optional<Measure> bound) {
      m.ifPresentOrElse(
          v ->
              found.add(
                  new SubScore(
                      key,
                      sense,
                      v.quantity(),
                      reference,
                      v.why(),
                      bound.map(b -> new SubScore(key, sense, b.quantity(), reference, b.why())))),
          () -> missing.add(Text.of("score.missing." + key)));
      return this;
    }

    Ability of(Ability.Kind kind) {
      return new Ability(kind, found, missing);
    }
  }
}
