package supernode.analysis.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import supernode.analysis.Derivation;
import supernode.analysis.Explanation;
import supernode.analysis.Result;
import supernode.quantity.Dimension;
import supernode.quantity.Text;
import supernode.solve.workload.machine.Chip;
import supernode.solve.workload.machine.Efficiency;
import supernode.solve.workload.machine.Fleet;
import supernode.solve.workload.train.TrainingResult;
import supernode.solve.workload.train.Utilisation;

/** What a training job comes to: step, rate, utilisation, memory, days. */
final class TrainingResults {
  private static final double DAY_S = 86_400;

  private final TrainingAnswer answer;
  private final TrainingResult step;
  private final boolean bound;
  private final Fleet fleet;
  private final ModeResults results;

  private TrainingResults(String id, TrainingAnswer answer, boolean bound) {
    this.answer = answer;
    this.bound = bound;
    step = bound ? answer.bound() : answer.calibrated();
    fleet = answer.machine().fleet();
    results = new ModeResults(id, bound);
  }

  /** Calibrated, each with its bound. */
  static List<Result> of(String id, TrainingAnswer answer) {
    return new TrainingResults(id, answer, false)
        .all()
        .beside(new TrainingResults(id, answer, true).all());
  }

  private ModeResults all() {
    double rate = step.tokensPerSecond();
    results.add("stepSeconds", step.stepSeconds(), Dimension.TIME, this::stepTime);
    results.add("tokensPerSecond", rate, Dimension.COUNT, this::tokenRate);
    results.add("mfu", step.utilisation().mfu(), Dimension.RATIO, this::mfu);
    results.add("hfu", step.utilisation().hfu(), Dimension.RATIO, this::hfu);
    if (!bound) {
      results.add("memoryBytes", step.memory().total(), Dimension.DATA, this::memory);
    }
    double tokens = answer.budget().tokens();
    if (tokens > 0) {
      results.add("daysOfTokens", tokens / rate / DAY_S, Dimension.COUNT, this::days);
    }
    answer
        .uptime()
        .filter(_ -> !bound)
        .ifPresent(u -> results.add("goodput", u.goodput(), Dimension.RATIO, () -> goodput(u)));
    OptionalDouble watt = Budget.joules(answer.machine());
    watt.ifPresent(w -> results.add("joulesPerToken", w / rate, Dimension.FACTOR, () -> joules(w)));
    return results;
  }

  private Text label(String key) {
    return results.label(key);
  }

  /** Parts of a step, the longest as what limits it. */
  private Explanation stepTime() {
    List<Explanation> parts = new ArrayList<>();
    String longest = step.parts().longest();
    for (Map.Entry<String, Double> part : step.parts().byKey().entrySet()) {
      if (part.getValue() > 0) {
        Explanation e =
            Derivation.computed(
                Text.of("workload.part." + part.getKey()),
                part.getValue(),
                Dimension.TIME,
                "workload.formula." + part.getKey());
        parts.add(part.getKey().equals(longest) ? e.asLimiting() : e);
      }
    }
    parts.add(Explanation.remark(step.bottleneck(), ""));
    if (!bound) {
      parts.add(
          Derivation.given(
              Text.of("workload.efficiency"), Efficiency.CALIBRATED.origin(), Dimension.FACTOR));
    }
    return Derivation.computed(
        label("stepSeconds"), step.stepSeconds(), Dimension.TIME, "workload.formula.step", parts);
  }

  private Explanation tokenRate() {
    return Derivation.computed(
        label("tokensPerSecond"),
        step.tokensPerSecond(),
        Dimension.COUNT,
        "workload.formula.tokenRate",
        Derivation.set(Text.of("workload.batch"), (double) answer.job().batch(), Dimension.COUNT),
        Derivation.set(
            Text.of("workload.sequence"), (double) answer.job().sequence(), Dimension.COUNT),
        stepTime());
  }

  private Explanation mfu() {
    double flops = Utilisation.modelFlops(answer.job());
    return share("mfu", step.utilisation().mfu(), "workload.modelFlops", flops);
  }

  private Explanation hfu() {
    double again = Utilisation.againFlops(answer.job(), step.strategy().recompute());
    double flops = Utilisation.modelFlops(answer.job()) + again;
    return share("hfu", step.utilisation().hfu(), "workload.chipFlops", flops);
  }

  private Explanation share(String key, double si, String flopsKey, double flops) {
    Chip chip = fleet.chip();
    return Derivation.computed(
        label(key),
        si,
        Dimension.RATIO,
        "workload.formula.utilisation",
        Derivation.computed(
            Text.of(flopsKey), flops, Dimension.FACTOR, "workload.formula.modelFlops"),
        Derivation.count(Text.of("workload.chips"), fleet.count()),
        Derivation.drawn(
            Text.of("workload.peak", chip.name()), chip.fp16FlopsPerS(), Dimension.COMPUTE),
        stepTime());
  }

  private Explanation memory() {
    List<Explanation> parts = new ArrayList<>();
    step.memory()
        .byKey()
        .forEach((key, bytes) -> {
          if (bytes > 0) {
            parts.add(
                Derivation.computed(
                    Text.of("train.memory." + key),
                    bytes,
                    Dimension.DATA,
                    "workload.formula.memory." + key));
          }
        });
    parts.add(
        Derivation.drawn(
            Text.of("workload.memoryLimit"), fleet.chip().memoryBytes(), Dimension.DATA));
    return Derivation.computed(
        label("memoryBytes"),
        step.memory().total(),
        Dimension.DATA,
        "workload.formula.memory",
        parts);
  }

  private Explanation days() {
    double tokens = answer.budget().tokens();
    return Derivation.computed(
        label("daysOfTokens"),
        tokens / step.tokensPerSecond() / DAY_S,
        Dimension.COUNT,
        "workload.formula.days",
        Derivation.set(Text.of("workload.tokens"), tokens, Dimension.COUNT),
        tokenRate());
  }

  private Explanation goodput(Uptime u) {
    return Derivation.computed(
        label("goodput"),
        u.goodput(),
        Dimension.RATIO,
        "workload.formula.goodput",
        Derivation.computed(
            u.upperBound()
                ? Text.of("reliability.atMost", Text.of("workload.mtbf"))
                : Text.of("workload.mtbf"),
            u.checkpointing().mtbfS(),
            Dimension.TIME,
            "workload.formula.mtbf"),
        Derivation.computed(
            Text.of("workload.interval"),
            u.intervalS(),
            Dimension.TIME,
            "workload.formula.interval"));
  }

  private Explanation joules(double watt) {
    return Derivation.computed(
        label("joulesPerToken"),
        watt / step.tokensPerSecond(),
        Dimension.FACTOR,
        "workload.formula.joules",
        Derivation.computed(
            Text.of("workload.power"), watt, Dimension.POWER, "workload.formula.power"),
        tokenRate());
  }
}
