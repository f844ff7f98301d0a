package supernode.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import supernode.analysis.score.Ability;
import supernode.analysis.score.Appraisal;
import supernode.analysis.score.Score;
import supernode.analysis.workload.Workloads;
import supernode.catalog.Property;
import supernode.design.Design;
import supernode.design.Fabric;
import supernode.quantity.Dimension;
import supernode.quantity.Text;

/**
 * Two to four designs line by line, each line with the design that is ahead in it.
 *
 * @param names of the designs, in the order of the values
 */
public record Comparison(List<String> names, List<Line> lines) {
  public static final int FEWEST = 2;
  public static final int MOST = 4;

  private static final Property POWER = Property.POWER_W;

  /** Shares closer than this are a draw: what is left is rounding. */
  private static final double DRAW = 1e-3;

  /** Which way a number is better. */
  public enum Sense {
    MORE,
    LESS,
    /** Neither: it says how large the design is. */
    NEITHER
  }

  /**
   * A number of each design.
   *
   * @param values in SI units, empty where the design has none
   * @param assumed the designs whose number rests on a guess at a value of their chips
   */
  public record Line(
      Text label,
      Dimension dimension,
      Sense sense,
      List<OptionalDouble> values,
      Set<Integer> assumed) {
    public Line {
      values = List.copyOf(values);
      assumed = Set.copyOf(assumed);
    }

    /** Of which nothing is guessed. */
    public Line(Text label, Dimension dimension, Sense sense, List<OptionalDouble> values) {
      this(label, dimension, sense, values, Set.of());
    }

    /**
     * The design that is ahead; empty at a draw, or where fewer than two have the number. A guess
     * is ahead of other guesses only.
     */
    public OptionalInt winner() {
      List<Integer> all =
          IntStream.range(0, values.size()).filter(i -> values.get(i).isPresent()).boxed().toList();
      List<Integer> known =
          assumed.containsAll(all) ? all : all.stream().filter(i -> !assumed.contains(i)).toList();
      if (sense == Sense.NEITHER || known.size() < FEWEST) {
        return OptionalInt.empty();
      }
      List<Integer> ranked =
          known.stream().sorted((a, b) -> Double.compare(rank(a), rank(b))).toList();
      double first = values.get(ranked.get(0)).getAsDouble();
      double second = values.get(ranked.get(1)).getAsDouble();
      double scale = Math.max(Math.abs(first), Math.abs(second));
      return Math.abs(first - second) <= DRAW * scale
          ? OptionalInt.empty()
          : OptionalInt.of(ranked.getFirst());
    }

    /** How far a design is from the first, SI; empty where one of them has no number. */
    public OptionalDouble difference(int design) {
      return both(design)
          ? OptionalDouble.of(values.get(design).getAsDouble() - values.getFirst().getAsDouble())
          : OptionalDouble.empty();
    }

    /**
     * How many times the first a design is; empty where that says nothing: for temperatures, whose
     * zero is arbitrary, and beside a zero.
     */
    public OptionalDouble ratio(int design) {
      return both(design)
              && dimension != Dimension.TEMPERATURE
              && values.getFirst().getAsDouble() != 0
          ? OptionalDouble.of(values.get(design).getAsDouble() / values.getFirst().getAsDouble())
          : OptionalDouble.empty();
    }

    private boolean both(int design) {
      return design > 0 && values.get(design).isPresent() && values.getFirst().isPresent();
    }

    private double rank(int design) {
      double value = values.get(design).getAsDouble();
      return sense == Sense.MORE ? -value : value;
    }
  }

  public Comparison {
    names = List.copyOf(names);
    lines = List.copyOf(lines);
  }

  /** Lines that a design is ahead in. */
  public long wins(int design) {
    return lines.stream().filter(l -> l.winner().equals(OptionalInt.of(design))).count();
  }

  /**
   * @param analyses two to four, of designs in the scenario that they were solved in
   * @throws IllegalArgumentException when there are fewer or more
   */
  public static Comparison of(List<Analysis> analyses) {
    if (analyses.size() < FEWEST || analyses.size() > MOST) {
      throw new IllegalArgumentException("two to four designs, not " + analyses.size());
    }
    Lines lines = new Lines(analyses);
    lines.result("totals.accelerators", Dimension.COUNT, Sense.NEITHER);
    lines.add("result.domain", Dimension.COUNT, Sense.NEITHER, PublishedCheck::domain);
    lines.add("result.racks", Dimension.COUNT, Sense.NEITHER, PublishedCheck::racks);
    lines.result("totals.fp4DensePflops", Dimension.COMPUTE, Sense.MORE, Property.FP4_DENSE);
    lines.result("totals.fp8DensePflops", Dimension.COMPUTE, Sense.MORE, Property.FP8_DENSE);
    lines.result("totals.fp16DensePflops", Dimension.COMPUTE, Sense.MORE, Property.FP16_DENSE);
    lines.result("totals.memoryTB", Dimension.DATA, Sense.MORE, Property.MEMORY_BYTES);
    lines.result(
        "totals.memoryBandwidthTBps", Dimension.BANDWIDTH, Sense.MORE, Property.MEMORY_BANDWIDTH);
    lines.result("scaleUp.injectionGBps", Dimension.BANDWIDTH, Sense.MORE);
    lines.add("result.allToAllEach", Dimension.BANDWIDTH, Sense.MORE, Comparison::allToAll);
    lines.add("result.bisectionEach", Dimension.BANDWIDTH, Sense.MORE, Comparison::bisectionEach);
    lines.result("scaleUp.switchHops", Dimension.COUNT, Sense.LESS);
    lines.result("scaleUp.latencyMeanNs", Dimension.TIME, Sense.LESS);
    lines.result("scaleUp.edgeConnectivity", Dimension.COUNT, Sense.MORE);
    lines.each("result.switchesEach", "scaleUp.fabricSwitches", Dimension.FACTOR, Sense.LESS);
    lines.each("result.linksEach", "scaleUp.links", Dimension.FACTOR, Sense.LESS);
    lines.add(
        "result.scaleOutEach",
        Dimension.BANDWIDTH,
        Sense.MORE,
        a -> value(a, "scaleOut.injectionGBps"));
    lines.add("result.powerEach", Dimension.POWER, Sense.LESS, Comparison::powerEach, POWER);
    lines.add(
        "result.fp16PerWatt",
        Dimension.COMPUTE,
        Sense.MORE,
        Comparison::fp16PerWatt,
        Property.FP16_DENSE,
        POWER);
    lines.result("power.pue", Dimension.FACTOR, Sense.LESS, POWER);
    lines.result("cooling.hottestJunctionC", Dimension.TEMPERATURE, Sense.LESS, POWER);
    lines.result("cooling.pumpKW", Dimension.POWER, Sense.LESS, POWER);
    List<Score> scores =
        analyses.stream()
            .map(a -> Appraisal.of(a, new Workloads().of(a), () -> false).score())
            .toList();
    for (Ability.Kind kind : Ability.Kind.values()) {
      lines.score(kind, scores);
    }
    return new Comparison(names(analyses), lines.withNumbers());
  }

  /**
   * Names that tell the designs apart: with the scenario where it is not the usual one, and with
   * their place where two are called the same.
   */
  public static List<String> names(List<Analysis> analyses) {
    List<String> names =
        analyses.stream()
            .map(a ->
                a.scenario().equals(Design.DEFAULT_SCENARIO)
                    ? a.design().name()
                    : a.design().name() + " · " + a.scenario())
            .toList();
    return IntStream.range(0, names.size())
        .mapToObj(i ->
            Collections.frequency(names, names.get(i)) > 1
                ? names.get(i) + " (" + (i + 1) + ")"
                : names.get(i))
        .toList();
  }

  /** What an endpoint of the scale-up fabric moves when each sends to each. */
  private static OptionalDouble allToAll(Analysis a) {
    return a.networks().entrySet().stream()
        .filter(e -> e.getKey() == Fabric.SCALE_UP)
        .flatMap(e -> e.getValue().asOptional().stream())
        .flatMap(answer -> answer.traffics().stream())
        .filter(t -> t.key().equals("all-to-all"))
        .mapToDouble(FabricAnswer.TrafficAnswer::injectionBytesPerS)
        .findFirst();
  }

  /** Each scale-up domain is halved for itself: its accelerators share what it has. */
  private static OptionalDouble bisectionEach(Analysis a) {
    OptionalDouble half = value(a, "scaleUp.bisectionTBps");
    OptionalDouble domain = PublishedCheck.domain(a);
    return half.isPresent() && domain.isPresent()
        ? OptionalDouble.of(half.getAsDouble() / domain.getAsDouble())
        : OptionalDouble.empty();
  }

  /** Of the parts whose power is known; empty where none is. */
  private static OptionalDouble powerEach(Analysis a) {
    OptionalDouble each = Lines.perChip(a, value(a, "power.totalKW"));
    return each.isPresent() && each.getAsDouble() > 0 ? each : OptionalDouble.empty();
  }

  private static OptionalDouble fp16PerWatt(Analysis a) {
    OptionalDouble flops = value(a, "totals.fp16DensePflops");
    OptionalDouble watt = value(a, "power.totalKW");
    return flops.isPresent() && watt.isPresent() && watt.getAsDouble() > 0
        ? OptionalDouble.of(flops.getAsDouble() / watt.getAsDouble())
        : OptionalDouble.empty();
  }

  private static OptionalDouble value(Analysis a, String id) {
    return a.result(id).stream().mapToDouble(r -> r.quantity().value()).findFirst();
  }

  private static final class Lines {
    private final List<Analysis> analyses;
    private final List<Line> lines = new ArrayList<>();

    Lines(List<Analysis> analyses) {
      this.analyses = analyses;
    }

    void result(String id, Dimension dimension, Sense sense, Property... of) {
      Text label =
          analyses.stream()
              .flatMap(a -> a.result(id).stream())
              .map(Result::label)
              .findFirst()
              .orElse(Text.of(""));
      lines.add(new Line(label, dimension, sense, values(a -> value(a, id)), guessed(of)));
    }

    /**
     * @param of values of the chips that the number rests on
     */
    void add(
        String label,
        Dimension dimension,
        Sense sense,
        Function<Analysis, OptionalDouble> f,
        Property... of) {
      lines.add(new Line(Text.of(label), dimension, sense, values(f), guessed(of)));
    }

    private Set<Integer> guessed(Property... of) {
      return IntStream.range(0, analyses.size())
          .filter(i -> Stream.of(of).anyMatch(p -> PublishedCheck.isAssumed(analyses.get(i), p)))
          .boxed()
          .collect(Collectors.toSet());
    }

    /** Points of an ability, from 0 to 100. */
    void score(Ability.Kind kind, List<Score> scores) {
      lines.add(
          new Line(
              Text.of("result.points", Text.of("score." + kind.key())),
              Dimension.FACTOR,
              Sense.MORE,
              scores.stream().map(s -> points(s, "score." + kind.key())).toList()));
      String bound = Result.boundId("score." + kind.key());
      lines.add(
          new Line(
              Text.of(
                  "chart.curve.bound", Text.of("result.points", Text.of("score." + kind.key()))),
              Dimension.FACTOR,
              Sense.MORE,
              scores.stream().map(s -> points(s, bound)).toList()));
    }

    private static OptionalDouble points(Score score, String id) {
      return score
          .results()
          .flatMap(Result::modes)
          .filter(r -> r.id().equals(id))
          .mapToDouble(r -> r.quantity().value())
          .findFirst();
    }

    /** A sum shared by the accelerators. */
    void each(String label, String id, Dimension dimension, Sense sense) {
      add(label, dimension, sense, a -> perChip(a, value(a, id)));
    }

    private static OptionalDouble perChip(Analysis a, OptionalDouble sum) {
      OptionalDouble chips = value(a, "totals.accelerators");
      return sum.isEmpty() || chips.isEmpty()
          ? OptionalDouble.empty()
          : OptionalDouble.of(sum.getAsDouble() / chips.getAsDouble());
    }

    private List<OptionalDouble> values(Function<Analysis, OptionalDouble> f) {
      return analyses.stream().map(f).toList();
    }

    List<Line> withNumbers() {
      return lines.stream()
          .filter(l -> l.values().stream().anyMatch(OptionalDouble::isPresent))
          .toList();
    }
  }
}
