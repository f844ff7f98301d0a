package supernode.solve.network.traffic;

import java.util.ArrayList;
import java.util.List;
import supernode.solve.Outcome;

/** Reads a traffic matrix from rows of text: source, destination, weight, limit in byte/s. */
public final class TrafficMatrix {
  /** Rows that are taken at most. */
  public static final int MOST_ROWS = 1_000_000;

  private TrafficMatrix() {}

  /**
   * Rows separated by line breaks, cells by commas; weight (1) and limit (none) may be left out. A
   * first row of names and rows that are empty or begin with "#" are passed over.
   *
   * @param endpoints how many there are; they are numbered from 0
   * @return not applicable, with the row and the reason, when a row cannot be read
   */
  public static Outcome<Traffic.Matrix> ofCsv(String text, int endpoints) {
    List<Traffic.Demand> demands = new ArrayList<>();
    int row = 0;
    for (String line : text.lines().toList()) {
      row++;
      if (line.isBlank() || line.startsWith("#") || (row == 1 && line.startsWith("source"))) {
        continue;
      }
      if (demands.size() == MOST_ROWS) {
        return Outcome.notApplicable("traffic.matrixTooLong", MOST_ROWS);
      }
      switch (demand(row, line.split(",", -1), endpoints)) {
        case Outcome.Solved<Traffic.Demand>(Traffic.Demand d) -> demands.add(d);
        case Outcome.NotApplicable<Traffic.Demand>(var reason) -> {
          return new Outcome.NotApplicable<>(reason);
        }
        case Outcome.NotConverged<Traffic.Demand>(var reason, _) -> {
          return new Outcome.NotApplicable<>(reason);
        }
      }
    }
    return demands.isEmpty()
        ? Outcome.notApplicable("traffic.matrixEmpty")
        : Outcome.solved(new Traffic.Matrix(demands));
  }

  private static Outcome<Traffic.Demand> demand(int row, String[] cells, int endpoints) {
    if (cells.length < 2 || cells.length > 4) {
      return Outcome.notApplicable("traffic.matrixCells", row, cells.length);
    }
    double[] value = {-1, -1, 1, Double.POSITIVE_INFINITY};
    for (int i = 0; i < cells.length; i++) {
      String cell = cells[i].strip();
      if (i < 2 || !cell.isEmpty()) {
        try {
          value[i] = Double.parseDouble(cell);
        } catch (NumberFormatException _) {
          value[i] = Double.NaN;
        }
        boolean whole = i >= 2 || value[i] == Math.rint(value[i]);
        boolean possible = i == 2 ? value[i] > 0 : value[i] >= 0;
        if (!whole || !possible || Double.isInfinite(value[i])) {
          return Outcome.notApplicable("traffic.matrixNumber", row, cell);
        }
      }
    }
    double beyond = Math.max(value[0], value[1]);
    if (beyond >= endpoints) {
      return Outcome.notApplicable("traffic.matrixEndpoint", row, beyond, endpoints - 1);
    }
    if (value[0] == value[1]) {
      return Outcome.notApplicable("traffic.matrixSelf", row, value[0]);
    }
    return Outcome.solved(new Traffic.Demand((int) value[0], (int) value[1], value[2], value[3]));
  }
}
