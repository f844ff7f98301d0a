package supernode.interop.graph;

import java.io.Reader;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads {@code {"edges":[[a,b,{"capacityGBps":..,"latencyNs":..}],..],"hosts":[..]}} as it streams
 * by. Vertices are texts or whole numbers; without {@code hosts} every vertex is one. {@code
 * hostsForward} settles whether hosts pass on what is not for them.
 */
final class JsonGraphReader {
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private static final String EDGE = "[\"a\", \"b\", {\"capacityGBps\": 50, \"latencyNs\": 20}]";
  private static final String EXAMPLE = "{\"edges\": [" + EDGE + "], \"hosts\": [\"a\"]}";

  private final GraphCollector graph;
  private JsonParser in;
  private int edge;

  JsonGraphReader(GraphCollector graph) {
    this.graph = graph;
  }

  void read(Reader text) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
      in = parser;
      require(in.nextToken() == JsonToken.START_OBJECT, "graph.notAGraph", EXAMPLE);
      boolean edges = false;
      while (in.nextToken() == JsonToken.PROPERTY_NAME) {
        String key = in.currentName();
        in.nextToken();
        switch (key) {
          case "edges" -> {
            edges = true;
            edges();
          }
          case "hosts" -> hosts();
          case "hostsForward" -> {
            JsonToken value = in.currentToken();
            require(
                value == JsonToken.VALUE_TRUE || value == JsonToken.VALUE_FALSE,
                "graph.notAGraph",
                EXAMPLE);
            graph.hostsForward(value == JsonToken.VALUE_TRUE);
          }
          default -> throw graph.refused("graph.unknownKey", key);
        }
      }
      require(edges, "graph.notAGraph", EXAMPLE);
      require(in.nextToken() == null, "graph.notAGraph", EXAMPLE);
    } catch (JacksonException e) {
      var at = e.getLocation();
      throw graph.refused(
          "graph.syntax", at == null ? 1 : at.getLineNr(), at == null ? 1 : at.getColumnNr());
    }
  }

  private void require(boolean holds, String key, Object... values) {
    if (!holds) {
      throw graph.refused(key, values);
    }
  }

  private void edges() {
    require(in.currentToken() == JsonToken.START_ARRAY, "graph.notAGraph", EXAMPLE);
    for (edge = 0; in.nextToken() != JsonToken.END_ARRAY; edge++) {
      require(in.currentToken() == JsonToken.START_ARRAY, "graph.edge", edge, EDGE);
      String a = name(in.nextToken());
      String b = name(in.nextToken());
      Optional<Double> capacity = Optional.empty();
      Optional<Double> latency = Optional.empty();
      if (in.nextToken() == JsonToken.START_OBJECT) {
        while (in.nextToken() == JsonToken.PROPERTY_NAME) {
          String key = in.currentName();
          JsonToken value = in.nextToken();
          require(value != null && value.isNumeric(), "graph.edge", edge, EDGE);
          switch (key) {
            case "capacityGBps" -> capacity = Optional.of(in.getDoubleValue());
            case "latencyNs" -> latency = Optional.of(in.getDoubleValue());
            default -> throw graph.refused("graph.unknownEdgeKey", edge, key);
          }
        }
        in.nextToken();
      }
      require(in.currentToken() == JsonToken.END_ARRAY, "graph.edge", edge, EDGE);
      graph.link(a, b, capacity, latency);
    }
  }

  private String name(JsonToken token) {
    require(
        token == JsonToken.VALUE_STRING || token == JsonToken.VALUE_NUMBER_INT,
        "graph.edge",
        edge,
        EDGE);
    return in.getString();
  }

  private void hosts() {
    require(in.currentToken() == JsonToken.START_ARRAY, "graph.notAGraph", EXAMPLE);
    graph.hostsAreKnown();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      JsonToken token = in.currentToken();
      require(
          token == JsonToken.VALUE_STRING || token == JsonToken.VALUE_NUMBER_INT,
          "graph.notAGraph",
          EXAMPLE);
      graph.role(in.getString(), true);
    }
  }
}
