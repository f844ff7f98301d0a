package supernode.figure.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import supernode.analysis.Analysis;
import supernode.analysis.FabricAnswer;
import supernode.design.Fabric;
import supernode.quantity.Text;
import supernode.solve.Outcome;

/** The charts of an analysis, by subject; the same in the window and in the report. */
public final class AnalysisCharts {
  private AnalysisCharts() {}

  /** Subjects. */
  public enum Tab {
    OVERVIEW,
    NETWORK,
    COOLING,
    POWER;

    /** Key of its name. */
    public String key() {
      return "chart.tab." + name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * A chart, or why there is none.
   *
   * @param id stable name, unique within a tab
   * @param title what it would show
   */
  public record Slot(String id, Text title, Outcome<Chart> chart) {}

  /** The charts of a subject, in the order they are shown. */
  public static List<Slot> of(Analysis analysis, Tab tab) {
    return switch (tab) {
      case OVERVIEW -> overview(analysis);
      case NETWORK -> network(analysis);
      case COOLING -> cooling(analysis);
      case POWER -> power(analysis);
    };
  }

  private static List<Slot> overview(Analysis analysis) {
    List<Slot> slots = new ArrayList<>();
    // The fabric of the accelerators first; a design may have another one only.
    leading(analysis)
        .ifPresentOrElse(
            e -> {
              slots.add(slot("utilisation", e.getValue(), NetworkCharts::utilisation));
              slots.add(slot("bus-bandwidth", e.getValue(), NetworkCharts::busBandwidth));
            },
            () -> slots.add(none("utilisation", "chart.reason.noFabric")));
    slots.add(slot("pump-and-system", analysis.cooling(), CoolingCharts::pumpAndSystem));
    slots.add(slot("junctions", analysis.cooling(), CoolingCharts::junctions));
    slots.add(slot("power-by-kind", analysis.power(), PowerCharts::byKind));
    return slots;
  }

  private static List<Slot> network(Analysis analysis) {
    List<Slot> slots = new ArrayList<>();
    for (Map.Entry<Fabric, Outcome<FabricAnswer>> e : analysis.networks().entrySet()) {
      String fabric = "." + e.getKey().key();
      add(slots, fabric, slot("utilisation", e.getValue(), NetworkCharts::utilisation));
      add(slots, fabric, slot("latency", e.getValue(), NetworkCharts::latency));
      add(slots, fabric, slot("bus-bandwidth", e.getValue(), NetworkCharts::busBandwidth));
      add(slots, fabric, slot("traffic-rates", e.getValue(), NetworkCharts::trafficRates));
      if (!(e.getValue() instanceof Outcome.Solved)) {
        // One reason is enough for a fabric that has no answer.
        slots.subList(slots.size() - 3, slots.size()).clear();
      }
    }
    if (slots.isEmpty()) {
      slots.add(none("utilisation", "chart.reason.noFabric"));
    }
    return slots;
  }

  private static List<Slot> cooling(Analysis analysis) {
    if (!(analysis.cooling() instanceof Outcome.Solved)) {
      return List.of(slot("junctions", analysis.cooling(), CoolingCharts::junctions));
    }
    return List.of(
        slot("junctions", analysis.cooling(), CoolingCharts::junctions),
        slot("branch-flows", analysis.cooling(), CoolingCharts::branchFlows),
        slot("coolant", analysis.cooling(), CoolingCharts::coolant),
        slot("pump-and-system", analysis.cooling(), CoolingCharts::pumpAndSystem));
  }

  private static List<Slot> power(Analysis analysis) {
    return List.of(
        slot("power-by-kind", analysis.power(), PowerCharts::byKind),
        slot("pue", analysis.power(), PowerCharts::effectiveness));
  }

  private static java.util.Optional<Map.Entry<Fabric, Outcome<FabricAnswer>>> leading(
      Analysis analysis) {
    return analysis.networks().entrySet().stream()
        .min(java.util.Comparator.comparing((Map.Entry<Fabric, ?> e) -> e.getKey()));
  }

  private static void add(List<Slot> slots, String suffix, Slot slot) {
    slots.add(new Slot(slot.id() + suffix, slot.title(), slot.chart()));
  }

  private static Slot none(String id, String reason) {
    return new Slot(id, title(id), Outcome.notApplicable(reason));
  }

  private static <T> Slot slot(
      String id, Outcome<T> answer, java.util.function.Function<T, Outcome<Chart>> chart) {
    Outcome<Chart> made =
        switch (answer) {
          case Outcome.Solved<T>(T value) -> chart.apply(value);
          case Outcome.NotConverged<T>(Text reason, String place) ->
              new Outcome.NotConverged<>(reason, place);
          case Outcome.NotApplicable<T>(Text reason) -> new Outcome.NotApplicable<>(reason);
        };
    return new Slot(id, title(id), made);
  }

  static Text title(String id) {
    return Text.of("chart.title." + id);
  }
}
