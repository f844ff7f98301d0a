package supernode.figure.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import supernode.analysis.workload.TrainingAnswer;
import supernode.figure.ColorRole;
import supernode.quantity.Dimension;
import supernode.quantity.Text;
import supernode.solve.Outcome;
import supernode.solve.workload.machine.Fleet;
import supernode.solve.workload.train.TrainingResult;

/** Charts of a training step: where its time and its memory go. */
final class TrainingCharts {
  private TrainingCharts() {}

  static List<Slot> of(TrainingAnswer a) {
    return List.of(
        ready("step-parts", step(a.calibrated())),
        ready("training-memory", memory(a.calibrated(), a.machine().fleet())));
  }

  private static Slot ready(String id, Chart chart) {
    return Slot.ready(id, AnalysisCharts.title(id), Outcome.solved(chart));
  }

  private static Chart step(TrainingResult r) {
    List<Series.Part> parts = new ArrayList<>();
    r.parts()
        .byKey()
        .forEach((key, seconds) -> {
          if (seconds > 0) {
            parts.add(new Series.Part(Text.of("workload.part." + key), seconds, role(key)));
          }
        });
    return stack("step-parts", r.bottleneck(), "chart.axis.time", Dimension.TIME, parts);
  }

  private static Chart memory(TrainingResult r, Fleet fleet) {
    List<Series.Part> parts = new ArrayList<>();
    for (Map.Entry<String, Double> e : r.memory().byKey().entrySet()) {
      if (e.getValue() > 0) {
        parts.add(
            new Series.Part(Text.of("train.memory." + e.getKey()), e.getValue(), role(e.getKey())));
      }
    }
    double free = fleet.chip().memoryBytes() - r.memory().total();
    parts.add(new Series.Part(Text.of("chart.part.free"), Math.max(0, free), ColorRole.DOTS));
    return stack(
        "training-memory",
        Text.of("chart.subtitle.training-memory", fleet.chip().name()),
        "chart.axis.memory",
        Dimension.DATA,
        parts);
  }

  private static Chart stack(
      String id, Text subtitle, String axis, Dimension dimension, List<Series.Part> parts) {
    Axis x = Axis.linear(Text.of(axis), dimension);
    return new Chart(
        id,
        AnalysisCharts.title(id),
        subtitle,
        x,
        x,
        List.of(new Series.Stack(AnalysisCharts.title(id), parts)));
  }

  private static ColorRole role(String key) {
    return switch (key) {
      case "compute", "weights" -> ColorRole.ACCENT;
      case "tensorParallel", "activations" -> ColorRole.SWITCH;
      case "expertParallel", "optimizer" -> ColorRole.HBM;
      case "contextParallel", "working" -> ColorRole.OPTICS;
      case "pipelineParallel", "gradients" -> ColorRole.COPPER;
      case "dataParallel" -> ColorRole.COOLANT_SUPPLY;
      case "bubble" -> ColorRole.DOTS;
      default -> ColorRole.CPU;
    };
  }
}
