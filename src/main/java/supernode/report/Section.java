package supernode.report;

import java.util.List;
import java.util.Optional;
import supernode.analysis.Explanation;
import supernode.analysis.Result;
import supernode.analysis.Severity;
import supernode.catalog.Confidence;
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

  /** Assemblies of the design, each drawn alone. */
  record Drawings(String id, Text title, Text lead, List<Plate> plates) implements Section {
    public Drawings {
      plates = List.copyOf(plates);
    }
  }

  /** A drawing under its name. */
  record Plate(String name, Figure figure) {}

  /** Numbers that sum the design up. */
  record Totals(String id, Text title, Text lead, List<Group> groups) implements Section {
    public Totals {
      groups = List.copyOf(groups);
    }
  }

  /** Numbers of one subject. */
  record Group(Text title, List<Total> totals) {
    public Group {
      totals = List.copyOf(totals);
    }
  }

  /**
   * A number of the summary.
   *
   * @param note what limits it or how it is counted
   * @param bound the same with peaks and links as drawn, where the number is calibrated
   */
  record Total(Text label, Quantity value, Optional<Text> note, Optional<Quantity> bound) {
    static Total of(Text label, Quantity value) {
      return new Total(label, value, Optional.empty(), Optional.empty());
    }

    static Total of(Result result, Optional<Text> note) {
      return new Total(
          result.label(), result.quantity(), note, result.bound().map(Result::quantity));
    }
  }

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

  /** Where values come from; the sources themselves follow, numbered. */
  record Sources(String id, Text title, Text lead, List<Subject> subjects) implements Section {
    public Sources {
      subjects = List.copyOf(subjects);
    }
  }

  /** A part or link type and its values. */
  record Subject(String name, List<Cited> values) {
    public Subject {
      values = List.copyOf(values);
    }
  }

  /** Values that one source gives. */
  record Cited(List<Total> values, Confidence confidence, String source, String note) {
    public Cited {
      values = List.copyOf(values);
    }
  }
}
