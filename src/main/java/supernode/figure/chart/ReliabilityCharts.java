package supernode.figure.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import supernode.analysis.FailureRates;
import supernode.analysis.reliability.PartLoss;
import supernode.analysis.reliability.PlaneLoss;
import supernode.analysis.reliability.Resilience;
import supernode.analysis.workload.Uptime;
import supernode.figure.ColorRole;
import supernode.figure.Ink;
import supernode.figure.Points;
import supernode.figure.Style;
import supernode.quantity.Dimension;
import supernode.quantity.Quantity;
import supernode.quantity.Text;
import supernode.solve.Outcome;
import supernode.solve.reliability.Checkpointing;
import supernode.solve.reliability.RepairShop;

/** Charts of what a design stands to lose; the same in the window and in the report. */
public final class ReliabilityCharts {
  private static final int MOST_ROWS = 12;
  private static final int STEPS = 60;
  private static final int MOST_SPARES = 32;
  private static final int[] CREWS = {1, 2, 4};
  private static final List<ColorRole> COLOURS =
      List.of(ColorRole.ACCENT, ColorRole.SWITCH, ColorRole.COPPER);

  private ReliabilityCharts() {}

  /**
   * In the order they are shown.
   *
   * @param uptime of a job of the scenario, or of one on the whole machine
   */
  public static List<Slot> of(Outcome<Resilience> resilience, Optional<Uptime> uptime) {
    Outcome<Uptime> job =
        uptime.map(Outcome::solved).orElseGet(() -> Outcome.notApplicable("chart.reason.noRates"));
    // What there is stands first, then why the rest is not.
    return Stream.of(
            slot("single-points", resilience.flatMap(ReliabilityCharts::singlePoints)),
            slot("failures-by-part", resilience.flatMap(ReliabilityCharts::byPart)),
            slot("goodput-interval", job.map(ReliabilityCharts::interval)),
            slot(
                "goodput-scale", job.flatMap(u -> resilience.map(r -> scale(u, r.accelerators())))),
            slot("plane-lost", resilience.flatMap(ReliabilityCharts::planes)),
            slot("spares", resilience.flatMap(ReliabilityCharts::spares)))
        .sorted(Comparator.comparing(s -> s.chart().asOptional().isEmpty()))
        .toList();
  }

  private static Slot slot(String id, Outcome<Chart> chart) {
    return Slot.ready(id, AnalysisCharts.title(id), chart);
  }

  private static Chart chart(String id, Text subtitle, Axis x, Axis y, List<? extends Series> s) {
    return new Chart(id, AnalysisCharts.title(id), subtitle, x, y, List.copyOf(s));
  }

  private static Outcome<Chart> singlePoints(Resilience r) {
    List<PartLoss> points = r.singlePoints();
    if (points.isEmpty()) {
      return Outcome.notApplicable("chart.reason.noSinglePoint");
    }
    List<Series.Row> rows =
        points.stream()
            .limit(MOST_ROWS)
            .map(l ->
                new Series.Row(
                    Text.of("chart.name", l.path()),
                    l.stopped(),
                    Ink.of(l.accelerators() >= r.domain() ? ColorRole.ERROR : ColorRole.WARNING),
                    Text.of(
                        "chart.singlePoint.note",
                        l.count(),
                        l.what(),
                        Text.of("reliability.cause." + l.cause().key()))))
            .toList();
    return Outcome.solved(
        chart(
            "single-points",
            Text.of(
                "chart.subtitle.singlePoints", points.size(), r.accelerators(), r.countedName()),
            Axis.linear(Text.of("chart.axis.acceleratorsLost", r.countedName()), Dimension.COUNT)
                .from(0)
                .to(r.accelerators()),
            Axis.linear(Text.of("chart.axis.part"), Dimension.COUNT),
            List.of(
                new Series.Ranking(
                    Text.of("chart.axis.acceleratorsLost", r.countedName()), rows))));
  }

  /** Failures a year, by kind of part; what stops a job apart from what does not. */
  private static Outcome<Chart> byPart(Resilience r) {
    List<PartLoss> known =
        r.losses().stream()
            .filter(l -> l.fitOfAll() > 0)
            .sorted(Comparator.comparingDouble(l -> -l.fitOfAll()))
            .limit(MOST_ROWS)
            .toList();
    if (known.isEmpty()) {
      return Outcome.notApplicable("chart.reason.noRates");
    }
    List<Series.Row> rows =
        known.stream()
            .map(l ->
                new Series.Row(
                    Text.of("reliability.rateOf", l.what(), l.path()),
                    l.fitOfAll(),
                    Ink.of(l.stopsJob() ? ColorRole.ERROR : ColorRole.SWITCH),
                    marked(
                        l,
                        Text.of(
                            l.stopsJob() ? "chart.failures.stops" : "chart.failures.degrades",
                            l.count(),
                            new Quantity(3600e9 / l.fitOfAll(), Dimension.DURATION)))))
            .toList();
    return Outcome.solved(
        chart(
            "failures-by-part",
            Text.of(
                r.isUpperBound() ? "chart.subtitle.failuresAtMost" : "chart.subtitle.failures",
                new Quantity(r.any().mtbfHours() * 3600, Dimension.DURATION),
                r.estimated(),
                r.unknown()),
            Axis.linear(Text.of("chart.axis.fit"), Dimension.FAILURE_RATE).from(0),
            Axis.linear(Text.of("chart.axis.part"), Dimension.COUNT),
            List.of(new Series.Ranking(Text.of("chart.axis.fit"), rows))));
  }

  /** A rate that is not the part's own bears the sign of what it is. */
  private static Text marked(PartLoss of, Text note) {
    return of.rate()
        .filter(FailureRates.Rate::estimated)
        .map(r ->
            Text.of(
                "chart.failures.marked", note, Text.of("confidence." + r.fit().confidence().key())))
        .orElse(note);
  }

  /** Goodput against the time between checkpoints: the curve, its optima, and what was drawn. */
  private static Chart interval(Uptime u) {
    Checkpointing c = u.checkpointing();
    double middle = Math.max(1, c.dalyS());
    List<Series> series = new ArrayList<>();
    series.add(
        new Series.Curve(
            Text.of("chart.curve.exact"),
            curve(middle / 30, middle * 30, c::goodput),
            ColorRole.ACCENT,
            Style.Dash.SOLID));
    series.add(
        new Series.Curve(
            Text.of("chart.curve.firstOrder"),
            curve(middle / 30, middle * 30, t -> Math.max(0, c.goodputFirstOrder(t))),
            ColorRole.SWITCH,
            Style.Dash.DOTTED));
    series.add(
        new Series.Reference(Text.of("chart.series.daly"), true, middle, ColorRole.SECONDARY));
    series.add(
        new Series.Marker(
            Text.of(
                "chart.series.monteCarlo",
                new Quantity(u.simulated().low(), Dimension.RATIO),
                new Quantity(u.simulated().high(), Dimension.RATIO)),
            u.intervalS(),
            u.simulated().mean()));
    return chart(
        "goodput-interval",
        Text.of(
            u.upperBound() ? "chart.subtitle.goodputAtMost" : "chart.subtitle.goodput",
            new Quantity(u.goodput(), Dimension.RATIO),
            new Quantity(u.simulated().low(), Dimension.RATIO),
            new Quantity(u.simulated().high(), Dimension.RATIO),
            time(c.youngS()),
            time(c.dalyS()),
            time(c.bestS())),
        Axis.log(Text.of("chart.axis.interval"), Dimension.DURATION),
        share("chart.axis.goodput", series),
        series);
  }

  /** Goodput of machines of the same parts, checkpoints as far apart as Daly says. */
  private static Chart scale(Uptime u, int accelerators) {
    Checkpointing c = u.checkpointing();
    DoubleUnaryOperator at =
        n -> {
          Checkpointing scaled =
              new Checkpointing(c.stallS(), c.restartS(), c.mtbfS() * accelerators / n);
          return scaled.goodput(Math.max(1, scaled.dalyS()));
        };
    List<Series> series = new ArrayList<>();
    series.add(
        new Series.Curve(
            Text.of("chart.curve.atDaly"),
            curve(Math.max(1, accelerators / 32.0), accelerators * 32.0, at),
            ColorRole.ACCENT,
            Style.Dash.SOLID));
    series.add(
        new Series.Marker(
            Text.of("chart.series.thisDesign"), accelerators, at.applyAsDouble(accelerators)));
    return chart(
        "goodput-scale",
        Text.of(
            u.upperBound() ? "chart.subtitle.goodputScaleAtMost" : "chart.subtitle.goodputScale",
            time(c.mtbfS()),
            accelerators),
        Axis.log(Text.of("chart.axis.accelerators"), Dimension.COUNT),
        share("chart.axis.goodput", series),
        series);
  }

  private static Outcome<Chart> planes(Resilience r) {
    if (r.planes().isEmpty()) {
      return Outcome.notApplicable("chart.reason.onePlane");
    }
    List<Series.Row> rows = new ArrayList<>();
    for (PlaneLoss p : r.planes()) {
      Text name = Text.of("fabric." + p.fabric().key());
      rows.add(
          new Series.Row(
              Text.of("chart.series.planes", name, p.planes()),
              p.sound(),
              Ink.of(ColorRole.ACCENT),
              Text.of("chart.planes.sound")));
      rows.add(
          new Series.Row(
              Text.of("chart.series.oneLost", name),
              p.sound() * p.left(),
              Ink.of(ColorRole.WARNING),
              p.steps().stream()
                  .findFirst()
                  .map(s ->
                      Text.of(
                          "chart.planes.step",
                          s.workload(),
                          new Quantity(s.slowdown(), Dimension.RATIO),
                          new Quantity(s.boundSlowdown(), Dimension.RATIO)))
                  .orElseGet(() ->
                      Text.of("chart.planes.left", new Quantity(p.left(), Dimension.RATIO)))));
    }
    return Outcome.solved(
        chart(
            "plane-lost",
            Text.of("chart.subtitle.plane"),
            Axis.linear(Text.of("chart.axis.injection"), Dimension.BANDWIDTH).from(0),
            Axis.linear(Text.of("chart.axis.part"), Dimension.COUNT),
            List.of(new Series.Ranking(Text.of("chart.axis.injection"), rows))));
  }

  /** Share of the time that every place is filled, by spares and crews. */
  private static Outcome<Chart> spares(Resilience r) {
    Optional<RepairShop> shop = r.repairShop();
    if (shop.isEmpty()) {
      return Outcome.notApplicable("chart.reason.noRates");
    }
    RepairShop of = shop.get();
    List<Series> series = new ArrayList<>();
    for (int k = 0; k < CREWS.length; k++) {
      int crews = CREWS[k];
      double[] xy = new double[2 * (MOST_SPARES + 1)];
      for (int s = 0; s <= MOST_SPARES; s++) {
        xy[2 * s] = s;
        xy[2 * s + 1] =
            new RepairShop(of.inUse(), s, of.one(), of.repairHours(), crews).fullAvailability();
      }
      series.add(
          new Series.Curve(
              Text.of("chart.curve.crews", crews),
              Points.of(xy),
              COLOURS.get(k),
              Style.Dash.SOLID));
    }
    return Outcome.solved(
        chart(
            "spares",
            Text.of("chart.subtitle.spares", of.inUse(), time(of.repairHours() * 3600)),
            Axis.linear(Text.of("chart.axis.spares"), Dimension.COUNT).from(0),
            share("chart.axis.full", series),
            series));
  }

  /** To 100 %, from the ten per cent below what the curves come down to. */
  private static Axis share(String label, List<Series> series) {
    double least = 1;
    for (Series s : series) {
      if (s instanceof Series.Curve c) {
        for (int i = 0; i < c.points().size(); i++) {
          least = Math.min(least, c.points().y(i));
        }
      }
    }
    double from = Math.clamp(Math.floor(least * 10 - 1e-9) / 10, 0, 0.9);
    return Axis.linear(Text.of(label), Dimension.RATIO).from(from).to(1);
  }

  private static Points curve(double low, double high, DoubleUnaryOperator of) {
    double[] xy = new double[2 * STEPS];
    for (int i = 0; i < STEPS; i++) {
      double x = low * Math.pow(high / low, i / (STEPS - 1.0));
      xy[2 * i] = x;
      xy[2 * i + 1] = of.applyAsDouble(x);
    }
    return Points.of(xy);
  }

  private static Quantity time(double seconds) {
    return new Quantity(seconds, Dimension.DURATION);
  }
}
