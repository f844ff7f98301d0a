package supernode.analysis.reliability;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import supernode.analysis.Derivation;
import supernode.analysis.Explanation;
import supernode.analysis.Result;
import supernode.quantity.Dimension;
import supernode.quantity.Quantity;
import supernode.quantity.Text;
import supernode.solve.reliability.FailureRate;
import supernode.solve.reliability.RepairShop;

/** Headline numbers of what a drawing stands to lose, each with its derivation. */
final class ResilienceResults {
  private static final int MOST_SPARES = 256;

  private final Resilience of;
  private final List<Result> all = new ArrayList<>();

  ResilienceResults(Resilience of) {
    this.of = of;
  }

  List<Result> all() {
    add(
        "singlePoints",
        of.singlePoints().stream().mapToInt(PartLoss::count).sum(),
        Dimension.COUNT,
        "reliability.formula.singlePoints",
        () -> of.singlePoints().stream().map(ResilienceResults::taken).toList());
    mtbf("mtbfHours", of.any(), _ -> true, "reliability.formula.mtbf");
    mtbf("jobMtbfHours", of.stopping(), PartLoss::stopsJob, "reliability.formula.jobMtbf");
    mtbf(
        "degradingMtbfHours",
        of.degrading(),
        l -> !l.stopsJob(),
        "reliability.formula.degradingMtbf");
    for (PlaneLoss p : of.planes()) {
      plane(p);
    }
    if (!of.planes().isEmpty() || of.degrading().perHour() > 0) {
      addWhy(
          "failoverSeconds",
          Assumptions.FAILOVER.value(),
          Dimension.TIME,
          () -> Derivation.given(label("failoverSeconds"), Assumptions.FAILOVER, Dimension.TIME));
    }
    of.repairShop().ifPresent(this::repairs);
    return List.copyOf(all);
  }

  static Text label(String key) {
    return Text.of("reliability.result." + key);
  }

  private void add(
      String key,
      double si,
      Dimension dimension,
      String formula,
      Supplier<List<Explanation>> inputs) {
    addWhy(
        key,
        si,
        dimension,
        () -> Derivation.computed(label(key), si, dimension, formula, inputs.get()));
  }

  private void addWhy(String key, double si, Dimension dimension, Supplier<Explanation> why) {
    all.add(new Result("reliability." + key, label(key), new Quantity(si, dimension), why));
  }

  /** What goes with one of a kind. */
  private static Explanation taken(PartLoss l) {
    return Derivation.computed(
            Text.of(
                l.isEstimate() ? "reliability.takesAbout" : "reliability.takes",
                l.what(),
                l.path(),
                l.stopped(),
                left(l)),
            l.count(),
            Dimension.COUNT,
            "reliability.formula." + l.cause().key(),
            Derivation.count(Text.of("explain.partCount", l.what()), l.count()))
        .at(l.example());
  }

  private static Quantity left(PartLoss l) {
    return new Quantity(l.bandwidthLeft(), Dimension.RATIO);
  }

  private void mtbf(String key, FailureRate rate, Predicate<PartLoss> which, String formula) {
    if (rate.perHour() > 0) {
      double seconds = rate.mtbfHours() * 3600;
      Text label = atMost(label(key));
      all.add(
          new Result(
              "reliability." + key,
              label,
              new Quantity(seconds, Dimension.DURATION),
              () ->
                  Derivation.computed(label, seconds, Dimension.DURATION, formula, rates(which))));
    }
  }

  /** What fails without a public rate is not counted: times between failures are shorter. */
  private Text atMost(Text label) {
    return of.isUpperBound() ? Text.of("reliability.atMost", label) : label;
  }

  /** Failure rates by kind of part, the largest share first. */
  private List<Explanation> rates(Predicate<PartLoss> which) {
    List<Explanation> inputs = new ArrayList<>();
    of.losses().stream()
        .filter(which)
        .filter(l -> l.rate().isPresent())
        .sorted(Comparator.comparingDouble((PartLoss l) -> -l.fitOfAll()))
        .forEach(l ->
            inputs.add(
                Derivation.computed(
                    Text.of("reliability.rateOf", l.what(), l.path()),
                    l.fitOfAll(),
                    Dimension.FAILURE_RATE,
                    "formula.countTimesEach",
                    Derivation.count(Text.of("explain.partCount", l.what()), l.count()),
                    Derivation.given(
                        Text.of(
                            l.rate().orElseThrow().estimated()
                                ? "reliability.rateOfKind"
                                : "property.failureFit"),
                        l.rate().orElseThrow().fit(),
                        Dimension.FAILURE_RATE))));
    if (of.estimated() > 0) {
      inputs.add(Explanation.remark(Text.of("reliability.estimatedRates", of.estimated()), ""));
    }
    if (of.unknown() > 0) {
      inputs.add(Explanation.remark(Text.of("reliability.unknownRates", of.unknown()), ""));
    }
    return inputs;
  }

  private void plane(PlaneLoss p) {
    String fabric = p.fabric().key().equals("scale-up") ? "scaleUp" : "scaleOut";
    Text name = Text.of("fabric." + p.fabric().key());
    Text rate = Text.of("reliability.result.onePlaneLost", name);
    Supplier<Explanation> why =
        () ->
            Derivation.computed(
                rate,
                p.sound() * p.left(),
                Dimension.BANDWIDTH,
                "reliability.formula.plane",
                Derivation.count(Text.of("reliability.planes", name), p.planes()),
                Derivation.drawn(Text.of("reliability.soundRate"), p.sound(), Dimension.BANDWIDTH),
                Derivation.drawn(Text.of("reliability.shareLeft"), p.left(), Dimension.RATIO));
    all.add(
        new Result(
            "reliability." + fabric + "OnePlaneLostGBps",
            rate,
            new Quantity(p.sound() * p.left(), Dimension.BANDWIDTH),
            why));
    for (PlaneLoss.Step s : p.steps()) {
      Text label = Text.of("reliability.result.stepOnePlaneLost", s.workload(), name);
      all.add(
          new Result(
              "reliability." + s.workload() + "." + fabric + "OnePlaneLostStepSeconds",
              label,
              new Quantity(s.degradedS(), Dimension.TIME),
              () ->
                  Derivation.computed(
                      label,
                      s.degradedS(),
                      Dimension.TIME,
                      "reliability.formula.step",
                      Derivation.drawn(
                          Text.of("reliability.soundStep"), s.soundS(), Dimension.TIME),
                      why.get())));
    }
  }

  /** Places of accelerators that are filled, by the machine repair problem. */
  private void repairs(RepairShop shop) {
    Supplier<List<Explanation>> inputs =
        () ->
            List.of(
                Derivation.count(Text.of("reliability.places"), shop.inUse()),
                Derivation.count(Text.of("reliability.spares"), shop.spares()),
                Derivation.drawn(
                    Text.of("reliability.ratePerPlace"), shop.one().fit(), Dimension.FAILURE_RATE),
                Derivation.given(
                    Text.of("reliability.repairTime"), Assumptions.REPAIR, Dimension.DURATION),
                Derivation.given(Text.of("reliability.crews"), Assumptions.CREWS, Dimension.COUNT));
    Text full = atMost(label("fullAvailability"));
    double share = shop.fullAvailability();
    all.add(
        new Result(
            "reliability.fullAvailability",
            full,
            new Quantity(share, Dimension.RATIO),
            () ->
                Derivation.computed(
                    full, share, Dimension.RATIO, "reliability.formula.repairShop", inputs.get())));
    int wanted = shop.sparesFor(Assumptions.FILLED.value(), MOST_SPARES);
    if (wanted >= 0) {
      add(
          "sparesForFull",
          wanted,
          Dimension.COUNT,
          "reliability.formula.spares",
          () -> {
            List<Explanation> more = new ArrayList<>(inputs.get());
            more.add(
                Derivation.given(
                    Text.of("reliability.filled"), Assumptions.FILLED, Dimension.RATIO));
            return more;
          });
    }
  }
}
