package supernode.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import supernode.figure.chart.Axis;
import supernode.figure.chart.Chart;
import supernode.figure.chart.Series;
import supernode.quantity.Messages;
import supernode.quantity.QuantityFormat;
import supernode.quantity.Unit;

/**
 * The numbers of a chart as a table.
 *
 * @param head names of the columns
 * @param rows as many texts each as there are columns
 */
public record ChartTable(List<String> head, List<List<String>> rows) {
  /** For reading: each number with its unit. */
  static ChartTable of(Chart chart, Messages messages) {
    return make(
        chart,
        messages,
        messages.say(chart.x().label()),
        messages.say(chart.y().label()),
        new Printer() {
          @Override
          public String print(Axis axis, double si) {
            return PlotReading.value(axis, si);
          }

          @Override
          public String head(String name, Axis axis) {
            return name;
          }
        });
  }

  /** For other programs: plain numbers, the units in the head of the columns. */
  public static String csv(Chart chart, Messages messages) {
    PlotExtent extent = PlotExtent.of(chart);
    Unit x = unit(chart.x(), extent.lowX(), extent.highX(), chart);
    Unit y = unit(chart.y(), extent.lowY(), extent.highY(), chart);
    ChartTable table =
        make(
            chart,
            messages,
            head(messages.say(chart.x().label()), x),
            head(messages.say(chart.y().label()), y),
            new Printer() {
              @Override
              public String print(Axis axis, double si) {
                return plain(si / unit(axis).perUnit());
              }

              @Override
              public String head(String name, Axis axis) {
                return ChartTable.head(name, unit(axis));
              }

              private Unit unit(Axis axis) {
                return axis == chart.x()
                    ? x
                    : axis == chart.y() ? y : axis.dimension().units().getFirst();
              }
            });
    StringBuilder out = new StringBuilder();
    line(out, table.head());
    table.rows().forEach(row -> line(out, row));
    return out.toString();
  }

  private interface Printer {
    String print(Axis axis, double si);

    /** How a column is called that holds values of an axis. */
    String head(String name, Axis axis);
  }

  private static ChartTable make(
      Chart chart, Messages messages, String x, String y, Printer printer) {
    List<List<String>> rows = new ArrayList<>();
    for (Series series : chart.series()) {
      String name = messages.say(series.name());
      switch (series) {
        case Series.Bars bars -> {
          for (Series.Bar b : bars.bars()) {
            String at = bars.bars().size() == 1 ? "" : PlotReading.stretch(chart.x(), b, messages);
            rows.add(List.of(name, at, printer.print(chart.y(), b.value())));
          }
        }
        case Series.Curve curve -> {
          for (int i = 0; i < curve.points().size(); i++) {
            rows.add(
                List.of(
                    name,
                    printer.print(chart.x(), curve.points().x(i)),
                    printer.print(chart.y(), curve.points().y(i))));
          }
        }
        case Series.Marker m ->
            rows.add(
                List.of(name, printer.print(chart.x(), m.x()), printer.print(chart.y(), m.y())));
        case Series.Reference r when chart.stackRows().isPresent() ->
            rows.add(List.of(name, "", printer.print(chart.x(), r.at())));
        case Series.Reference r ->
            rows.add(
                r.vertical()
                    ? List.of(name, printer.print(chart.x(), r.at()), "")
                    : List.of(name, "", printer.print(chart.y(), r.at())));
        case Series.Ranking ranking ->
            ranking
                .rows()
                .forEach(r ->
                    rows.add(
                        List.of(
                            messages.say(r.name()),
                            printer.print(chart.x(), r.value()),
                            messages.say(r.note()))));
        case Series.HeatMap map -> pairs(map, printer, rows);
        case Series.Sankey s ->
            s.streams()
                .forEach(t ->
                    rows.add(
                        List.of(
                            messages.say(t.from()),
                            messages.say(t.to()),
                            printer.print(chart.x(), t.value()))));
        case Series.Scatter scatter ->
            scatter
                .dots()
                .forEach(d ->
                    rows.add(
                        List.of(
                            messages.say(d.label()),
                            printer.print(chart.x(), d.x()),
                            printer.print(chart.y(), d.y()))));
        case Series.StackRows stacks ->
            stacks
                .rows()
                .forEach(row ->
                    row.parts()
                        .forEach(p ->
                            rows.add(
                                List.of(
                                    name(stacks, row, messages),
                                    messages.say(p.name()),
                                    printer.print(chart.x(), p.value())))));
        case Series.Timeline t -> {
          for (Series.Lane lane : t.lanes()) {
            Stream.concat(lane.pieces().stream(), lane.behind().stream())
                .forEach(p ->
                    rows.add(
                        List.of(
                            messages.say(lane.name()),
                            messages.say(p.what()),
                            printer.print(chart.x(), p.from()),
                            printer.print(chart.x(), p.to()))));
          }
        }
        case Series.Radar r ->
            r.outlines()
                .forEach(o -> {
                  for (int i = 0; i < r.spokes().size(); i++) {
                    String spoke = messages.say(r.spokes().get(i));
                    o.values()
                        .get(i)
                        .ifPresent(v ->
                            rows.add(
                                List.of(
                                    messages.say(o.name()), spoke, printer.print(chart.x(), v))));
                  }
                });
        case Series.Stack stack ->
            stack
                .parts()
                .forEach(p ->
                    rows.add(List.of(messages.say(p.name()), printer.print(chart.x(), p.value()))));
      }
    }
    String what = messages.say("chart.table.what");
    List<String> head =
        chart.stack().isPresent()
            ? List.of(what, x)
            : chart
                .heatMap()
                .map(m -> List.of(y, x, printer.head(messages.say(m.name()), value(m))))
                .or(() -> chart.sankey().map(_ -> List.of(messages.say("chart.table.from"), y, x)))
                .or(() ->
                    chart.stackRows().map(_ -> List.of(what, messages.say("chart.table.part"), x)))
                .or(() ->
                    chart
                        .timeline()
                        .map(_ ->
                            List.of(
                                what,
                                messages.say("chart.table.part"),
                                messages.say("chart.table.begin"),
                                messages.say("chart.table.end"))))
                .orElse(List.of(what, x, y));
    return new ChartTable(head, rows);
  }

  private static String name(Series.StackRows stacks, Series.StackRow row, Messages messages) {
    return messages.say(stacks.rows().size() > 1 ? row.name() : stacks.name());
  }

  private static Axis value(Series.HeatMap map) {
    return Axis.linear(map.name(), map.reading().dimension());
  }

  private static void pairs(Series.HeatMap map, Printer printer, List<List<String>> rows) {
    Axis value = value(map);
    for (int r = 0; r < map.from().size(); r++) {
      for (int c = 0; c < map.to().size(); c++) {
        if (map.has(r, c)) {
          rows.add(
              List.of(
                  map.from().get(r), map.to().get(c), printer.print(value, map.values()[r][c])));
        }
      }
    }
  }

  private static Unit unit(Axis axis, double low, double high, Chart chart) {
    double most =
        chart.stack().map(Series.Stack::total).orElse(Math.max(Math.abs(low), Math.abs(high)));
    return QuantityFormat.unitFor(most, axis.dimension());
  }

  private static String head(String name, Unit unit) {
    return unit.symbol().isEmpty() ? name : name + " [" + unit.symbol() + "]";
  }

  private static String plain(double value) {
    return String.format(Locale.ROOT, "%.7g", value);
  }

  private static void line(StringBuilder out, List<String> cells) {
    out.append(String.join(",", cells.stream().map(ChartTable::quoted).toList())).append('\n');
  }

  private static String quoted(String cell) {
    return cell.matches("[^,\"\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
