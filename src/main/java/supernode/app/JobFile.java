package supernode.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import supernode.analysis.Analysis;
import supernode.analysis.Analyst;
import supernode.analysis.workload.JobFields;
import supernode.analysis.workload.Machine;
import supernode.catalog.Catalog;
import supernode.design.Setting;
import supernode.design.Workload;
import supernode.quantity.Text;
import supernode.solve.Outcome;
import supernode.store.Settings;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a job, and what it runs on. */
final class JobFile {
  private static final long MOST_BYTES = 8L << 20;
  private static final int MOST_VALUES = 4_000_000;
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .build();

  private JobFile() {}

  /**
   * Opens a job.
   *
   * @param format what "format" must say where it is there
   */
  static JobFields read(String file, String format) {
    JsonNode root = tree(file);
    if (!root.isObject()) {
      throw new BadInput("maxmin.notAnObject", file, Text.of("maxmin.top"));
    }
    String said = root.path("format").asString(format);
    int version = root.path("version").asInt(1);
    if (!said.equals(format) || version != 1) {
      throw new BadInput("job.format", file, format, said, version);
    }
    Setting.Group job =
        Settings.read(root, MOST_VALUES)
            .orElseThrow(() -> new BadInput("job.tooLong", file, MOST_VALUES));
    return JobFields.of(file, job);
  }

  /** The kind that the file names, or whose keys it has. */
  static Workload.Kind kind(String file) {
    JsonNode root = tree(file);
    for (Workload.Kind kind : Workload.Kind.values()) {
      if (root.path("format").asString("").equals("supernode-" + kind.key() + "-job")) {
        return kind;
      }
    }
    return root.has("requests")
        ? Workload.Kind.SERVE
        : root.has("classes") ? Workload.Kind.SCHEDULE : Workload.Kind.TRAIN;
  }

  private static JsonNode tree(String file) {
    try {
      Path path = Path.of(file);
      if (!Files.exists(path)) {
        throw new BadInput("store.noFile", file);
      }
      if (!Files.isRegularFile(path) || Files.size(path) > MOST_BYTES) {
        throw new BadInput("store.notAFile", file);
      }
      return JSON.readTree(Files.readAllBytes(path));
    } catch (IOException | InvalidPathException _) {
      throw new BadInput("store.unreadable", file);
    } catch (JacksonException e) {
      var at = e.getLocation();
      throw new BadInput(
          "maxmin.notJson",
          file,
          at == null ? 1 : Math.max(1, at.getLineNr()),
          at == null ? 1 : Math.max(1, at.getColumnNr()));
    }
  }

  /** The design if there is one, else the job's own machine. */
  static Machine machine(
      JobFields job, Workload.Kind kind, Path design, Changes changes, Catalog catalog) {
    return design == null ? Machine.of(job, catalog) : drawn(job, kind, design, changes, catalog);
  }

  private static Machine drawn(
      JobFields job, Workload.Kind kind, Path file, Changes changes, Catalog catalog) {
    Analysis analysis =
        new Analyst(catalog).full(changes.applied(file, catalog), changes.scenario(), () -> false);
    Outcome<Machine> drawn = Machine.of(analysis, kind, job.chip());
    return drawn
        .asOptional()
        .orElseThrow(
            () -> new BadInput("job.design", file.toString(), drawn.whyNot().orElseThrow()));
  }
}
