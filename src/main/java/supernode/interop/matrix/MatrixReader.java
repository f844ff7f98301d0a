package supernode.interop.matrix;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import supernode.design.TrafficPattern;
import supernode.design.TrafficPattern.Demand;
import supernode.design.TrafficPattern.Range;

/**
 * Reads who sends how much to whom: a square of numbers in GB/s, row by row who sends and column by
 * column who receives, as CSV or as a JSON list of lists; or a CSV list headed {@code from, to},
 * with {@code limitGBps} and {@code weight} where wanted, whose ends are numbers of endpoints or
 * ranges such as 0-7.
 */
public final class MatrixReader {
  private static final long MOST_BYTES = 64L << 20;
  private static final double GB = 1e9;

  private final String file;
  private final List<Demand> demands = new ArrayList<>();

  private MatrixReader(String file) {
    this.file = file;
  }

  /**
   * @throws MatrixException for a file that is none
   */
  public static TrafficPattern.Matrix read(Path file) {
    MatrixReader reader = new MatrixReader(file.toString());
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw reader.refused("matrix.tooLong", MOST_BYTES >> 20);
      }
      return reader.parse(Files.readString(file).replace("\uFEFF", ""));
    } catch (IOException _) {
      throw reader.refused("matrix.unreadable");
    }
  }

  private MatrixException refused(String key, Object... values) {
    List<Object> all = new ArrayList<>(List.of(file));
    all.addAll(List.of(values));
    return new MatrixException(key, all.toArray());
  }

  private TrafficPattern.Matrix parse(String text) {
    List<List<String>> rows =
        text.strip().startsWith("[") ? JsonRows.of(text, this::refused) : csv(text);
    if (rows.isEmpty()) {
      throw refused("matrix.empty");
    }
    if (rows.getFirst().getFirst().strip().equalsIgnoreCase("from")) {
      listed(rows);
    } else {
      square(rows);
    }
    TrafficPattern.Matrix matrix = new TrafficPattern.Matrix(demands);
    if (demands.isEmpty()) {
      throw refused("matrix.empty");
    }
    return matrix;
  }

  private List<List<String>> csv(String text) {
    List<List<String>> rows = new ArrayList<>();
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder().allowExtraFields(true).allowMissingFields(true).ofCsvRecord(text)) {
      csv.forEach(r -> rows.add(r.getFields()));
    } catch (CsvParseException _) {
      throw refused("matrix.notCsv", rows.size() + 1);
    } catch (IOException _) {
      throw refused("matrix.unreadable");
    }
    return rows;
  }

  private void square(List<List<String>> rows) {
    int n = rows.size();
    for (int i = 0; i < n; i++) {
      if (rows.get(i).size() != n) {
        throw refused("matrix.notSquare", i + 1, rows.get(i).size(), n);
      }
      for (int j = 0; j < n; j++) {
        String cell = rows.get(i).get(j).strip();
        double rate = cell.isEmpty() ? 0 : number(cell, i + 1, j + 1);
        if (rate > 0 && i != j) {
          add(new Range(i, i), new Range(j, j), 1, OptionalDouble.of(rate * GB));
        }
      }
    }
  }

  private void listed(List<List<String>> rows) {
    List<String> head =
        rows.getFirst().stream().map(h -> h.strip().toLowerCase(Locale.ROOT)).toList();
    int to = head.indexOf("to");
    int weight = head.indexOf("weight");
    int limit = head.indexOf("limitgbps");
    if (to < 0) {
      throw refused("matrix.head");
    }
    for (int i = 1; i < rows.size(); i++) {
      String rate = cell(rows.get(i), limit);
      String share = cell(rows.get(i), weight);
      add(
          range(cell(rows.get(i), 0), i + 1, 1),
          range(cell(rows.get(i), to), i + 1, to + 1),
          share.isEmpty() ? 1 : number(share, i + 1, weight + 1),
          rate.isEmpty()
              ? OptionalDouble.empty()
              : OptionalDouble.of(number(rate, i + 1, limit + 1) * GB));
    }
  }

  private void add(Range from, Range to, double weight, OptionalDouble limit) {
    if (demands.size() >= TrafficPattern.MAX_DEMANDS) {
      throw refused("matrix.tooMany", TrafficPattern.MAX_DEMANDS);
    }
    demands.add(new Demand(from, to, weight, limit));
  }

  private static String cell(List<String> row, int at) {
    return at < 0 || at >= row.size() ? "" : row.get(at).strip();
  }

  private Range range(String cell, int line, int column) {
    String[] ends = cell.split("-", 2);
    int[] numbers =
        IntStream.range(0, ends.length)
            .map(i -> (int) number(ends[i].strip(), line, column))
            .toArray();
    return new Range(numbers[0], numbers[numbers.length - 1]);
  }

  private double number(String cell, int line, int column) {
    try {
      double value = Double.parseDouble(cell);
      if (value >= 0 && value < Double.POSITIVE_INFINITY) {
        return value;
      }
    } catch (NumberFormatException _) {
      // Said below.
    }
    throw refused("matrix.number", line, column, cell);
  }
}
