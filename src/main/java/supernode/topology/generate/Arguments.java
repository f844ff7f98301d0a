package supernode.topology.generate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import supernode.quantity.Text;

/** The {@code key=value} arguments of a kind; what cannot be used is refused with a sentence. */
public final class Arguments {
  private static final int MOST_DIMENSIONS = 8;

  private final String kind;
  private final Map<String, String> given;

  Arguments(String kind, Map<String, String> given) {
    this.kind = kind;
    this.given = given;
  }

  static Map<String, String> split(List<String> assignments) {
    Map<String, String> given = new LinkedHashMap<>();
    for (String assignment : assignments) {
      int equals = assignment.indexOf('=');
      if (equals < 1) {
        throw new GeneratorException(Text.of("topology.noAssignment", assignment));
      }
      String key = assignment.substring(0, equals);
      if (given.put(key, assignment.substring(equals + 1)) != null) {
        throw new GeneratorException(Text.of("topology.twice", key));
      }
    }
    return given;
  }

  boolean has(String key) {
    return given.containsKey(key);
  }

  String kind() {
    return kind;
  }

  /** The arguments that start with a prefix, without it, for a kind inside this one. */
  Arguments within(String prefix, String inner) {
    Map<String, String> inside = new LinkedHashMap<>();
    given.forEach((key, value) -> {
      if (key.startsWith(prefix)) {
        inside.put(key.substring(prefix.length()), value);
      }
    });
    return new Arguments(inner, inside);
  }

  Arguments as(String other) {
    return new Arguments(other, given);
  }

  int whole(String key, int least, int most) {
    return optionalWhole(key, least, most)
        .orElseThrow(
            () -> new GeneratorException(Text.of("topology.missing", kind, key, least, most)));
  }

  int whole(String key, int least, int most, int otherwise) {
    return optionalWhole(key, least, most).orElse(otherwise);
  }

  /** A whole number that must be even. */
  int even(String key, int least, int most) {
    int value = whole(key, least, most);
    if (value % 2 != 0) {
      throw new GeneratorException(Text.of("topology.odd", kind, key, value, value + 1));
    }
    return value;
  }

  private Optional<Integer> optionalWhole(String key, int least, int most) {
    return optionalLong(key, least, most).stream().mapToObj(v -> (int) v).findFirst();
  }

  OptionalLong optionalLong(String key, long least, long most) {
    String text = given.get(key);
    if (text == null) {
      return OptionalLong.empty();
    }
    try {
      long value = Long.parseLong(text.strip());
      if (value >= least && value <= most) {
        return OptionalLong.of(value);
      }
    } catch (NumberFormatException _) {
      // Told below, with the range.
    }
    throw new GeneratorException(Text.of("topology.range", kind, key, text, least, most));
  }

  /** A number above zero. */
  Optional<Double> positive(String key, double most) {
    String text = given.get(key);
    if (text == null) {
      return Optional.empty();
    }
    try {
      double value = Double.parseDouble(text.strip());
      if (value > 0 && value <= most) {
        return Optional.of(value);
      }
    } catch (NumberFormatException _) {
      // Told below, with the range.
    }
    throw new GeneratorException(Text.of("topology.positive", kind, key, text, most));
  }

  /** A number from zero. */
  Optional<Double> fromZero(String key, double most) {
    return "0".equals(given.get(key)) ? Optional.of(0.0) : positive(key, most);
  }

  /** Sizes as in {@code 8x8x4}. */
  List<Integer> sizes(String key, int least, int most) {
    String text = given.get(key);
    if (text == null) {
      throw new GeneratorException(Text.of("topology.missingSizes", kind, key, least, most));
    }
    List<Integer> sizes = new ArrayList<>();
    for (String part : text.strip().split("x", -1)) {
      try {
        sizes.add(Integer.parseInt(part));
      } catch (NumberFormatException _) {
        sizes.add(-1);
      }
    }
    if (sizes.size() > MOST_DIMENSIONS || sizes.stream().anyMatch(s -> s < least || s > most)) {
      throw new GeneratorException(
          Text.of("topology.sizes", kind, key, text, MOST_DIMENSIONS, least, most));
    }
    return List.copyOf(sizes);
  }

  String word(String key, String otherwise, String... words) {
    String text = given.getOrDefault(key, otherwise);
    if (!Arrays.asList(words).contains(text)) {
      throw new GeneratorException(
          Text.of("topology.word", kind, key, text, String.join(", ", words)));
    }
    return text;
  }

  String kindAt(String key) {
    String text = given.get(key);
    if (text == null) {
      throw new GeneratorException(Text.of("topology.missingKind", kind, key, Kinds.names()));
    }
    return text;
  }

  void requireKnown(List<String> known) {
    for (String key : given.keySet()) {
      if (!known.contains(key)) {
        throw new GeneratorException(
            Text.of("topology.unknownKey", kind, key, String.join(", ", known)));
      }
    }
  }
}
