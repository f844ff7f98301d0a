package supernode.ui.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rack slots as people write them: "1-10, 20, 37-30". */
final class SlotList {
  private static final int MAX = 1000;

  private SlotList() {}

  static String write(List<Integer> slots) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < slots.size(); ) {
      int j = i;
      // Racks are filled from below or from above.
      int step = i + 1 < slots.size() && slots.get(i + 1) < slots.get(i) ? -1 : 1;
      while (j + 1 < slots.size() && slots.get(j + 1) == slots.get(j) + step) {
        j++;
      }
      out.append(out.isEmpty() ? "" : ", ").append(slots.get(i));
      if (j > i) {
        out.append(j == i + 1 ? ", " : "-").append(slots.get(j));
      }
      i = j + 1;
    }
    return out.toString();
  }

  /** Empty when the text is no such list. */
  static Optional<List<Integer>> read(String text) {
    List<Integer> slots = new ArrayList<>();
    for (String piece : text.strip().split("\\s*[,;]\\s*")) {
      if (!piece.matches("\\d{1,3}(\\s*[-–]\\s*\\d{1,3})?")) {
        return Optional.empty();
      }
      String[] ends = piece.split("\\s*[-–]\\s*");
      int first = Integer.parseInt(ends[0]);
      int last = Integer.parseInt(ends[ends.length - 1]);
      int step = last < first ? -1 : 1;
      for (int u = first; u != last + step && slots.size() <= MAX; u += step) {
        slots.add(u);
      }
    }
    return slots.isEmpty() ? Optional.empty() : Optional.of(slots);
  }
}
