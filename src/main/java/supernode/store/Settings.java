package supernode.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import supernode.design.Bounds;
import supernode.design.Setting;
import supernode.design.Workload;
import tools.jackson.databind.JsonNode;

/** Jobs as they stand in JSON. What is null is left out. */
public final class Settings {
  private final int most;
  private int read;
  private boolean refused;

  private Settings(int most) {
    this.most = most;
  }

  /** A job within a design; empty beyond the bounds on values, depth and length of texts. */
  public static Optional<Setting.Group> read(JsonNode object) {
    return read(object, Workload.MAX_VALUES);
  }

  /**
   * As {@link #read(JsonNode)}.
   *
   * @param most values that are read
   */
  public static Optional<Setting.Group> read(JsonNode object, int most) {
    Settings settings = new Settings(most);
    return settings.value(object, 0) instanceof Setting.Group g && !settings.refused
        ? Optional.of(g)
        : Optional.empty();
  }

  private Setting value(JsonNode node, int depth) {
    read++;
    if (depth > Bounds.MAX_DEPTH || read > most) {
      refused = true;
      return Setting.Group.EMPTY;
    }
    if (node.isObject()) {
      Map<String, Setting> members = new LinkedHashMap<>();
      node.properties().stream()
          .filter(e -> !e.getValue().isNull())
          .forEach(e -> members.put(e.getKey(), value(e.getValue(), depth + 1)));
      return new Setting.Group(members);
    }
    if (node.isArray()) {
      List<Setting> items = new ArrayList<>();
      for (JsonNode item : node) {
        items.add(value(item, depth + 1));
      }
      return new Setting.Listing(items);
    }
    return node.isNumber()
        ? number(node.asDouble(Double.NaN))
        : node.isBoolean() ? new Setting.Truth(node.booleanValue()) : word(node.asString(""));
  }

  private Setting number(double value) {
    refused |= !Double.isFinite(value);
    return new Setting.Amount(value);
  }

  private Setting word(String text) {
    refused |= text.length() > Bounds.MAX_TEXT;
    return new Setting.Word(text);
  }
}
