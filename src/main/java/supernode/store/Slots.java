package supernode.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import supernode.design.Bounds;

/** Rack slots as text: {@code 1-10,20-27}; a range may run downwards. */
final class Slots {
  private static final Pattern RANGE = Pattern.compile("(\\d{1,3})(?:-(\\d{1,3}))?");

  private Slots() {}

  /** The slots in order, empty when the text is no list of ranges or has too many. */
  static Optional<List<Integer>> parse(String text) {
    List<Integer> slots = new ArrayList<>();
    if (text.isBlank()) {
      return Optional.of(slots);
    }
    for (String piece : text.split(",", -1)) {
      Matcher m = RANGE.matcher(piece.strip());
      if (!m.matches()) {
        return Optional.empty();
      }
      int first = Integer.parseInt(m.group(1));
      int last = m.group(2) == null ? first : Integer.parseInt(m.group(2));
      int step = last < first ? -1 : 1;
      for (int u = first; u != last + step; u += step) {
        slots.add(u);
      }
      if (slots.size() > Bounds.MAX_SLOTS) {
        return Optional.empty();
      }
    }
    return Optional.of(slots);
  }

  static String print(List<Integer> slots) {
    List<String> ranges = new ArrayList<>();
    int i = 0;
    while (i < slots.size()) {
      int end = i;
      int step = i + 1 < slots.size() ? slots.get(i + 1) - slots.get(i) : 0;
      while (Math.abs(step) == 1
          && end + 1 < slots.size()
          && slots.get(end + 1) - slots.get(end) == step) {
        end++;
      }
      ranges.add(end == i ? "" + slots.get(i) : slots.get(i) + "-" + slots.get(end));
      i = end + 1;
    }
    return String.join(",", ranges);
  }
}
