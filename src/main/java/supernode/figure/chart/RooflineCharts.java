package supernode.figure.chart;

import java.util.ArrayList;
import java.util.List;
import supernode.analysis.workload.MemoryWall;
import supernode.analysis.workload.WorkloadAnswer;
import supernode.figure.ColorRole;
import supernode.figure.Points;
import supernode.figure.Style;
import supernode.quantity.Dimension;
import supernode.quantity.Text;
import supernode.solve.Outcome;
import supernode.solve.workload.roofline.Roofline;

/** Rooflines of a workload, one for each of its phases: each operator a point under the roofs. */
final class RooflineCharts {
  /** Room left of the least and right of the greatest intensity. */
  private static final double MARGIN = 2;

  private RooflineCharts() {}

  static List<Slot> of(WorkloadAnswer answer) {
    List<Slot> slots = new ArrayList<>();
    MemoryWall.rooflines(answer)
        .forEach((phase, roofline) -> {
          Text title = Text.of("chart.title.roofline." + phase);
          slots.add(Slot.ready("roofline." + phase, title, Outcome.solved(chart(title, roofline))));
        });
    return slots;
  }

  private static Chart chart(Text title, Roofline roofline) {
    List<Roofline.Point> points =
        roofline.points().stream().filter(p -> p.intensity() > 0).toList();
    double peak = points.stream().mapToDouble(Roofline.Point::peakFlopsPerS).max().orElse(1);
    double memory = roofline.roofs().getFirst().bytesPerS();
    double ridge = peak / memory;
    double low = points.stream().mapToDouble(Roofline.Point::intensity).min().orElse(ridge);
    double high = points.stream().mapToDouble(Roofline.Point::intensity).max().orElse(ridge);
    double from = Math.min(low, ridge) / MARGIN;
    double to = Math.max(high, ridge) * MARGIN;
    List<Series> series = new ArrayList<>();
    for (Roofline.Roof roof : roofline.roofs()) {
      if (roof.key().equals("hbm") || roof.key().equals("pool")) {
        double meets = peak / roof.bytesPerS();
        double end = Math.min(to, meets);
        series.add(
            new Series.Curve(
                Text.of("chart.roof." + roof.key()),
                Points.of(from, from * roof.bytesPerS(), end, end * roof.bytesPerS()),
                role(roof.key()),
                Style.Dash.SOLID));
      }
    }
    series.add(
        new Series.Curve(
            Text.of("chart.roof.compute"),
            Points.of(Math.min(ridge, to), peak, to, peak),
            role("compute"),
            Style.Dash.SOLID));
    List<Series.Dot> dots = new ArrayList<>();
    for (Roofline.Point p : points) {
      String key = p.operator().key();
      dots.add(
          new Series.Dot(
              key,
              Text.of("chart.operator." + key),
              p.intensity(),
              p.attainableFlopsPerS(),
              true,
              false,
              role(p.limit())));
      dots.add(
          new Series.Dot(
              key + ".calibrated",
              Text.of("chart.curve.calibrated", Text.of("chart.operator." + key)),
              p.intensity(),
              p.calibratedFlopsPerS(),
              false,
              false,
              role(p.limit()),
              false));
    }
    series.add(new Series.Scatter(title, dots, true));
    return new Chart(
        "roofline",
        title,
        Text.of("chart.subtitle.roofline"),
        Axis.log(Text.of("chart.axis.intensity"), Dimension.FACTOR),
        Axis.log(Text.of("chart.axis.attainable"), Dimension.COMPUTE),
        series);
  }

  private static ColorRole role(String limit) {
    return switch (limit) {
      case "compute" -> ColorRole.ACCENT;
      case "hbm" -> ColorRole.HBM;
      case "pool" -> ColorRole.OPTICS;
      case "scaleUp" -> ColorRole.SWITCH;
      default -> ColorRole.COPPER;
    };
  }
}
