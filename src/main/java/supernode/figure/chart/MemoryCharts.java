package supernode.figure.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.DoubleStream;
import supernode.analysis.workload.MemoryWall;
import supernode.analysis.workload.MemoryWall.Pooled;
import supernode.analysis.workload.MemoryWall.Swapped;
import supernode.analysis.workload.ServingAnswer;
import supernode.analysis.workload.WorkloadAnswer;
import supernode.analysis.workload.Workloads;
import supernode.catalog.Catalog;
import supernode.catalog.CatalogReader;
import supernode.catalog.Part;
import supernode.catalog.Property;
import supernode.figure.ColorRole;
import supernode.figure.Points;
import supernode.figure.Style;
import supernode.quantity.Dimension;
import supernode.quantity.Quantity;
import supernode.quantity.Text;
import supernode.solve.Outcome;
import supernode.solve.network.collective.Mode;
import supernode.solve.workload.machine.Chip;

/** What other memory would do for a workload: newer stacks, more of them, a pool. */
final class MemoryCharts {
  /** One stack of each generation as the catalogue has it, and its colour. */
  private enum Generation {
    HBM3("HBM3", "hbm3-8h", ColorRole.COPPER),
    HBM3E("HBM3E", "hbm3e-12h", ColorRole.SWITCH),
    HBM4("HBM4", "hbm4-jedec", ColorRole.HBM),
    HBM4_16("HBM4", "hbm4-16h", ColorRole.ACCENT);

    private final String name;
    private final String id;
    private final ColorRole role;

    Generation(String name, String id, ColorRole role) {
      this.name = name;
      this.id = id;
      this.role = role;
    }
  }

  private static final List<Integer> STACKS = List.of(6, 8, 10, 12);

  /** Rates of a chip to a pool, byte/s: from a port of PCIe 4 to one of scale-up. */
  private static final double[] POOL_BYTES_PER_S = {32e9, 64e9, 128e9, 256e9, 512e9, 1024e9};

  private MemoryCharts() {}

  static List<Slot> of(Workloads.Answered workload, WorkloadAnswer answer) {
    List<Slot> slots = new ArrayList<>();
    slots.add(
        Slot.later(
            "other-memory",
            AnalysisCharts.title("other-memory"),
            answer instanceof ServingAnswer,
            cancelled -> swapped(workload, answer, cancelled)));
    slots.add(Slot.later("pool", AnalysisCharts.title("pool"), false, cancelled -> pooled(answer)));
    return slots;
  }

  private static Outcome<Chart> swapped(
      Workloads.Answered workload, WorkloadAnswer answer, BooleanSupplier cancelled) {
    Catalog catalog = CatalogReader.shipped();
    List<Series> series = new ArrayList<>();
    for (Generation generation : Generation.values()) {
      Part stack = catalog.part(generation.id).orElseThrow();
      List<Swapped> all =
          MemoryWall.swapped(
              workload.workload(), answer.machine(), List.of(stack), STACKS, cancelled);
      double bytes = stack.values().get(Property.MEMORY_BYTES, 0);
      Text name =
          Text.of("chart.series.stack", generation.name, new Quantity(bytes, Dimension.DATA));
      curve(all, Mode.CALIBRATED, name, generation.role, series);
      curve(all, Mode.BOUND, Text.of("chart.curve.bound", name), generation.role, series);
    }
    if (series.isEmpty()) {
      return Outcome.notApplicable("chart.reason.noMemoryFits");
    }
    Chip chip = answer.machine().fleet().chip();
    series.add(
        new Series.Reference(
            Text.of("chart.series.drawn"),
            false,
            MemoryWall.tokensPerSecond(answer, Mode.CALIBRATED),
            ColorRole.SECONDARY));
    return Outcome.solved(
        new Chart(
            "other-memory",
            AnalysisCharts.title("other-memory"),
            Text.of(
                "chart.subtitle.other-memory",
                chip.name(),
                new Quantity(chip.memoryBytes(), Dimension.DATA),
                new Quantity(chip.memoryBytesPerS(), Dimension.BANDWIDTH)),
            Axis.linear(Text.of("chart.axis.stacks"), Dimension.COUNT),
            Axis.linear(Text.of("chart.axis.tokens"), Dimension.COUNT).from(0),
            series));
  }

  /** Numbers of stacks with which the workload does not fit have no point. */
  private static void curve(
      List<Swapped> all, Mode mode, Text name, ColorRole role, List<Series> to) {
    double[] points =
        all.stream()
            .flatMapToDouble(s ->
                s.answer().asOptional().stream()
                    .flatMapToDouble(
                        a -> DoubleStream.of(s.stacks(), MemoryWall.tokensPerSecond(a, mode))))
            .toArray();
    if (points.length > 0) {
      boolean bound = mode == Mode.BOUND;
      to.add(
          new Series.Curve(
              name, Points.of(points), role, bound ? Style.Dash.DOTTED : Style.Dash.SOLID, !bound));
    }
  }

  private static Outcome<Chart> pooled(WorkloadAnswer answer) {
    List<Series> series = new ArrayList<>();
    for (Mode mode : List.of(Mode.CALIBRATED, Mode.BOUND)) {
      double[] points =
          Arrays.stream(POOL_BYTES_PER_S)
              .boxed()
              .flatMap(rate -> MemoryWall.pooled(answer, rate, mode).stream())
              .flatMapToDouble(p -> DoubleStream.of(p.bytesPerS(), Math.max(0, p.seconds())))
              .toArray();
      if (points.length > 0) {
        series.add(
            new Series.Curve(
                Text.of("chart.mode." + mode.key()),
                Points.of(points),
                ColorRole.ACCENT,
                mode == Mode.BOUND ? Style.Dash.DOTTED : Style.Dash.SOLID,
                mode == Mode.CALIBRATED));
      }
    }
    return MemoryWall.pooled(answer, POOL_BYTES_PER_S[0], Mode.CALIBRATED)
        .map(p -> Outcome.solved(chart(p, series)))
        .orElseGet(() -> Outcome.notApplicable("chart.reason.noPool"));
  }

  private static Chart chart(Pooled p, List<Series> series) {
    return new Chart(
        "pool",
        AnalysisCharts.title("pool"),
        Text.of(
            "chart.subtitle.pool." + p.what(),
            new Quantity(p.bytes(), Dimension.DATA),
            new Quantity(p.movedBytes(), Dimension.DATA)),
        Axis.log(Text.of("chart.axis.poolRate"), Dimension.BANDWIDTH),
        Axis.linear(Text.of("chart.axis.added"), Dimension.TIME).from(0),
        series);
  }
}
