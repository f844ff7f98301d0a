package supernode.store;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import supernode.catalog.Property;
import supernode.design.TrafficPattern;
import supernode.design.TrafficPattern.Demand;
import supernode.design.TrafficPattern.Range;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A traffic matrix as a table: row by row who sends and column by column who receives, in GB/s at
 * most. What is on the diagonal counts for nothing.
 */
final class MatrixTable {
  private static final String KEY = "tableGBps";

  /** Endpoints of a table at most: more than a person reads, and as many flows as may be listed. */
  static final int MOST_ROWS = 316;

  private MatrixTable() {}

  static TrafficPattern.Matrix read(Fields f) {
    if (f.find("demands").isPresent()) {
      throw f.refused(KEY, "store.tableOrDemands");
    }
    List<JsonNode> rows = f.list(KEY);
    if (rows.size() > MOST_ROWS) {
      throw f.refused(KEY, "store.listLong", MOST_ROWS);
    }
    List<Demand> demands = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      JsonNode row = rows.get(i);
      if (!row.isArray() || row.size() != rows.size()) {
        throw f.refused(
            KEY, "store.tableSquare", i + 1, row.isArray() ? row.size() : 1, rows.size());
      }
      for (int j = 0; j < rows.size(); j++) {
        double rate = f.asNumber(KEY, row.get(j));
        if (rate != 0 && i != j) {
          demands.add(
              new Demand(
                  new Range(i, i),
                  new Range(j, j),
                  1,
                  OptionalDouble.of(Property.RATE.toSi(rate))));
        }
      }
    }
    return new TrafficPattern.Matrix(demands);
  }

  /** Whether it is shorter as a table, and read back as it is. */
  static boolean fits(TrafficPattern.Matrix matrix) {
    int rows = 0;
    long before = -1;
    for (Demand d : matrix.demands()) {
      int from = d.from().first();
      int to = d.to().first();
      long place = (long) from * MOST_ROWS + to;
      boolean single = d.from().last() == from && d.to().last() == to && from != to;
      double limit = d.limitBytesPerS().orElse(0);
      boolean exact = Property.RATE.toSi(Property.RATE.toFile(limit)) == limit;
      if (!single || d.weight() != 1 || limit <= 0 || !exact || place <= before) {
        return false;
      }
      if (Math.max(from, to) >= MOST_ROWS) {
        return false;
      }
      before = place;
      rows = Math.max(rows, Math.max(from, to) + 1);
    }
    return rows > 1 && 4L * matrix.demands().size() > (long) rows * rows;
  }

  static void write(TrafficPattern.Matrix matrix, ObjectNode node) {
    int rows = 0;
    for (Demand d : matrix.demands()) {
      rows = Math.max(rows, 1 + Math.max(d.from().first(), d.to().first()));
    }
    double[][] rate = new double[rows][rows];
    for (Demand d : matrix.demands()) {
      rate[d.from().first()][d.to().first()] =
          Property.RATE.toFile(d.limitBytesPerS().orElseThrow());
    }
    ArrayNode table = node.putArray(KEY);
    for (double[] from : rate) {
      ArrayNode row = table.addArray();
      for (double r : from) {
        row.add(Layout.number(r));
      }
    }
  }
}
