package supernode.interop.epanet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import supernode.interop.epanet.InpControl.Condition;
import supernode.interop.epanet.LinkSetting.Status;

/** Statuses and simple controls while they are read. */
final class Controls {
  private static final String LEVEL = "LINK id status IF NODE id ABOVE|BELOW level";

  private final Nodes nodes;
  private final Links links;
  private final Map<String, LinkSetting> statuses = new LinkedHashMap<>();
  private final List<InpControl> controls = new ArrayList<>();

  Controls(Nodes nodes, Links links) {
    this.nodes = nodes;
    this.links = links;
    statuses.putAll(links.closed());
  }

  void status(Row row) {
    row.needs(2, "link status");
    if (row.size() == 2) {
      InpLink link = links.at(row, 0);
      statuses.put(link.id(), setting(row, 1, link));
      return;
    }
    // A range of numbered links.
    for (InpLink link : links.links().values()) {
      if (between(link.id(), row)) {
        statuses.put(link.id(), setting(row, 2, link));
      }
    }
  }

  private static boolean between(String id, Row row) {
    if (row.isNumber(0) && row.isNumber(1)) {
      return id.matches("\\d{1,15}")
          && Long.parseLong(id) >= row.number(0)
          && Long.parseLong(id) <= row.number(1);
    }
    return id.compareTo(row.word(0)) >= 0 && id.compareTo(row.word(1)) <= 0;
  }

  private static LinkSetting setting(Row row, int i, InpLink link) {
    if (link instanceof InpLink.Pipe p && p.checkValve()) {
      throw row.wrong("checkControlled", link.id());
    }
    String word = row.key(i);
    if (word.startsWith("OPEN")) {
      return LinkSetting.of(Status.OPEN);
    }
    if (word.startsWith("CLOS")) {
      return LinkSetting.of(Status.CLOSED);
    }
    if (word.startsWith("ACTIVE")) {
      return LinkSetting.of(Status.ACTIVE);
    }
    if (!row.isNumber(i)) {
      throw row.wrong("word", row.has(i) ? row.word(i) : "", "OPEN, CLOSED, 1.5");
    }
    double value = row.number(i);
    if (link instanceof InpLink.Valve) {
      return LinkSetting.active(value);
    }
    if (value < 0) {
      throw row.wrong("negative", i + 1, row.word(i));
    }
    return value == 0
        ? LinkSetting.of(Status.CLOSED)
        : link instanceof InpLink.Pump ? LinkSetting.active(value) : LinkSetting.of(Status.OPEN);
  }

  void control(Row row) {
    row.needs(6, LEVEL);
    if (row.key(row.size() - 1).equals("DISABLED")) {
      return;
    }
    InpLink link = links.at(row, 1);
    LinkSetting setting = setting(row, 2, link);
    controls.add(new InpControl(link.id(), setting, condition(row)));
  }

  private Condition condition(Row row) {
    String kind = row.key(4);
    if (kind.startsWith("TIME")) {
      return new Condition.Time(Clock.seconds(row, 5));
    }
    if (kind.startsWith("CLOCK")) {
      return new Condition.Clock(Clock.seconds(row, 5) % Clock.DAY_S);
    }
    row.needs(8, LEVEL);
    InpNode node = nodes.at(row, 5);
    boolean above = row.key(6).startsWith("ABOVE");
    if (!above && !row.key(6).startsWith("BELOW")) {
      throw row.wrong("word", row.word(6), "ABOVE, BELOW");
    }
    return new Condition.Level(node.id(), above, row.number(7));
  }

  Map<String, LinkSetting> statuses() {
    return statuses;
  }

  List<InpControl> controls() {
    return controls;
  }
}
