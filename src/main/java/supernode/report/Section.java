package supernode.report;

import java.util.List;
import java.util.Optional;
import supernode.analysis.Explanation;
import supernode.analysis.Severity;
import supernode.figure.Figure;
import supernode.figure.Reading;
import supernode.figure.chart.Chart;
import supernode.quantity.Quantity;
import supernode.quantity.Text;

/** A chapter of a report: it begins on its title and stands in the table of contents. */
public sealed interface Section {
  /** Anchor, unique in the report. */
  String id();

  Text title();

  /**
   * The design as drawn.
   *
   * @param reading what its colours measure, with the legend
   */
  record Drawing(String id, Text title, Text caption, Figure figure, Optional<Reading> reading)
      implements Section {}

  /** Numbers that sum the design up. */
  record Totals(String id, Text title, Text lead, List<Total> totals) implements Section {
    public Totals {
      totals = List.copyOf(totals);
    }
  }

  /**
   * A number of the summary.
   *
   * @param note what limits it or how it is counted
   */
  record Total(Text label, Quantity value, Optional<Text> note) {}

  /** Rows under heads. */
  record Table(String id, Text title, Text lead, List<Column> columns, List<List<Text>> rows)
      implements Section {
    public Table {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /**
   * A column of a table.
   *
   * @param number whether its cells are numbers, set flush right
   * @param share of the table's width, in percent
   */
  record Column(Text head, boolean number, int share) {}

  /** Charts, two in a row. */
  record Charts(String id, Text title, List<Chart> charts) implements Section {
    public Charts {
      charts = List.copyOf(charts);
    }
  }

  /** What the design breaks, worst first; says so when there is nothing. */
  record Findings(String id, Text title, List<Entry> entries) implements Section {
    public Findings {
      entries = List.copyOf(entries);
    }
  }

  /** A finding with its places and what would mend it. */
  record Entry(Severity severity, Text text, List<String> places, List<Text> mends) {}

  /** How numbers came about. */
  record Derivations(String id, Text title, Text lead, List<Explanation> trees) implements Section {
    public Derivations {
      trees = List.copyOf(trees);
    }
  }
}
