package supernode.interop.graph;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jgrapht.alg.util.Pair;
import org.jgrapht.nio.Attribute;
import org.jgrapht.nio.BaseEventDrivenImporter;
import org.jgrapht.nio.ImportException;
import org.jgrapht.nio.dot.DOTEventDrivenImporter;
import org.jgrapht.nio.graphml.SimpleGraphMLEventDrivenImporter;

/**
 * Reads GraphML and DOT. Links may have {@code capacityGBps} and {@code latencyNs}; a vertex is a
 * host or a switch by its attribute {@code kind}, {@code type} or {@code role}; where none has such
 * an attribute, all are hosts.
 */
final class AttributedGraphReader {
  private static final Set<String> ROLES = Set.of("kind", "type", "role");
  private static final Set<String> HOSTS =
      Set.of("host", "endpoint", "server", "accelerator", "gpu", "npu", "chip", "node");
  private static final Set<String> SWITCHES =
      Set.of("switch", "router", "leaf", "spine", "core", "edge", "aggregation", "tor", "agg");

  private AttributedGraphReader() {}

  static void graphMl(GraphCollector graph, Reader text) throws IOException {
    String whole = whole(text);
    // Entities could pull in other files or grow without end; graphs need none.
    if (whole.contains("<!DOCTYPE") || whole.contains("<!ENTITY")) {
      throw graph.refused("graph.doctype");
    }
    SimpleGraphMLEventDrivenImporter importer = new SimpleGraphMLEventDrivenImporter();
    importer.setSchemaValidation(false);
    vertices(importer, graph);
    PendingLink pending = new PendingLink(graph);
    importer.addEdgeConsumer(edge -> pending.start(edge.getFirst(), edge.getSecond()));
    importer.addEdgeAttributeConsumer((at, value) -> pending.attribute(at.getSecond(), value));
    run(graph, () -> importer.importInput(new StringReader(whole)));
    pending.flush();
  }

  static void dot(GraphCollector graph, Reader text) throws IOException {
    String whole = whole(text);
    DOTEventDrivenImporter importer = new DOTEventDrivenImporter();
    vertices(importer, graph);
    PendingLink pending = new PendingLink(graph);
    importer.addEdgeConsumer(edge -> pending.start(edge.getFirst(), edge.getSecond()));
    importer.addEdgeAttributeConsumer((at, value) -> pending.attribute(at.getSecond(), value));
    run(graph, () -> importer.importInput(new StringReader(whole)));
    pending.flush();
  }

  /** A link whose attributes are still to come: the importers tell them after it. */
  private static final class PendingLink {
    private final GraphCollector graph;
    private String from;
    private String to;
    private Optional<Double> capacityGBps = Optional.empty();
    private Optional<Double> latencyNs = Optional.empty();

    PendingLink(GraphCollector graph) {
      this.graph = graph;
    }

    void start(String a, String b) {
      flush();
      from = a;
      to = b;
    }

    void attribute(String key, Attribute value) {
      switch (key) {
        case "capacityGBps" -> capacityGBps = number(key, value);
        case "latencyNs" -> latencyNs = number(key, value);
        default -> {
          // Colours, labels and the like.
        }
      }
    }

    private Optional<Double> number(String key, Attribute value) {
      try {
        return Optional.of(Double.parseDouble(text(value)));
      } catch (NumberFormatException _) {
        throw graph.refused("graph.range", from + " – " + to, key, text(value));
      }
    }

    void flush() {
      if (from != null) {
        graph.link(from, to, capacityGBps, latencyNs);
      }
      from = null;
      capacityGBps = Optional.empty();
      latencyNs = Optional.empty();
    }
  }

  /** The importers tell of an attribute without a value by null. */
  private static String text(Attribute value) {
    return value == null || value.getValue() == null ? "" : value.getValue();
  }

  private static String whole(Reader text) throws IOException {
    StringBuilder all = new StringBuilder();
    try (BufferedReader lines = new BufferedReader(text)) {
      char[] block = new char[1 << 16];
      for (int n = lines.read(block); n >= 0; n = lines.read(block)) {
        all.append(block, 0, n);
      }
    }
    return all.toString();
  }

  private static void run(GraphCollector graph, Runnable reading) {
    try {
      reading.run();
    } catch (ImportException | IllegalArgumentException | StackOverflowError e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      String why = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
      throw graph.refused("graph.malformed", why);
    }
  }

  private static void vertices(BaseEventDrivenImporter<String, ?> importer, GraphCollector graph) {
    importer.addVertexConsumer(graph::vertex);
    importer.addVertexAttributeConsumer((at, value) -> role(graph, at, value));
  }

  private static void role(GraphCollector graph, Pair<String, String> at, Attribute value) {
    String word = text(value).toLowerCase(Locale.ROOT);
    if (!ROLES.contains(at.getSecond().toLowerCase(Locale.ROOT))) {
      return;
    }
    if (HOSTS.contains(word) || SWITCHES.contains(word)) {
      graph.role(at.getFirst(), HOSTS.contains(word));
    } else {
      throw graph.refused("graph.role", at.getFirst(), at.getSecond(), text(value));
    }
  }
}
