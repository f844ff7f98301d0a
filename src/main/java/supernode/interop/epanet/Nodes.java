package supernode.interop.epanet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import supernode.interop.epanet.InpNetwork.CurvePoint;

/** Nodes while they are read. */
final class Nodes {
  private final Tables tables;
  private final Map<String, InpNode> nodes = new LinkedHashMap<>();
  private final Map<String, Integer> lineOf = new HashMap<>();
  private final Set<String> demanded = new HashSet<>();
  private final Map<String, CurvePoint> coordinates = new LinkedHashMap<>();

  Nodes(Tables tables) {
    this.tables = tables;
  }

  private void add(Row row, InpNode node) {
    Integer earlier = lineOf.putIfAbsent(node.id(), row.line());
    if (earlier != null) {
      throw row.wrong("twice", node.id(), earlier);
    }
    nodes.put(node.id(), node);
  }

  void junction(Row row) {
    row.needs(1, "id elevation demand pattern");
    List<InpNode.Demand> demands = new ArrayList<>();
    if (row.has(2)) {
      demands.add(new InpNode.Demand(row.number(2), tables.patternAt(row, 3)));
    }
    add(row, new InpNode.Junction(row.word(0), row.number(1, 0), demands, 0));
  }

  /** A reservoir or, with levels, a tank. */
  void tank(Row row) {
    row.needs(2, "id head pattern");
    if (row.size() <= 3) {
      Optional<String> pattern = tables.patternAt(row, 2);
      add(row, new InpNode.Reservoir(row.word(0), row.number(1), pattern));
      return;
    }
    row.needs(6, "id elevation level lowest highest diameter");
    double level = row.notNegative(2);
    double lowest = row.notNegative(3);
    double highest = row.notNegative(4);
    if (level < lowest || level > highest) {
      throw row.wrong("level", row.word(0));
    }
    row.notNegative(6, 0);
    if (row.has(7) && !row.word(7).equals("*")) {
      tables.curveAt(row, 7);
    }
    boolean overflows = row.key(8).startsWith("Y");
    double diameter = row.notNegative(5);
    add(
        row,
        new InpNode.Tank(row.word(0), row.number(1), level, lowest, highest, diameter, overflows));
  }

  /** The first demand of a junction here replaces that of its own line, others are added. */
  void demand(Row row) {
    row.needs(2, "junction demand pattern");
    if (!(at(row, 0) instanceof InpNode.Junction j)) {
      return;
    }
    List<InpNode.Demand> demands =
        demanded.add(j.id()) ? new ArrayList<>() : new ArrayList<>(j.demands());
    demands.add(new InpNode.Demand(row.number(1), tables.patternAt(row, 2)));
    nodes.put(j.id(), new InpNode.Junction(j.id(), j.elevation(), demands, j.emitter()));
  }

  void emitter(Row row) {
    row.needs(2, "junction coefficient");
    if (!(at(row, 0) instanceof InpNode.Junction j)) {
      throw row.wrong("emitter", row.word(0));
    }
    double k = row.notNegative(1);
    nodes.put(j.id(), new InpNode.Junction(j.id(), j.elevation(), j.demands(), k));
  }

  void coordinate(Row row) {
    row.needs(3, "node x y");
    coordinates.put(row.word(0), new CurvePoint(row.number(1), row.number(2)));
  }

  /** A node that must exist. */
  InpNode at(Row row, int i) {
    InpNode node = row.has(i) ? nodes.get(row.word(i)) : null;
    if (node == null) {
      throw row.wrong("noNode", row.has(i) ? row.word(i) : "");
    }
    return node;
  }

  Map<String, InpNode> nodes() {
    return nodes;
  }

  Map<String, CurvePoint> coordinates() {
    return coordinates;
  }
}
