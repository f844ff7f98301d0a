package supernode.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import supernode.analysis.Comparison;
import supernode.quantity.Messages;
import supernode.quantity.QuantityFormat;
import supernode.quantity.Unit;

/** A comparison as a table for a spreadsheet (RFC 4180): one unit to a line, all digits. */
public final class ComparisonCsv {
  private static final String END = "\r\n";

  private ComparisonCsv() {}

  public static String write(Comparison comparison, Messages messages) {
    int designs = comparison.names().size();
    List<String> head = new ArrayList<>();
    head.add(messages.say("report.column.figure"));
    head.add(messages.say("report.column.unit"));
    head.addAll(comparison.names());
    for (int i = 1; i < designs; i++) {
      head.add(messages.say("report.column.difference", comparison.names().get(i)));
      head.add(messages.say("report.column.ratio", comparison.names().get(i)));
    }
    head.add(messages.say("report.column.ahead"));
    head.add(messages.say("confidence.assumption"));
    StringBuilder out = new StringBuilder();
    row(head, out);
    comparison.lines().forEach(line -> row(cells(comparison, line, messages), out));
    return out.toString();
  }

  private static List<String> cells(
      Comparison comparison, Comparison.Line line, Messages messages) {
    double largest =
        line.values().stream()
            .flatMap(v -> v.stream().boxed())
            .mapToDouble(Math::abs)
            .max()
            .orElse(0);
    Unit unit = QuantityFormat.unitFor(largest, line.dimension());
    List<String> cells = new ArrayList<>();
    cells.add(messages.say(line.label()));
    cells.add(unit.symbol());
    line.values().forEach(v -> cells.add(number(v, unit.perUnit())));
    for (int i = 1; i < line.values().size(); i++) {
      cells.add(number(line.difference(i), unit.perUnit()));
      cells.add(number(line.ratio(i), 1));
    }
    cells.add(line.winner().isPresent() ? comparison.names().get(line.winner().getAsInt()) : "");
    cells.add(
        line.assumed().stream()
            .sorted()
            .filter(i -> line.values().get(i).isPresent())
            .map(comparison.names()::get)
            .collect(Collectors.joining("; ")));
    return cells;
  }

  private static String number(OptionalDouble si, double perUnit) {
    return si.isPresent() ? String.valueOf(si.getAsDouble() / perUnit) : "";
  }

  private static void row(List<String> cells, StringBuilder out) {
    out.append(String.join(",", cells.stream().map(ComparisonCsv::quoted).toList())).append(END);
  }

  private static String quoted(String cell) {
    return cell.matches("[^\",\r\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
