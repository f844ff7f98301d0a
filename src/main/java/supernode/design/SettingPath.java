package supernode.design;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place within a job, written "strategy.tp" or "classes[0].count". */
public final class SettingPath {
  private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)|\\[(\\d+)\\]");

  private SettingPath() {}

  /** A step is a name within a group or a number within a list. */
  private static List<Object> steps(String path) {
    List<Object> steps = new ArrayList<>();
    Matcher m = STEP.matcher(path);
    while (m.find()) {
      steps.add(m.group(1) != null ? m.group(1) : (Object) Integer.valueOf(m.group(2)));
    }
    return steps;
  }

  /** What stands there; empty where nothing does. */
  public static Optional<Setting> get(Setting.Group job, String path) {
    Setting at = job;
    for (Object step : steps(path)) {
      at = inside(at, step);
    }
    return Optional.ofNullable(at);
  }

  private static Setting inside(Setting at, Object step) {
    if (at instanceof Setting.Group(Map<String, Setting> members) && step instanceof String name) {
      return members.get(name);
    }
    if (at instanceof Setting.Listing(List<Setting> items)
        && step instanceof Integer i
        && i < items.size()) {
      return items.get(i);
    }
    return null;
  }

  /**
   * The job with something else there. Groups on the way are made; those that become empty, and
   * lists that do, go. A number one past the end of a list adds to it.
   */
  public static Setting.Group with(Setting.Group job, String path, Optional<Setting> value) {
    Setting next = with(job, steps(path), value).orElse(Setting.Group.EMPTY);
    return next instanceof Setting.Group group ? group : Setting.Group.EMPTY;
  }

  private static Optional<Setting> with(Setting at, List<Object> steps, Optional<Setting> value) {
    if (steps.isEmpty()) {
      return value;
    }
    Object step = steps.getFirst();
    Optional<Setting> inner = with(inside(at, step), steps.subList(1, steps.size()), value);
    if (step instanceof Integer i) {
      List<Setting> items =
          new ArrayList<>(at instanceof Setting.Listing(List<Setting> old) ? old : List.of());
      if (i < items.size()) {
        items.remove((int) i);
      }
      inner.ifPresent(s -> items.add(Math.min(i, items.size()), s));
      return items.isEmpty() ? Optional.empty() : Optional.of(new Setting.Listing(items));
    }
    Map<String, Setting> members =
        new LinkedHashMap<>(at instanceof Setting.Group(Map<String, Setting> old) ? old : Map.of());
    String name = step.toString();
    inner.ifPresentOrElse(s -> members.put(name, s), () -> members.remove(name));
    return members.isEmpty() ? Optional.empty() : Optional.of(new Setting.Group(members));
  }
}
