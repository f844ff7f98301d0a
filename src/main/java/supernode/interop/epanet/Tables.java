package supernode.interop.epanet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import supernode.interop.epanet.InpNetwork.CurvePoint;

/** Patterns and curves while they are read. */
final class Tables {
  private final Map<String, List<Double>> patterns = new LinkedHashMap<>();
  private final Map<String, List<CurvePoint>> curves = new LinkedHashMap<>();

  void pattern(Row row) {
    row.needs(2, "id factor ...");
    List<Double> factors = patterns.computeIfAbsent(row.word(0), _ -> new ArrayList<>());
    for (int i = 1; i < row.size(); i++) {
      factors.add(row.number(i));
    }
  }

  void curve(Row row) {
    row.needs(3, "id x y");
    List<CurvePoint> points = curves.computeIfAbsent(row.word(0), _ -> new ArrayList<>());
    for (int i = 1; i < row.size(); i += 2) {
      CurvePoint next = new CurvePoint(row.number(i), row.number(i + 1));
      if (!points.isEmpty() && !(next.x() > points.getLast().x())) {
        throw row.wrong("curveX", row.word(0));
      }
      points.add(next);
    }
  }

  /** A pattern that must exist; empty where none is named. */
  Optional<String> patternAt(Row row, int i) {
    if (!row.has(i) || row.word(i).equals("*")) {
      return Optional.empty();
    }
    if (!patterns.containsKey(row.word(i))) {
      throw row.wrong("noPattern", row.word(i));
    }
    return Optional.of(row.word(i));
  }

  /** A curve that must exist. */
  String curveAt(Row row, int i) {
    if (!row.has(i) || !curves.containsKey(row.word(i))) {
      throw row.wrong("noCurve", row.has(i) ? row.word(i) : "");
    }
    return row.word(i);
  }

  List<CurvePoint> points(String curve) {
    return curves.get(curve);
  }

  Map<String, List<Double>> patterns() {
    return patterns;
  }

  Map<String, List<CurvePoint>> curves() {
    return curves;
  }
}
