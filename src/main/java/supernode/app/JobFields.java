package supernode.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An object of a job file; what is wrong with it is said with file and place. */
final class JobFields {
  private static final long MOST_BYTES = 8L << 20;
  private static final int SHOWN = 40;
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .build();

  private final String file;
  private final String place;
  private final JsonNode node;

  private JobFields(String file, String place, JsonNode node) {
    this.file = file;
    this.place = place;
    this.node = node;
  }

  /**
   * Opens a job.
   *
   * @param format what "format" must say where it is there
   */
  static JobFields read(String file, String format) {
    JsonNode root;
    try {
      Path path = Path.of(file);
      if (!Files.exists(path)) {
        throw new BadInput("store.noFile", file);
      }
      if (!Files.isRegularFile(path) || Files.size(path) > MOST_BYTES) {
        throw new BadInput("store.notAFile", file);
      }
      root = JSON.readTree(Files.readAllBytes(path));
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
    JobFields job = new JobFields(file, "", root);
    if (!root.isObject()) {
      throw job.bad("maxmin.notAnObject");
    }
    String said = root.path("format").asString(format);
    int version = root.path("version").asInt(1);
    if (!said.equals(format) || version != 1) {
      throw new BadInput("job.format", file, format, said, version);
    }
    return job;
  }

  String file() {
    return file;
  }

  /** Where this is, for messages. */
  String where() {
    return place.isEmpty() ? file : file + ": " + place;
  }

  /** Refuses keys that nothing reads, so that a slip of the pen changes nothing in silence. */
  JobFields only(String... keys) {
    Set<String> known = Set.of(keys);
    for (String key : node.propertyNames()) {
      boolean common = place.isEmpty() && Set.of("format", "version", "name").contains(key);
      if (!known.contains(key) && !common) {
        throw bad("maxmin.unknownKey", key, String.join(", ", keys));
      }
    }
    return this;
  }

  boolean has(String key) {
    return node.has(key) && !node.get(key).isNull();
  }

  /** The raw value, for readers of their own. */
  JsonNode raw(String key) {
    return node.path(key);
  }

  JobFields object(String key) {
    JsonNode child = node.path(key);
    JobFields fields = new JobFields(file, place.isEmpty() ? key : place + "." + key, child);
    if (child.isMissingNode()) {
      throw bad("maxmin.missing", key);
    }
    if (!child.isObject()) {
      throw fields.bad("maxmin.notAnObject");
    }
    return fields;
  }

  /** The object under a key, or an empty one. */
  JobFields objectOr(String key) {
    return has(key) ? object(key) : new JobFields(file, key, JSON.createObjectNode());
  }

  List<JobFields> objects(String key, int most) {
    JsonNode list = node.path(key);
    if (list.isMissingNode()) {
      throw bad("maxmin.missing", key);
    }
    if (!list.isArray() || list.isEmpty()) {
      throw bad("job.list", key);
    }
    if (list.size() > most) {
      throw bad("job.tooMany", key, most);
    }
    List<JobFields> all = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      String at = (place.isEmpty() ? key : place + "." + key) + "[" + i + "]";
      JobFields item = new JobFields(file, at, list.get(i));
      if (!list.get(i).isObject()) {
        throw item.bad("maxmin.notAnObject");
      }
      all.add(item);
    }
    return all;
  }

  String text(String key) {
    if (!has(key)) {
      throw bad("maxmin.missing", key);
    }
    return text(key, "");
  }

  String text(String key, String otherwise) {
    if (!has(key)) {
      return otherwise;
    }
    if (!node.get(key).isString()) {
      throw bad("job.text", key, shown(key));
    }
    return node.get(key).asString("");
  }

  boolean is(String key, boolean otherwise) {
    if (!has(key)) {
      return otherwise;
    }
    if (!node.get(key).isBoolean()) {
      throw bad("job.truth", key, shown(key));
    }
    return node.get(key).booleanValue();
  }

  /** One of some words. */
  String oneOf(String key, String otherwise, List<String> words) {
    String word = text(key, otherwise);
    if (!words.contains(word)) {
      throw bad("job.word", key, word, String.join(", ", words));
    }
    return word;
  }

  double number(String key, double least, double most) {
    if (!has(key)) {
      throw bad("maxmin.missing", key);
    }
    return number(key, least, most, 0);
  }

  double number(String key, double least, double most, double otherwise) {
    if (!has(key)) {
      return otherwise;
    }
    JsonNode value = node.get(key);
    double v = value.isNumber() ? value.asDouble(Double.NaN) : Double.NaN;
    if (!(v >= least && v <= most)) {
      throw bad("job.number", key, shown(key), least, most);
    }
    return v;
  }

  long whole(String key, long least, long most) {
    if (!has(key)) {
      throw bad("maxmin.missing", key);
    }
    return whole(key, least, most, 0);
  }

  long whole(String key, long least, long most, long otherwise) {
    if (!has(key)) {
      return otherwise;
    }
    JsonNode value = node.get(key);
    double v = value.isNumber() ? value.asDouble(Double.NaN) : Double.NaN;
    if (!(v >= least && v <= most) || v != Math.rint(v)) {
      throw bad("job.whole", key, shown(key), least, most);
    }
    return (long) v;
  }

  private String shown(String key) {
    String text = node.get(key).toString();
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }

  BadInput bad(String message, Object... more) {
    List<Object> values = new ArrayList<>();
    values.add(file);
    values.add(place.isEmpty() ? supernode.quantity.Text.of("maxmin.top") : place);
    values.addAll(List.of(more));
    return new BadInput(message, values.toArray());
  }
}
