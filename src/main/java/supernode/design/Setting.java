package supernode.design;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A value of a job: what a workload says of itself, before anything is made of it. */
public sealed interface Setting {
  record Amount(double value) implements Setting {
    @Override
    public String toString() {
      boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
      return whole ? String.valueOf((long) value) : String.valueOf(value);
    }
  }

  record Word(String value) implements Setting {
    @Override
    public String toString() {
      return '"' + value + '"';
    }
  }

  record Truth(boolean value) implements Setting {
    @Override
    public String toString() {
      return String.valueOf(value);
    }
  }

  /** Values by their names, in the order of the file. */
  record Group(Map<String, Setting> members) implements Setting {
    public static final Group EMPTY = new Group(Map.of());

    public Group {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    @Override
    public String toString() {
      return members.entrySet().stream()
          .map(e -> '"' + e.getKey() + "\":" + e.getValue())
          .collect(Collectors.joining(",", "{", "}"));
    }
  }

  record Listing(List<Setting> items) implements Setting {
    public Listing {
      items = List.copyOf(items);
    }

    @Override
    public String toString() {
      return items.stream().map(Setting::toString).collect(Collectors.joining(",", "[", "]"));
    }
  }

  /** How many values there are, itself among them. */
  default int size() {
    return switch (this) {
      case Group g -> 1 + g.members().values().stream().mapToInt(Setting::size).sum();
      case Listing l -> 1 + l.items().stream().mapToInt(Setting::size).sum();
      default -> 1;
    };
  }

  /** As plain maps, lists, numbers, texts and truths. */
  default Object plain() {
    return switch (this) {
      case Amount(double value) -> value;
      case Word(String value) -> value;
      case Truth(boolean value) -> value;
      case Group(Map<String, Setting> members) -> {
        Map<String, Object> plain = new LinkedHashMap<>();
        members.forEach((key, value) -> plain.put(key, value.plain()));
        yield plain;
      }
      case Listing(List<Setting> items) -> items.stream().map(Setting::plain).toList();
    };
  }
}
