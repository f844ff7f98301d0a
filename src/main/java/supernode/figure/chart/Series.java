package supernode.figure.chart;

import java.util.List;
import java.util.OptionalDouble;
import supernode.figure.ColorRole;
import supernode.figure.Ink;
import supernode.figure.Points;
import supernode.figure.Reading;
import supernode.figure.Style;
import supernode.quantity.Text;

/** What a chart shows. */
public sealed interface Series {
  /** For the label beside it. */
  Text name();

  /** Bars over stretches of x: a histogram, or one bar for each of a row of things. */
  record Bars(Text name, List<Bar> bars) implements Series {
    public Bars {
      bars = List.copyOf(bars);
    }
  }

  /** One bar from {@code from} to {@code to} on x, {@code value} high. */
  record Bar(double from, double to, double value, Ink ink) {}

  /**
   * A line through points.
   *
   * @param labelled whether its name stands at its end; if not, another line's of its colour does
   */
  record Curve(Text name, Points points, ColorRole role, Style.Dash dash, boolean labelled)
      implements Series {
    /** Labelled at its end. */
    public Curve(Text name, Points points, ColorRole role, Style.Dash dash) {
      this(name, points, role, dash, true);
    }
  }

  /** One bar of parts that add up, each with its value beside its name; alone in its chart. */
  record Stack(Text name, List<Part> parts) implements Series {
    public Stack {
      parts = List.copyOf(parts);
    }

    public double total() {
      return parts.stream().mapToDouble(Part::value).sum();
    }
  }

  /** A part of a stack. */
  record Part(Text name, double value, ColorRole role) {}

  /** A single point that matters, for example where pump and loop meet. */
  record Marker(Text name, double x, double y) implements Series {}

  /**
   * A limit or a target.
   *
   * @param vertical whether {@code at} is on x, the line upright
   */
  record Reference(Text name, boolean vertical, double at, ColorRole role) implements Series {}

  /**
   * What flows from where to where; alone in its chart, values along x. What a place gets it passes
   * on, but for the first and the last.
   */
  record Sankey(Text name, List<Stream> streams) implements Series {
    public Sankey {
      streams = List.copyOf(streams);
    }
  }

  /**
   * A stream of a Sankey diagram.
   *
   * @param value how much, above 0
   * @param role colour of what flows
   */
  record Stream(Text from, Text to, double value, ColorRole role) {}

  /** Things in order, the first one foremost; alone in its chart, values along x. */
  record Ranking(Text name, List<Row> rows) implements Series {
    public Ranking {
      rows = List.copyOf(rows);
    }
  }

  /**
   * A thing of a ranking.
   *
   * @param note what more there is to say of it
   */
  record Row(Text name, double value, Ink ink, Text note) {}

  /** Stacks on one scale, one under the other; alone in its chart but for limits. */
  record StackRows(Text name, List<StackRow> rows) implements Series {
    public StackRows {
      rows = List.copyOf(rows);
    }
  }

  /** A stack of several. */
  record StackRow(Text name, List<Part> parts) {
    public StackRow {
      parts = List.copyOf(parts);
    }

    public double total() {
      return parts.stream().mapToDouble(Part::value).sum();
    }
  }

  /**
   * What goes on when, along x; alone in its chart.
   *
   * @param end of all, SI
   */
  record Timeline(Text name, List<Lane> lanes, double end) implements Series {
    public Timeline {
      lanes = List.copyOf(lanes);
    }
  }

  /**
   * What one of several does.
   *
   * @param pieces one after the other
   * @param behind what goes on at the same time without being waited for
   */
  record Lane(Text name, List<Piece> pieces, List<Piece> behind) {
    public Lane {
      pieces = List.copyOf(pieces);
      behind = List.copyOf(behind);
    }
  }

  /** From when to when, SI. */
  record Piece(double from, double to, Text what, ColorRole role) {}

  /** Things as points between two scales; lines and limits may lie under them. */
  record Scatter(Text name, List<Dot> dots, boolean labelled) implements Series {
    public Scatter {
      dots = List.copyOf(dots);
    }
  }

  /**
   * A thing of a scatter chart.
   *
   * @param id what it is known by; unique in its chart
   * @param label what it is called
   * @param sure whether both figures are public; else it is drawn hollow
   * @param chosen whether it stands out
   * @param role its colour where it does not
   * @param labelled whether its label may stand beside it
   */
  record Dot(
      String id,
      Text label,
      double x,
      double y,
      boolean sure,
      boolean chosen,
      ColorRole role,
      boolean labelled) {
    /** Labelled. */
    public Dot(
        String id, Text label, double x, double y, boolean sure, boolean chosen, ColorRole role) {
      this(id, label, x, y, sure, chosen, role, true);
    }
  }

  /**
   * Values round a centre, alone in its chart, each along x from the centre outwards.
   *
   * @param spokes names of what is measured
   */
  record Radar(Text name, List<Text> spokes, List<Outline> outlines) implements Series {
    public Radar {
      spokes = List.copyOf(spokes);
      outlines = List.copyOf(outlines);
    }
  }

  /**
   * One of the things that a radar compares.
   *
   * @param values one for each spoke; empty where there is none
   * @param dash a solid outline has a ground
   */
  record Outline(Text name, List<OptionalDouble> values, ColorRole role, Style.Dash dash) {
    /** Drawn through. */
    public Outline(Text name, List<OptionalDouble> values, ColorRole role) {
      this(name, values, role, Style.Dash.SOLID);
    }

    public Outline {
      values = List.copyOf(values);
    }
  }

  /**
   * A value for each pair of things; alone in its chart, from along y and to along x.
   *
   * @param from names of the rows
   * @param to names of the columns
   * @param values by row, then by column, SI; negative where there is none
   * @param reading what the colours mean
   */
  @SuppressWarnings("ArrayRecordComponent") // drawn as they are, never compared
  record HeatMap(Text name, List<String> from, List<String> to, double[][] values, Reading reading)
      implements Series {
    public HeatMap {
      from = List.copyOf(from);
      to = List.copyOf(to);
    }

    public boolean has(int row, int column) {
      return values[row][column] >= 0;
    }
  }
}
