package supernode.interop.epanet;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import supernode.interop.epanet.InpLink.ValveKind;
import supernode.interop.epanet.LinkSetting.Status;

/** Links while they are read. */
final class Links {
  private static final String PIPE = "id node1 node2 length diameter roughness minorLoss status";
  private static final String PUMP = "id node1 node2 HEAD curve SPEED s PATTERN p";
  private static final String VALVE = "id node1 node2 diameter type setting minorLoss";

  private final Nodes nodes;
  private final Tables tables;
  private final Map<String, InpLink> links = new LinkedHashMap<>();
  private final Map<String, Integer> lineOf = new HashMap<>();
  private final Map<String, LinkSetting> closed = new HashMap<>();

  Links(Nodes nodes, Tables tables) {
    this.nodes = nodes;
    this.tables = tables;
  }

  private void add(Row row, InpLink link) {
    Integer earlier = lineOf.putIfAbsent(link.id(), row.line());
    if (earlier != null) {
      throw row.wrong("twice", link.id(), earlier);
    }
    nodes.at(row, 1);
    nodes.at(row, 2);
    if (link.from().equals(link.to())) {
      throw row.wrong("sameEnds", link.id());
    }
    links.put(link.id(), link);
  }

  void pipe(Row row) {
    row.needs(6, PIPE);
    double minor = 0;
    String status = row.key(6);
    if (row.isNumber(6)) {
      minor = row.notNegative(6);
      status = row.key(7);
    } else if (row.has(7)) {
      row.number(6);
    }
    boolean check = status.startsWith("CV");
    if (status.startsWith("CLOSED")) {
      closed.put(row.word(0), LinkSetting.of(Status.CLOSED));
    } else if (!check && !status.isEmpty() && !status.startsWith("OPEN")) {
      throw row.wrong("word", status, "OPEN, CLOSED, CV");
    }
    add(
        row,
        new InpLink.Pipe(
            row.word(0),
            row.word(1),
            row.word(2),
            row.positive(3),
            row.positive(4),
            row.positive(5),
            minor,
            check));
  }

  void pump(Row row) {
    row.needs(4, PUMP);
    Optional<String> curve = Optional.empty();
    OptionalDouble power = OptionalDouble.empty();
    Optional<String> pattern = Optional.empty();
    double speed = 1;
    if (row.isNumber(3)) {
      throw row.wrong("oldPump", PUMP);
    }
    for (int i = 3; i < row.size(); i += 2) {
      String key = row.key(i);
      if (key.startsWith("HEAD")) {
        curve = Optional.of(tables.curveAt(row, i + 1));
      } else if (key.startsWith("POWE")) {
        power = OptionalDouble.of(row.positive(i + 1));
      } else if (key.startsWith("SPEE")) {
        speed = row.notNegative(i + 1);
      } else if (key.startsWith("PATT")) {
        row.needs(i + 2, PUMP);
        pattern = tables.patternAt(row, i + 1);
      } else {
        throw row.wrong("word", row.word(i), "HEAD, POWER, SPEED, PATTERN");
      }
    }
    if (curve.isEmpty() && power.isEmpty()) {
      throw row.wrong("noDrive", row.word(0));
    }
    add(row, new InpLink.Pump(row.word(0), row.word(1), row.word(2), curve, power, speed, pattern));
  }

  void valve(Row row) {
    row.needs(6, VALVE);
    String type = row.key(4);
    ValveKind kind =
        Arrays.stream(ValveKind.values())
            .filter(k -> type.equals(k.name()))
            .findFirst()
            .orElseThrow(() -> row.wrong("word", row.word(4), "PRV, PSV, PBV, FCV, TCV, GPV, PCV"));
    Optional<String> curve = Optional.empty();
    if (kind == ValveKind.GPV) {
      curve = Optional.of(tables.curveAt(row, 5));
    } else if (kind == ValveKind.PCV && row.has(7)) {
      curve = Optional.of(tables.curveAt(row, 7));
    }
    double setting = kind == ValveKind.GPV ? 0 : row.number(5);
    double minor = row.notNegative(6, 0);
    add(
        row,
        new InpLink.Valve(
            row.word(0), row.word(1), row.word(2), row.positive(3), kind, setting, minor, curve));
    joined(row, kind);
  }

  /** Regulators must not touch a known head, as in EPANET. */
  private void joined(Row row, ValveKind kind) {
    boolean regulates = kind == ValveKind.PRV || kind == ValveKind.PSV || kind == ValveKind.FCV;
    for (int end = 1; end <= 2; end++) {
      if (regulates && !(nodes.at(row, end) instanceof InpNode.Junction)) {
        throw row.wrong("valveAtTank", row.word(0), row.word(end));
      }
    }
  }

  /** A link that must exist. */
  InpLink at(Row row, int i) {
    InpLink link = row.has(i) ? links.get(row.word(i)) : null;
    if (link == null) {
      throw row.wrong("noLink", row.has(i) ? row.word(i) : "");
    }
    return link;
  }

  Map<String, InpLink> links() {
    return links;
  }

  /** Pipes that their own line closes. */
  Map<String, LinkSetting> closed() {
    return closed;
  }
}
