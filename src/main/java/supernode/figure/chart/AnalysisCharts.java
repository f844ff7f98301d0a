package supernode.figure.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import supernode.analysis.Analysis;
import supernode.analysis.FabricAnswer;
import supernode.design.Fabric;
import supernode.design.Scenario;
import supernode.quantity.Text;
import supernode.solve.Outcome;

/** The charts of an analysis, by subject; the same in the window and in the report. */
public final class AnalysisCharts {
  /** Collectives of so many endpoints are worked out at once. */
  private static final int MANY_ENDPOINTS = 256;

  /** Failures of fabrics of so many endpoints are worked out at once. */
  private static final int FEW_ENDPOINTS = 128;

  /** Charts of a fabric that need more than its rates. */
  private static final Set<String> DEEP =
      Set.of("latency", "bus-bandwidth", "collective-time", "traffic-rates");

  private AnalysisCharts() {}

  /** Whether a chart of an analysis is of its design, and not of one before. */
  public static boolean isFresh(Analysis analysis, Slot slot) {
    int dot = slot.id().indexOf('.');
    String id = dot < 0 ? slot.id() : slot.id().substring(0, dot);
    return switch (analysis.tier()) {
      case SUMS -> false;
      case RATES -> !DEEP.contains(id);
      case ALL -> true;
    };
  }

  /** Subjects. */
  public enum Tab {
    OVERVIEW,
    NETWORK,
    COOLING,
    POWER,
    /** Of the scenario; see {@link WorkloadCharts}. */
    WORKLOADS,
    /** See {@link ReliabilityCharts}. */
    RELIABILITY,
    /** See {@link ScoreCharts}. */
    SCORE;

    /** Key of its name. */
    public String key() {
      return "chart.tab." + name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** The charts of a subject, in the order they are shown. */
  public static List<Slot> of(Analysis analysis, Tab tab) {
    return switch (tab) {
      case OVERVIEW -> overview(analysis);
      case NETWORK -> network(analysis);
      case COOLING -> cooling(analysis);
      case POWER -> power(analysis);
      case WORKLOADS, RELIABILITY, SCORE -> List.of();
    };
  }

  private static List<Slot> overview(Analysis analysis) {
    List<Slot> slots = new ArrayList<>();
    // The fabric of the accelerators first; a design may have another one only.
    leading(analysis)
        .ifPresentOrElse(
            e -> {
              slots.add(slot("utilisation", e.getValue(), NetworkCharts::utilisation));
              // On a large fabric the curves take seconds: they stand with the network's.
              slots.add(
                  hasMore(e.getValue(), MANY_ENDPOINTS)
                      ? slow("top-links", e.getValue(), (a, _) -> TrafficCharts.topLinks(a))
                      : slow(
                          "bus-bandwidth", e.getValue(), (a, _) -> NetworkCharts.busBandwidth(a)));
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
      Outcome<FabricAnswer> answer = e.getValue();
      slots.add(slot("utilisation", answer, NetworkCharts::utilisation).with(fabric));
      if (!(answer instanceof Outcome.Solved)) {
        // One reason is enough for a fabric that has no answer.
        continue;
      }
      slots.add(slow("top-links", answer, (a, _) -> TrafficCharts.topLinks(a)).with(fabric));
      slots.add(slow("traffic-matrix", answer, TrafficCharts::matrix).with(fabric));
      slots.add(slot("latency", answer, NetworkCharts::latency).with(fabric));
      slots.add(slow("message-time", answer, LatencyCharts::messages).with(fabric));
      boolean many = hasMore(answer, MANY_ENDPOINTS);
      slots.add(
          late("bus-bandwidth", many, answer, (a, _) -> NetworkCharts.busBandwidth(a))
              .with(fabric));
      slots.add(
          late("collective-time", many, answer, (a, _) -> NetworkCharts.collectiveTime(a))
              .with(fabric));
      slots.add(late("latency-load", many, answer, LatencyCharts::offered).with(fabric));
      slots.add(slot("traffic-rates", answer, NetworkCharts::trafficRates).with(fabric));
      slots.add(
          late("degradation", hasMore(answer, FEW_ENDPOINTS), answer, TrafficCharts::degradation)
              .with(fabric));
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
        slot("junction-map", analysis.cooling(), ChipMaps::junctions),
        slot("heat", Outcome.solved(analysis), HeatCharts::sankey),
        slot("branch-balance", analysis.cooling(), CoolingCharts::balance),
        slot("coolant-course", analysis.cooling(), CoolingCharts::course),
        slot("pump-and-system", analysis.cooling(), CoolingCharts::pumpAndSystem),
        slot("coolant", analysis.cooling(), CoolingCharts::coolant),
        slot("memory-map", analysis.cooling(), ChipMaps::memories),
        slot("junctions", analysis.cooling(), CoolingCharts::junctions));
  }

  private static List<Slot> power(Analysis analysis) {
    List<Slot> slots = new ArrayList<>();
    slots.add(slot("power-by-kind", analysis.power(), PowerCharts::byKind));
    slots.add(slot("pue", analysis.power(), PowerCharts::effectiveness));
    slots.add(
        late(
            "pue-facility",
            false,
            Outcome.solved(analysis),
            (a, cancelled) -> HeatCharts.overFacility(a, cancelled)));
    if (weather(analysis)) {
      Outcome<WeatherCharts> year = Outcome.solved(new WeatherCharts(analysis));
      slots.add(late("weather-hours", true, year, WeatherCharts::hours));
      slots.add(late("weather-pue", true, year, WeatherCharts::pue));
    }
    return slots;
  }

  private static boolean weather(Analysis analysis) {
    Scenario scenario =
        analysis.design().scenarios().getOrDefault(analysis.scenario(), Scenario.DEFAULT);
    return scenario.weather().isPresent();
  }

  private static java.util.Optional<Map.Entry<Fabric, Outcome<FabricAnswer>>> leading(
      Analysis analysis) {
    return analysis.networks().entrySet().stream()
        .min(java.util.Comparator.comparing((Map.Entry<Fabric, ?> e) -> e.getKey()));
  }

  private static Slot none(String id, String reason) {
    return Slot.ready(id, title(id), Outcome.notApplicable(reason));
  }

  private static <T> Slot slot(String id, Outcome<T> answer, Function<T, Outcome<Chart>> chart) {
    return Slot.ready(id, title(id), answer.flatMap(chart));
  }

  /** A chart that takes a while on a large design. */
  private static <T> Slot slow(
      String id, Outcome<T> answer, BiFunction<T, BooleanSupplier, Outcome<Chart>> chart) {
    return late(id, false, answer, chart);
  }

  /**
   * @param takesSeconds whether it does on this design
   */
  private static <T> Slot late(
      String id,
      boolean takesSeconds,
      Outcome<T> answer,
      BiFunction<T, BooleanSupplier, Outcome<Chart>> chart) {
    return Slot.later(
        id, title(id), takesSeconds, cancelled -> answer.flatMap(a -> chart.apply(a, cancelled)));
  }

  private static boolean hasMore(Outcome<FabricAnswer> answer, int endpoints) {
    return answer.asOptional().filter(a -> a.views().endpoints() > endpoints).isPresent();
  }

  static Text title(String id) {
    return Text.of("chart.title." + id);
  }
}
