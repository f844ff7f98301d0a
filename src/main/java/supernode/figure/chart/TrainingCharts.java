package supernode.figure.chart;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.function.BooleanSupplier;
import supernode.analysis.workload.Scaling;
import supernode.analysis.workload.TrainingAnswer;
import supernode.figure.ColorRole;
import supernode.figure.Points;
import supernode.figure.Style;
import supernode.quantity.Dimension;
import supernode.quantity.Text;
import supernode.solve.Outcome;
import supernode.solve.workload.machine.Fleet;
import supernode.solve.workload.train.StepTimeline;
import supernode.solve.workload.train.TrainingResult;

/** Charts of a training step: where its time and its memory go, how it grows with the machine. */
final class TrainingCharts {
  /** Stages that are drawn of each way of timing. */
  private static final int STAGES = 4;

  private TrainingCharts() {}

  static List<Slot> of(TrainingAnswer a) {
    List<Slot> slots = new ArrayList<>();
    slots.add(ready("step-parts", step(a)));
    slots.add(
        Slot.later(
            "step-timeline",
            AnalysisCharts.title("step-timeline"),
            false,
            _ -> Outcome.solved(timeline(a))));
    slots.add(ready("training-memory", memory(a.calibrated(), a.machine().fleet())));
    slots.add(
        Slot.later(
            "training-scaling",
            AnalysisCharts.title("training-scaling"),
            false,
            cancelled -> scaling(a, cancelled)));
    slots.addAll(RooflineCharts.of(a));
    StrategyCharts.pareto(a, a.calibrated().strategy()).ifPresent(slots::add);
    return slots;
  }

  private static Slot ready(String id, Chart chart) {
    return Slot.ready(id, AnalysisCharts.title(id), Outcome.solved(chart));
  }

  private static Text mode(boolean bound) {
    return Text.of(bound ? "chart.mode.bound" : "chart.mode.calibrated");
  }

  private static Chart step(TrainingAnswer a) {
    List<Series.StackRow> rows = new ArrayList<>();
    for (TrainingResult r : List.of(a.calibrated(), a.bound())) {
      List<Series.Part> parts = new ArrayList<>();
      r.parts()
          .byKey()
          .forEach((key, seconds) -> {
            if (seconds > 0) {
              parts.add(new Series.Part(Text.of("workload.part." + key), seconds, role(key)));
            }
          });
      rows.add(new Series.StackRow(mode(r == a.bound()), parts));
    }
    Axis x = Axis.linear(Text.of("chart.axis.time"), Dimension.TIME);
    return new Chart(
        "step-parts",
        AnalysisCharts.title("step-parts"),
        Text.of("chart.subtitle.step-parts"),
        x,
        x,
        List.of(new Series.StackRows(AnalysisCharts.title("step-parts"), rows)));
  }

  private static Chart memory(TrainingResult r, Fleet fleet) {
    List<Series.Part> parts = new ArrayList<>();
    for (Map.Entry<String, Double> e : r.memory().byKey().entrySet()) {
      if (e.getValue() > 0) {
        parts.add(
            new Series.Part(Text.of("train.memory." + e.getKey()), e.getValue(), role(e.getKey())));
      }
    }
    Axis x = Axis.linear(Text.of("chart.axis.memory"), Dimension.DATA);
    return new Chart(
        "training-memory",
        AnalysisCharts.title("training-memory"),
        Text.of("chart.subtitle.training-memory", fleet.chip().name()),
        x,
        x,
        List.of(
            new Series.StackRows(
                AnalysisCharts.title("training-memory"),
                List.of(new Series.StackRow(Text.of("chart.part.used"), parts))),
            new Series.Reference(
                Text.of("chart.series.capacity"),
                true,
                fleet.chip().memoryBytes(),
                ColorRole.ERROR)));
  }

  private static Chart timeline(TrainingAnswer a) {
    List<Series.Lane> lanes = new ArrayList<>();
    double end = 0;
    for (TrainingResult r : List.of(a.calibrated(), a.bound())) {
      StepTimeline t = StepTimeline.of(r);
      end = Math.max(end, t.seconds());
      for (int stage : seen(t.stages().size())) {
        lanes.add(lane(mode(r == a.bound()), stage, t.stages().get(stage)));
      }
    }
    Axis x = Axis.linear(Text.of("chart.axis.time"), Dimension.TIME);
    return new Chart(
        "step-timeline",
        AnalysisCharts.title("step-timeline"),
        Text.of(
            "chart.subtitle.step-timeline",
            a.calibrated().strategy().pp(),
            a.calibrated().work().microbatches()),
        x,
        x,
        List.of(new Series.Timeline(AnalysisCharts.title("step-timeline"), lanes, end)));
  }

  /** The first stage, the last, and some between. */
  private static SequencedSet<Integer> seen(int stages) {
    SequencedSet<Integer> seen = new LinkedHashSet<>();
    for (int i = 0; i < STAGES; i++) {
      seen.add((int) Math.round((double) i * (stages - 1) / (STAGES - 1)));
    }
    return seen;
  }

  private static Series.Lane lane(Text mode, int stage, List<StepTimeline.Piece> pieces) {
    List<Series.Piece> front = new ArrayList<>();
    List<Series.Piece> behind = new ArrayList<>();
    for (StepTimeline.Piece p : pieces) {
      (p.kind().isBehind() ? behind : front)
          .add(
              new Series.Piece(
                  p.from(),
                  p.to(),
                  Text.of("chart.piece." + p.kind().name().toLowerCase(java.util.Locale.ROOT)),
                  role(p.kind())));
    }
    return new Series.Lane(Text.of("chart.lane.stage", mode, stage + 1), front, behind);
  }

  private static Outcome<Chart> scaling(TrainingAnswer a, BooleanSupplier cancelled) {
    Scaling s = Scaling.of(a, cancelled);
    if (s.growing().size() + s.fixed().size() < 3) {
      return Outcome.notApplicable("chart.reason.noScaling");
    }
    List<Series> series = new ArrayList<>();
    curves("growing", s.growing(), ColorRole.SWITCH, series);
    curves("fixed", s.fixed(), ColorRole.ACCENT, series);
    List<Scaling.Point> along = s.growing().size() > 1 ? s.growing() : s.fixed();
    Scaling.Point first = along.getFirst();
    double last = along.getLast().chips();
    series.add(
        new Series.Curve(
            Text.of("chart.series.ideal"),
            Points.of(
                first.chips(), first.calibrated(), last, first.calibrated() / first.chips() * last),
            ColorRole.FAINT,
            Style.Dash.DASHED));
    int chips = a.machine().fleet().count();
    series.add(
        new Series.Reference(
            Text.of("chart.series.asDrawn", chips), true, chips, ColorRole.SECONDARY));
    return Outcome.solved(
        new Chart(
            "training-scaling",
            AnalysisCharts.title("training-scaling"),
            Text.of("chart.subtitle.training-scaling"),
            axis("chart.axis.devices", last / first.chips()),
            axis("chart.axis.tokens", last / first.chips()),
            series));
  }

  /** By decades where the numbers span more than one. */
  private static Axis axis(String label, double span) {
    return span > 10
        ? Axis.log(Text.of(label), Dimension.COUNT)
        : Axis.linear(Text.of(label), Dimension.COUNT).from(0);
  }

  /** Calibrated drawn through, the bound dotted. */
  private static void curves(
      String key, List<Scaling.Point> points, ColorRole role, List<Series> to) {
    if (points.isEmpty()) {
      return;
    }
    double[] calibrated = new double[2 * points.size()];
    double[] bound = new double[2 * points.size()];
    for (int i = 0; i < points.size(); i++) {
      calibrated[2 * i] = points.get(i).chips();
      bound[2 * i] = points.get(i).chips();
      calibrated[2 * i + 1] = points.get(i).calibrated();
      bound[2 * i + 1] = points.get(i).bound();
    }
    Text name = Text.of("chart.series.batch." + key);
    to.add(new Series.Curve(name, Points.of(calibrated), role, Style.Dash.SOLID));
    to.add(
        new Series.Curve(
            Text.of("chart.curve.bound", name), Points.of(bound), role, Style.Dash.DOTTED, false));
  }

  private static ColorRole role(StepTimeline.Kind kind) {
    return switch (kind) {
      case FORWARD, BOTH -> ColorRole.ACCENT;
      case BACKWARD -> ColorRole.SWITCH;
      case EXCHANGE -> ColorRole.ERROR;
      case HIDDEN -> ColorRole.COPPER;
      case REPLICAS -> ColorRole.COOLANT_RETURN;
      case HIDDEN_REPLICAS -> ColorRole.OPTICS;
      case OPTIMIZER -> ColorRole.HBM;
    };
  }

  private static ColorRole role(String key) {
    return switch (key) {
      case "compute", "weights" -> ColorRole.ACCENT;
      case "tensorParallel", "activations" -> ColorRole.SWITCH;
      case "expertParallel", "gradients" -> ColorRole.COPPER;
      case "contextParallel", "working" -> ColorRole.OPTICS;
      case "pipelineParallel" -> ColorRole.COOLANT_SUPPLY;
      case "dataParallel" -> ColorRole.COOLANT_RETURN;
      case "bubble" -> ColorRole.FAINT;
      case "optimizer" -> ColorRole.HBM;
      default -> ColorRole.CPU;
    };
  }
}
