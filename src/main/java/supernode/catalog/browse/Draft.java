package supernode.catalog.browse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import supernode.catalog.Confidence;
import supernode.catalog.Entries;
import supernode.catalog.LinkType;
import supernode.catalog.Part;
import supernode.catalog.PartKind;
import supernode.catalog.PortSpec;
import supernode.catalog.Property;
import supernode.catalog.Sourced;
import supernode.catalog.Values;
import supernode.quantity.PlainText;
import supernode.quantity.Text;

/**
 * An entry of the user's own while it is written: what stands in the fields, and what is wrong with
 * it. A figure that is changed has no source until one is given.
 *
 * @param base what it is a copy or a new version of
 * @param maker vendor of a part, medium of a link type
 * @param lines figures; a property without one is not public
 * @param ports ports to other parts, as many as the base has
 */
public record Draft(
    Entry base,
    String id,
    String name,
    String maker,
    Map<Property, DraftLine> lines,
    List<DraftPort> ports) {
  private static final int LONGEST_NAME = 200;

  public Draft {
    EnumMap<Property, DraftLine> copy = new EnumMap<>(Property.class);
    copy.putAll(lines);
    lines = Collections.unmodifiableMap(copy);
    ports = List.copyOf(ports);
  }

  /** A copy under an id that nobody has. */
  public static Draft copyOf(Entry entry, String name, Predicate<String> taken) {
    String stem = entry.id() + "-own";
    String id = stem;
    for (int n = 2; taken.test(id); n++) {
      id = stem + n;
    }
    Draft same = of(entry);
    return new Draft(entry, id, name, same.maker, same.lines, same.ports);
  }

  /** The entry as it is, to be changed. */
  public static Draft of(Entry entry) {
    Map<Property, DraftLine> lines = new EnumMap<>(Property.class);
    entry.values().all().forEach((p, s) -> lines.put(p, DraftLine.of(p, s)));
    List<DraftPort> ports = entry.ports().stream().map(DraftPort::of).toList();
    return new Draft(entry, entry.id(), entry.name(), entry.maker(), lines, ports);
  }

  public Draft withId(String next) {
    return new Draft(base, next.strip(), name, maker, lines, ports);
  }

  public Draft withName(String next) {
    return new Draft(base, id, next.strip(), maker, lines, ports);
  }

  public Draft withMaker(String next) {
    return new Draft(base, id, name, next.strip(), lines, ports);
  }

  public Draft with(Property property, DraftLine line) {
    Map<Property, DraftLine> next = new LinkedHashMap<>(lines);
    next.put(property, line);
    return new Draft(base, id, name, maker, next, ports);
  }

  public Draft with(int port, DraftPort line) {
    List<DraftPort> next = new ArrayList<>(ports);
    next.set(port, line);
    return new Draft(base, id, name, maker, lines, next);
  }

  /** The figure of a property as it stands in the fields; empty ones where there is none. */
  public DraftLine line(Property property) {
    return lines.getOrDefault(property, DraftLine.EMPTY);
  }

  /**
   * What is wrong, by field: "id", "name", "powerW", "powerW source", "port 0 rate".
   *
   * @param taken whether somebody else has an id
   */
  public Map<String, Text> problems(Predicate<String> taken) {
    Map<String, Text> problems = new LinkedHashMap<>();
    if (!Entries.isId(id)) {
      problems.put("id", Text.of("own.id"));
    } else if (taken.test(id)) {
      problems.put("id", Text.of("own.taken", id));
    }
    if (name.isBlank()) {
      problems.put("name", Text.of("own.name"));
    }
    Stream.of(name, maker)
        .filter(t -> !PlainText.isLine(t) || t.length() > LONGEST_NAME)
        .forEach(_ -> problems.put("name", Text.of("own.text", LONGEST_NAME)));
    lines.forEach((p, line) -> line.check(p, problems));
    for (int i = 0; i < ports.size(); i++) {
      ports.get(i).check("port " + i, problems);
    }
    return problems;
  }

  /** As a part; nothing may be wrong with it. */
  public Part part() {
    return new Part(
        id, PartKind.ofKey(base.kind()).orElseThrow(), name, maker, values(), portSpecs());
  }

  /** As a link type of the same family and protocols; nothing may be wrong with it. */
  public LinkType link(LinkType.Family family) {
    return new LinkType(id, family, name, maker, base.protocols(), values());
  }

  private List<PortSpec> portSpecs() {
    return ports.stream().map(DraftPort::port).toList();
  }

  private Values values() {
    Map<Property, Sourced> values = new EnumMap<>(Property.class);
    lines.forEach((p, line) -> {
      if (!line.isBlank()) {
        values.put(
            p,
            new Sourced(line.si(p), line.confidence(), line.source().strip(), line.note().strip()));
      }
    });
    return new Values(values);
  }

  /** How sure a figure is that its user typed. */
  static Confidence typed() {
    return Confidence.USER;
  }
}
