package supernode.interop.graph;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import supernode.quantity.Text;

/** Reads a graph: GraphML, DOT, or JSON with {@code edges} and {@code hosts}. */
public final class GraphFile {
  /** Largest file that is read. */
  public static final long MOST_BYTES = 1L << 30;

  private GraphFile() {}

  /**
   * Reads a graph; the ending of the name says which format it is.
   *
   * @throws GraphFileException naming file, place and remedy
   */
  public static ImportedGraph read(String file) {
    return read(file, Optional.empty());
  }

  /**
   * Reads a graph; the ending of the name says which format it is.
   *
   * @param hostsForward whether hosts pass on what is not for them, whatever the file says
   * @throws GraphFileException naming file, place and remedy
   */
  public static ImportedGraph read(String file, Optional<Boolean> hostsForward) {
    Path path = path(file);
    String name = file.toLowerCase(Locale.ROOT);
    GraphCollector collector = new GraphCollector(file);
    try (Reader text = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
      if (name.endsWith(".json")) {
        new JsonGraphReader(collector).read(text);
      } else if (name.endsWith(".graphml") || name.endsWith(".xml")) {
        AttributedGraphReader.graphMl(collector, text);
      } else if (name.endsWith(".dot") || name.endsWith(".gv")) {
        AttributedGraphReader.dot(collector, text);
      } else {
        throw collector.refused("graph.ending");
      }
    } catch (IOException | java.io.UncheckedIOException _) {
      throw collector.refused("graph.unreadable");
    }
    hostsForward.ifPresent(collector::hostsForward);
    return collector.build();
  }

  private static Path path(String file) {
    try {
      Path path = Path.of(file);
      if (!Files.exists(path)) {
        throw new GraphFileException(Text.of("store.noFile", file));
      }
      if (!Files.isRegularFile(path)) {
        throw new GraphFileException(Text.of("store.notAFile", file));
      }
      if (Files.size(path) > MOST_BYTES) {
        throw new GraphFileException(Text.of("graph.bytes", file, MOST_BYTES >> 20));
      }
      return path;
    } catch (IOException | InvalidPathException _) {
      throw new GraphFileException(Text.of("graph.unreadable", file));
    }
  }
}
