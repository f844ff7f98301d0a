package supernode.figure.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import supernode.analysis.CoolingAnswer;
import supernode.analysis.Result;
import supernode.analysis.TransientAnswer;
import supernode.design.InstancePath;
import supernode.figure.Reading;
import supernode.figure.Scale;
import supernode.quantity.Dimension;
import supernode.quantity.Quantity;
import supernode.quantity.Text;
import supernode.solve.Outcome;

/**
 * Temperatures of chips as a map: rows are trays, columns the chips in them. Where that would be
 * more rows than can be read, rows are what holds the trays, and a field is its hottest chip.
 */
final class ChipMaps {
  private static final int MOST_ROWS = 40;
  private static final String MEMORY = ".memoryC";

  private ChipMaps() {}

  static Outcome<Chart> junctions(CoolingAnswer answer) {
    SequencedMap<String, Double> values = new LinkedHashMap<>();
    answer.chips().forEach(c -> values.put(c.place(), c.junctionC()));
    return map("junction-map", values, scale("result.junctionC", answer));
  }

  static Outcome<Chart> memories(CoolingAnswer answer) {
    SequencedMap<String, Double> values = new LinkedHashMap<>();
    for (CoolingAnswer.Chip c : answer.chips()) {
      answer.at(c.place()).stream()
          .filter(r -> r.id().equals(c.place() + MEMORY))
          .map(Result::quantity)
          .mapToDouble(Quantity::value)
          .forEach(m -> values.put(c.place(), m));
    }
    return values.isEmpty()
        ? Outcome.notApplicable("chart.reason.noMemory")
        : map("memory-map", values, scale("result.memoryC", answer));
  }

  /** At a moment of a run, on one scale for all of it. */
  static Outcome<Chart> junctions(TransientAnswer run, double seconds) {
    SequencedMap<String, Double> values = new LinkedHashMap<>();
    run.chips().forEach(c -> values.put(c.place(), run.at(c.junctionC(), seconds)));
    return map("junction-map", values, reading("result.junctionC", run.lowC(), run.highC()));
  }

  /** At a moment of a run. */
  static Outcome<Chart> memories(TransientAnswer run, double seconds) {
    SequencedMap<String, Double> values = new LinkedHashMap<>();
    run.chips().stream()
        .filter(c -> c.memoryC().length > 0)
        .forEach(c -> values.put(c.place(), run.at(c.memoryC(), seconds)));
    return map("memory-map", values, reading("result.memoryC", run.lowC(), run.highC()));
  }

  /** The colours of the drawing. */
  private static Reading scale(String key, CoolingAnswer answer) {
    return reading(key, answer.temperatures().get().min(), answer.temperatures().get().max());
  }

  private static Reading reading(String key, double low, double high) {
    return new Reading(Text.of(key), Scale.TEMPERATURE, Dimension.TEMPERATURE, low, high);
  }

  private static Outcome<Chart> map(
      String id, SequencedMap<String, Double> values, Reading reading) {
    if (values.isEmpty()) {
      return Outcome.notApplicable("chart.reason.noChips");
    }
    Map<List<InstancePath.Step>, Double> chips = packages(values);
    int depth = chips.keySet().stream().mapToInt(List::size).max().orElse(1);
    int rowSteps = depth - 1;
    while (rowSteps > 1 && rows(chips.keySet(), rowSteps) > MOST_ROWS) {
      rowSteps--;
    }
    boolean gathered = rowSteps < depth - 1;
    SequencedSet<String> rows = new LinkedHashSet<>();
    SequencedSet<String> columns = new LinkedHashSet<>();
    Map<String, Map<String, Double>> fields = new HashMap<>();
    int steps = rowSteps;
    chips.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(ChipMaps::order))
        .forEach(e -> {
          List<InstancePath.Step> path = e.getKey();
          int split = Math.min(steps, path.size() - 1);
          String row = name(path.subList(0, split));
          String column =
              name(path.subList(split, gathered ? Math.min(split + 1, path.size()) : path.size()));
          rows.add(row);
          columns.add(column);
          fields.computeIfAbsent(row, _ -> new HashMap<>()).merge(column, e.getValue(), Math::max);
        });
    return Outcome.solved(
        chart(
            id, values.size(), gathered, List.copyOf(rows), List.copyOf(columns), fields, reading));
  }

  private static Chart chart(
      String id,
      int chips,
      boolean gathered,
      List<String> rows,
      List<String> columns,
      Map<String, Map<String, Double>> fields,
      Reading reading) {
    double[][] values = new double[rows.size()][columns.size()];
    double hottest = Double.NEGATIVE_INFINITY;
    for (int r = 0; r < rows.size(); r++) {
      Arrays.fill(values[r], -1);
      for (int c = 0; c < columns.size(); c++) {
        Double v = fields.get(rows.get(r)).get(columns.get(c));
        if (v != null) {
          values[r][c] = v;
          hottest = Math.max(hottest, v);
        }
      }
    }
    return new Chart(
        id,
        AnalysisCharts.title(id),
        Text.of(
            gathered ? "chart.subtitle.gatheredMap" : "chart.subtitle.chipMap",
            chips,
            new Quantity(hottest, Dimension.TEMPERATURE)),
        Axis.linear(Text.of(gathered ? "chart.axis.tray" : "chart.axis.chips"), Dimension.COUNT),
        Axis.linear(Text.of("chart.axis.place"), Dimension.COUNT),
        List.of(new Series.HeatMap(reading.title(), rows, columns, values, reading)));
  }

  private static int rows(Set<List<InstancePath.Step>> chips, int steps) {
    return (int)
        chips.stream().map(p -> p.subList(0, Math.min(steps, p.size() - 1))).distinct().count();
  }

  /** Without the last step where a chip is alone in its package, so that the package names it. */
  private static Map<List<InstancePath.Step>, Double> packages(Map<String, Double> values) {
    Map<List<InstancePath.Step>, Double> chips = new LinkedHashMap<>();
    Map<List<InstancePath.Step>, Integer> together = new HashMap<>();
    values
        .keySet()
        .forEach(p -> together.merge(parent(InstancePath.parse(p).steps()), 1, Integer::sum));
    values.forEach((place, value) -> {
      List<InstancePath.Step> path = InstancePath.parse(place).steps();
      boolean alone = path.size() > 2 && together.get(parent(path)) == 1;
      chips.merge(alone ? parent(path) : path, value, Math::max);
    });
    return chips;
  }

  private static List<InstancePath.Step> parent(List<InstancePath.Step> path) {
    return path.subList(0, Math.max(0, path.size() - 1));
  }

  private static int order(List<InstancePath.Step> a, List<InstancePath.Step> b) {
    for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
      int names = a.get(i).placement().compareTo(b.get(i).placement());
      int c = names != 0 ? names : Integer.compare(a.get(i).index(), b.get(i).index());
      if (c != 0) {
        return c;
      }
    }
    return Integer.compare(a.size(), b.size());
  }

  private static String name(List<InstancePath.Step> steps) {
    List<String> parts = new ArrayList<>();
    steps.forEach(s -> parts.add(s.toString()));
    return parts.isEmpty() ? "·" : String.join(".", parts);
  }
}
