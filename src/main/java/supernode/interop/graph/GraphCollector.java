package supernode.interop.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import supernode.quantity.Text;
import supernode.topology.CsrGraph;
import supernode.topology.CsrGraphBuilder;
import supernode.topology.FabricGraph;
import supernode.topology.LinkSpec;

/** Gathers vertices and links by name, in whatever order a file has them. */
final class GraphCollector {
  static final int MOST_VERTICES = 2_000_000;
  static final int MOST_LINKS = 10_000_000;

  private final String file;
  private final Map<String, Integer> numbers = new LinkedHashMap<>();
  private final BitSet hosts = new BitSet();
  private final List<LinkSpec> specs = new ArrayList<>();
  private final Map<LinkSpec, LinkSpec> same = new LinkedHashMap<>();
  private int[] ends = new int[64];
  private int unrated;
  private boolean hostsKnown;
  private Optional<Boolean> given = Optional.empty();

  GraphCollector(String file) {
    this.file = file;
  }

  GraphFileException refused(String key, Object... more) {
    List<Object> values = new ArrayList<>();
    values.add(file);
    values.addAll(List.of(more));
    return new GraphFileException(new Text(key, values));
  }

  int vertex(String name) {
    Integer known = numbers.get(name);
    if (known != null) {
      return known;
    }
    if (numbers.size() == MOST_VERTICES) {
      throw refused("graph.tooLarge", MOST_VERTICES, MOST_LINKS);
    }
    numbers.put(name, numbers.size());
    return numbers.size() - 1;
  }

  /** Says which are hosts; the others are switches. Without a word of it, all are hosts. */
  void role(String name, boolean host) {
    hostsKnown = true;
    hosts.set(vertex(name), host);
  }

  /** Says whether hosts pass on what is not for them, whatever the graph looks like. */
  void hostsForward(boolean forward) {
    given = Optional.of(forward);
  }

  void hostsAreKnown() {
    hostsKnown = true;
  }

  /** A link; capacity and latency as the file gives them, in GB/s and ns. */
  void link(String a, String b, Optional<Double> capacityGBps, Optional<Double> latencyNs) {
    int link = specs.size();
    if (link == MOST_LINKS) {
      throw refused("graph.tooLarge", MOST_VERTICES, MOST_LINKS);
    }
    if (2 * link + 2 > ends.length) {
      ends = java.util.Arrays.copyOf(ends, 2 * ends.length);
    }
    ends[2 * link] = vertex(a);
    ends[2 * link + 1] = vertex(b);
    String between = a + " – " + b;
    double capacity = checked(between, "capacityGBps", capacityGBps.orElse(1e-9));
    double latency = checked(between, "latencyNs", latencyNs.orElse(0.0));
    unrated += capacityGBps.isEmpty() ? 1 : 0;
    LinkSpec spec = new LinkSpec(capacity * 1e9, latency * 1e-9, 0, 0);
    specs.add(same.computeIfAbsent(spec, s -> s));
  }

  private double checked(String link, String key, double value) {
    if (!(value >= 0 && value <= 1e12)) {
      throw refused("graph.range", link, key, String.valueOf(value));
    }
    return value;
  }

  ImportedGraph build() {
    if (numbers.isEmpty()) {
      throw refused("graph.empty");
    }
    if (unrated > 0 && unrated < specs.size()) {
      throw refused("graph.someRates", unrated, specs.size());
    }
    if (!hostsKnown) {
      hosts.set(0, numbers.size());
    }
    ForwardingRule rule = rule();
    return new ImportedGraph(
        graph(rule.forward()),
        List.copyOf(numbers.keySet()),
        unrated == 0 && !specs.isEmpty(),
        rule);
  }

  private ForwardingRule rule() {
    if (given.isPresent()) {
      return given.get() ? ForwardingRule.GIVEN : ForwardingRule.GIVEN_NOT;
    }
    if (hosts.cardinality() == numbers.size()) {
      return ForwardingRule.NO_SWITCHES;
    }
    return HostTransit.isNeeded(graph(false))
        ? ForwardingRule.NO_OTHER_WAY
        : ForwardingRule.SWITCHES_SUFFICE;
  }

  private CsrGraph graph(boolean forward) {
    CsrGraphBuilder builder = new CsrGraphBuilder().expectLinks(specs.size());
    for (int v = 0; v < numbers.size(); v++) {
      if (hosts.get(v)) {
        builder.addEndpoint(0);
        builder.setForwarding(v, forward);
      } else {
        builder.addSwitch(FabricGraph.SWITCH_TRANSIT_S);
      }
    }
    for (int l = 0; l < specs.size(); l++) {
      builder.addLink(ends[2 * l], ends[2 * l + 1], specs.get(l));
    }
    return builder.build();
  }
}
