package supernode.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The sources of one document, numbered as they are first cited. */
final class References {
  private final Map<String, Integer> numbers = new LinkedHashMap<>();

  /** "[3]"; nothing where no source is named. */
  String cite(String source) {
    if (source.isEmpty()) {
      return "";
    }
    return "[" + numbers.computeIfAbsent(source, _ -> numbers.size() + 1) + "]";
  }

  /** In the order of their numbers. */
  List<Map<String, Object>> all() {
    return numbers.entrySet().stream()
        .map(e -> Map.<String, Object>of("number", e.getValue(), "source", e.getKey()))
        .toList();
  }
}
