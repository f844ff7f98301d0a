package supernode.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import supernode.quantity.Text;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what has been published about a system:
 *
 * <pre>{"format": "supernode-figures", "version": 1, "system": "GB200 NVL72", "figures": [
 *   {"figure": "powerKW", "published": 120, "tolerance": 0.1, "source": "...",
 *    "confidence": "seen", "note": "...", "miss": "..."},
 *   {"figure": "scaleUpGBps", "note": "not public"}]}
 * </pre>
 */
public final class PublishedReader {
  private static final JsonMapper JSON = new JsonMapper();
  private static final double LARGEST_TOLERANCE = 0.5;

  private PublishedReader() {}

  /** The figures beside a sample; empty where there are none. */
  public static Optional<PublishedSystem> ofSample(String sample) {
    String name = "/sample-designs/" + sample + ".figures.json";
    try (InputStream in = PublishedReader.class.getResourceAsStream(name)) {
      return in == null ? Optional.empty() : Optional.of(read(name, in.readAllBytes()));
    } catch (IOException e) {
      throw new CatalogException(
          Text.of("catalog.unreadable", name, String.valueOf(e.getMessage())));
    }
  }

  static PublishedSystem read(String file, byte[] bytes) {
    JsonNode root;
    try {
      root = JSON.readTree(bytes);
    } catch (JacksonException e) {
      throw new CatalogException(Text.of("catalog.notJson", file, e.getLocation().getLineNr(), 1));
    }
    if (!root.path("format").asString("").equals("supernode-figures")
        || root.path("version").asInt(0) != 1) {
      throw new CatalogException(Text.of("published.format", file));
    }
    List<PublishedFigure> figures = new ArrayList<>();
    Set<PublishedFigure.Kind> seen = EnumSet.noneOf(PublishedFigure.Kind.class);
    for (JsonNode node : root.path("figures")) {
      PublishedFigure figure = figure(file, node);
      if (!seen.add(figure.kind())) {
        throw new CatalogException(Text.of("catalog.duplicate", file, figure.kind().key()));
      }
      figures.add(figure);
    }
    return new PublishedSystem(root.path("system").asString(""), figures);
  }

  private static PublishedFigure figure(String file, JsonNode node) {
    String key = node.path("figure").asString("");
    PublishedFigure.Kind kind =
        PublishedFigure.Kind.ofKey(key)
            .orElseThrow(() -> new CatalogException(Text.of("published.figure", file, key)));
    JsonNode published = node.path("published");
    String source = node.path("source").asString("");
    Optional<Confidence> confidence = Confidence.ofKey(node.path("confidence").asString(""));
    double tolerance = node.path("tolerance").asDouble(0);
    boolean known = !published.isMissingNode();
    // A figure has a source or is a blank: never half of each.
    if (known != confidence.isPresent() || known == source.isBlank()) {
      throw new CatalogException(Text.of("catalog.source", file, key));
    }
    if ((known && !published.isNumber()) || !(tolerance >= 0 && tolerance <= LARGEST_TOLERANCE)) {
      throw new CatalogException(Text.of("published.value", file, key, LARGEST_TOLERANCE));
    }
    return new PublishedFigure(
        kind,
        known ? OptionalDouble.of(kind.toSi(published.asDouble())) : OptionalDouble.empty(),
        tolerance,
        source,
        confidence,
        node.path("note").asString(""),
        node.path("miss").asString(""));
  }
}
