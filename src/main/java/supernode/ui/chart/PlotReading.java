package supernode.ui.chart;

import java.util.ArrayList;
import java.util.List;
import supernode.figure.Points;
import supernode.figure.chart.Axis;
import supernode.figure.chart.Chart;
import supernode.figure.chart.Series;
import supernode.quantity.Dimension;
import supernode.quantity.Messages;
import supernode.quantity.QuantityFormat;

/** The numbers of a chart in words: under the pointer, and for those who do not see it. */
final class PlotReading {
  /** A mark is named from this share of the width away. */
  private static final double NEAR = 0.02;

  private PlotReading() {}

  /** What the chart says at a place along x; empty where it says nothing. */
  static String at(Chart chart, double x, Messages messages) {
    List<String> lines = new ArrayList<>();
    for (Series series : chart.series()) {
      switch (series) {
        case Series.Bars bars ->
            bars.bars().stream()
                .filter(b -> x >= b.from() && x < b.to())
                .forEach(b -> lines.add(bar(chart, bars, b, messages)));
        case Series.Curve curve -> {
          int i = nearest(curve.points(), x);
          if (lines.isEmpty()) {
            lines.add(value(chart.x(), curve.points().x(i)));
          }
          lines.add(messages.say(curve.name()) + ": " + value(chart.y(), curve.points().y(i)));
        }
        case Series.Marker m -> {
          double span = PlotExtent.of(chart).highX() - PlotExtent.of(chart).lowX();
          if (Math.abs(m.x() - x) <= NEAR * span) {
            lines.add(messages.say(m.name()));
          }
        }
        case Series.Reference _,
            Series.Stack _,
            Series.Ranking _,
            Series.HeatMap _,
            Series.Sankey _,
            Series.Radar _,
            Series.Scatter _,
            Series.StackRows _,
            Series.Timeline _ -> {}
      }
    }
    return String.join("\n", lines);
  }

  /** What a field of a map of pairs says, by the tag of the field. */
  static String field(Series.HeatMap map, String tag) {
    int comma = tag.indexOf(',');
    int row = Integer.parseInt(tag.substring(0, comma));
    int column = Integer.parseInt(tag.substring(comma + 1));
    String pair = map.from().get(row) + " → " + map.to().get(column);
    return map.has(row, column)
        ? pair + "\n" + QuantityFormat.format(map.values()[row][column], map.reading().dimension())
        : pair;
  }

  private static String stream(Series.Stream s, Messages messages) {
    return messages.say(s.from()) + " → " + messages.say(s.to());
  }

  /** What a stream says, by the tag of its band. */
  static String stream(Chart chart, Series.Sankey sankey, String tag, Messages messages) {
    Series.Stream s = sankey.streams().get(Integer.parseInt(tag));
    return stream(s, messages) + "\n" + value(chart.x(), s.value());
  }

  /** What a dot says: its name and both figures. */
  static String dot(Chart chart, Series.Dot dot, Messages messages) {
    return messages.say(dot.label())
        + "\n"
        + value(chart.x(), dot.x())
        + "\n"
        + value(chart.y(), dot.y());
  }

  /** What a part of one of several stacks says, by the tag of its bar. */
  static String part(Chart chart, Series.StackRows stacks, String tag, Messages messages) {
    int comma = tag.indexOf(',');
    Series.StackRow row = stacks.rows().get(Integer.parseInt(tag.substring(0, comma)));
    Series.Part part = row.parts().get(Integer.parseInt(tag.substring(comma + 1)));
    return messages.say(row.name())
        + "\n"
        + messages.say(part.name())
        + " "
        + value(chart.x(), part.value())
        + " · "
        + QuantityFormat.format(part.value() / row.total(), Dimension.RATIO);
  }

  /** What a piece of a timeline says, by its tag. */
  static String piece(Chart chart, Series.Timeline line, String tag, Messages messages) {
    boolean behind = tag.indexOf(';') > 0;
    int comma = tag.indexOf(behind ? ';' : ',');
    Series.Lane lane = line.lanes().get(Integer.parseInt(tag.substring(0, comma)));
    Series.Piece piece =
        (behind ? lane.behind() : lane.pieces()).get(Integer.parseInt(tag.substring(comma + 1)));
    return messages.say(lane.name())
        + "\n"
        + messages.say(piece.what())
        + " "
        + value(chart.x(), piece.to() - piece.from())
        + "\n"
        + value(chart.x(), piece.from())
        + " – "
        + value(chart.x(), piece.to());
  }

  /** The whole chart as a sentence or two. */
  static String spoken(Chart chart, Messages messages) {
    List<String> words = new ArrayList<>();
    words.add(messages.say(chart.title()));
    words.add(messages.say(chart.subtitle()));
    for (Series series : chart.series()) {
      switch (series) {
        case Series.Reference r ->
            words.add(
                messages.say(r.name()) + " " + value(r.vertical() ? chart.x() : chart.y(), r.at()));
        case Series.Marker m -> words.add(messages.say(m.name()));
        case Series.Stack s ->
            s.parts()
                .forEach(
                    p -> words.add(messages.say(p.name()) + " " + value(chart.x(), p.value())));
        case Series.Ranking r ->
            r.rows()
                .forEach(row ->
                    words.add(messages.say(row.name()) + " " + value(chart.x(), row.value())));
        case Series.HeatMap m -> words.add(messages.say(m.name()));
        case Series.Sankey s ->
            s.streams()
                .forEach(t -> words.add(stream(t, messages) + " " + value(chart.x(), t.value())));
        case Series.Scatter s ->
            s.dots().forEach(d -> words.add(dot(chart, d, messages).replace('\n', ' ')));
        case Series.StackRows s ->
            s.rows()
                .forEach(row ->
                    words.add(messages.say(row.name()) + " " + value(chart.x(), row.total())));
        case Series.Timeline t ->
            words.add(messages.say(t.name()) + " " + value(chart.x(), t.end()));
        case Series.Radar r ->
            r.outlines()
                .forEach(o -> {
                  for (int i = 0; i < r.spokes().size(); i++) {
                    String spoke = messages.say(o.name()) + " " + messages.say(r.spokes().get(i));
                    o.values().get(i).ifPresent(v -> words.add(spoke + " " + value(chart.x(), v)));
                  }
                });
        case Series.Bars b -> words.add(messages.say(b.name()));
        case Series.Curve c -> words.add(messages.say(c.name()));
      }
    }
    return String.join(". ", words);
  }

  static int barCount(Chart chart) {
    return chart.series().stream()
        .mapToInt(s -> s instanceof Series.Bars b ? b.bars().size() : 0)
        .sum();
  }

  private static String bar(Chart chart, Series.Bars bars, Series.Bar bar, Messages messages) {
    String value = value(chart.y(), bar.value());
    String name = messages.say(bars.name());
    if (bars.bars().size() == 1) {
      return name + ": " + value;
    }
    return stretch(chart.x(), bar, messages) + "\n" + name + ": " + value;
  }

  /** Where a bar stands: its number in a row of things, or the values that it spans. */
  static String stretch(Axis axis, Series.Bar bar, Messages messages) {
    boolean counted =
        axis.dimension() == supernode.quantity.Dimension.COUNT && bar.to() - bar.from() == 1;
    return counted
        ? messages.say(axis.label()) + " " + QuantityFormat.number(bar.to())
        : value(axis, bar.from()) + " – " + value(axis, bar.to());
  }

  static String value(Axis axis, double si) {
    return QuantityFormat.format(si, axis.dimension());
  }

  private static int nearest(Points points, double x) {
    int best = 0;
    for (int i = 1; i < points.size(); i++) {
      if (Math.abs(points.x(i) - x) < Math.abs(points.x(best) - x)) {
        best = i;
      }
    }
    return best;
  }
}
