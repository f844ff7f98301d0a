package supernode.figure.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import supernode.analysis.PowerAnswer;
import supernode.analysis.Result;
import supernode.catalog.PartKind;
import supernode.figure.ColorRole;
import supernode.figure.face.Faces;
import supernode.quantity.Dimension;
import supernode.quantity.Quantity;
import supernode.quantity.Text;
import supernode.solve.Outcome;

/** Charts of power. */
final class PowerCharts {
  /** Kinds of power that are not drawn by the computing itself. */
  private static final List<String> PLANT = List.of("power.pumps", "power.rejection");

  private PowerCharts() {}

  static Outcome<Chart> byKind(PowerAnswer answer) {
    if (answer.byKind().isEmpty()) {
      return Outcome.notApplicable("chart.reason.noPower");
    }
    List<Series.Part> parts = new ArrayList<>();
    answer.byKind().forEach((key, w) -> parts.add(new Series.Part(Text.of(key), w, role(key))));
    double total = parts.stream().mapToDouble(Series.Part::value).sum();
    Optional<Result> pue =
        answer.results().stream().filter(r -> r.id().equals("power.pue")).findFirst();
    Quantity all = new Quantity(total, Dimension.POWER);
    return Outcome.solved(
        stack(
            "power-by-kind",
            pue.map(r -> Text.of("chart.subtitle.powerAndPue", all, r.quantity()))
                .orElseGet(() -> Text.of("chart.subtitle.power", all)),
            Dimension.POWER,
            parts));
  }

  /** What each watt of computing takes in all. */
  static Outcome<Chart> effectiveness(PowerAnswer answer) {
    double plantW = 0;
    double allW = 0;
    for (var e : answer.byKind().entrySet()) {
      allW += e.getValue();
      plantW += PLANT.contains(e.getKey()) ? e.getValue() : 0;
    }
    double itW = allW - plantW;
    if (itW <= 0 || plantW <= 0) {
      return Outcome.notApplicable("chart.reason.noPlant");
    }
    List<Series.Part> parts = new ArrayList<>();
    parts.add(new Series.Part(Text.of("chart.series.it"), 1, ColorRole.ACCENT));
    for (String key : PLANT) {
      Double w = answer.byKind().get(key);
      if (w != null) {
        parts.add(new Series.Part(Text.of(key), w / itW, role(key)));
      }
    }
    return Outcome.solved(
        stack(
            "pue",
            Text.of("chart.subtitle.pue", new Quantity(allW / itW, Dimension.FACTOR)),
            Dimension.FACTOR,
            parts));
  }

  private static Chart stack(
      String id, Text subtitle, Dimension dimension, List<Series.Part> parts) {
    Axis x = Axis.linear(Text.of("chart.axis." + id), dimension).from(0);
    return new Chart(
        id,
        AnalysisCharts.title(id),
        subtitle,
        x,
        x,
        List.of(new Series.Stack(AnalysisCharts.title(id), parts)));
  }

  static ColorRole role(String key) {
    return switch (key) {
      // The largest part by far; the body colour of a chip is too dark for a bar at night.
      case "kind.accelerator" -> ColorRole.ACCENT;
      case "power.losses" -> ColorRole.WARNING;
      case "power.links" -> ColorRole.COPPER;
      case "power.pumps" -> ColorRole.COOLANT_SUPPLY;
      case "power.rejection" -> ColorRole.COOLANT_RETURN;
      case "power.base" -> ColorRole.FAINT;
      default ->
          key.startsWith("kind.")
              ? PartKind.ofKey(key.substring("kind.".length()))
                  .map(Faces::role)
                  .orElse(ColorRole.FAINT)
              : ColorRole.FAINT;
    };
  }
}
