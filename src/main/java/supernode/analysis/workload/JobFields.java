package supernode.analysis.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import supernode.design.Setting;
import supernode.quantity.Text;

/** An object of a job file; what is wrong with it is said with file and place. */
public final class JobFields {
  private static final int SHOWN = 40;

  private final String file;
  private final String place;
  private final Setting.Group node;

  private JobFields(String file, String place, Setting.Group node) {
    this.file = file;
    this.place = place;
    this.node = node;
  }

  /**
   * Opens a job.
   *
   * @param file what messages call it
   */
  public static JobFields of(String file, Setting.Group job) {
    return new JobFields(file, "", job);
  }

  String file() {
    return file;
  }

  /** Where this is, for messages. */
  public String where() {
    return place.isEmpty() ? file : file + ": " + place;
  }

  /** Refuses keys that nothing reads, so that a slip of the pen changes nothing in silence. */
  JobFields only(String... keys) {
    Set<String> known = Set.of(keys);
    for (String key : node.members().keySet()) {
      boolean common = place.isEmpty() && Set.of("format", "version", "name").contains(key);
      if (!known.contains(key) && !common) {
        throw bad("maxmin.unknownKey", key, String.join(", ", keys));
      }
    }
    return this;
  }

  /** Id of the kind of accelerator that the job asks for; empty where it takes all. */
  public String chip() {
    return text("chip", "");
  }

  boolean has(String key) {
    return node.members().containsKey(key);
  }

  /** The items of a list; none where there is no list. */
  List<Setting> items(String key) {
    return node.members().get(key) instanceof Setting.Listing(List<Setting> items)
        ? items
        : List.of();
  }

  boolean isWord(String key) {
    return node.members().get(key) instanceof Setting.Word;
  }

  boolean isGroup(String key) {
    return node.members().get(key) instanceof Setting.Group;
  }

  public Setting.Group all() {
    return node;
  }

  JobFields object(String key) {
    if (!has(key)) {
      throw bad("maxmin.missing", key);
    }
    return inner(place.isEmpty() ? key : place + "." + key, node.members().get(key));
  }

  /** The object under a key, or an empty one. */
  JobFields objectOr(String key) {
    return has(key) ? object(key) : new JobFields(file, key, Setting.Group.EMPTY);
  }

  List<JobFields> objects(String key, int most) {
    if (!has(key)) {
      throw bad("maxmin.missing", key);
    }
    if (!(node.members().get(key) instanceof Setting.Listing(List<Setting> items))
        || items.isEmpty()) {
      throw bad("job.list", key);
    }
    if (items.size() > most) {
      throw bad("job.tooMany", key, most);
    }
    List<JobFields> all = new ArrayList<>();
    for (Setting item : items) {
      all.add(inner((place.isEmpty() ? key : place + "." + key) + "[" + all.size() + "]", item));
    }
    return all;
  }

  private JobFields inner(String at, Setting value) {
    if (!(value instanceof Setting.Group group)) {
      throw new JobFields(file, at, Setting.Group.EMPTY).bad("maxmin.notAnObject");
    }
    return new JobFields(file, at, group);
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
    if (!(node.members().get(key) instanceof Setting.Word(String word))) {
      throw bad("job.text", key, shown(key));
    }
    return word;
  }

  boolean is(String key, boolean otherwise) {
    if (!has(key)) {
      return otherwise;
    }
    if (!(node.members().get(key) instanceof Setting.Truth(boolean truth))) {
      throw bad("job.truth", key, shown(key));
    }
    return truth;
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
    double v = node.members().get(key) instanceof Setting.Amount(double n) ? n : Double.NaN;
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
    double v = node.members().get(key) instanceof Setting.Amount(double n) ? n : Double.NaN;
    if (!(v >= least && v <= most) || v != Math.rint(v)) {
      throw bad("job.whole", key, shown(key), least, most);
    }
    return (long) v;
  }

  private String shown(String key) {
    String text = node.members().get(key).toString();
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }

  JobException bad(String message, Object... more) {
    List<Object> values = new ArrayList<>();
    values.add(file);
    values.add(place.isEmpty() ? Text.of("maxmin.top") : place);
    values.addAll(List.of(more));
    return new JobException(message, values.toArray());
  }
}
