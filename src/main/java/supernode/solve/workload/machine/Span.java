package supernode.solve.workload.machine;

import java.util.ArrayList;
import java.util.List;

/**
 * Ranks at equal distances.
 *
 * @param ranks so many
 * @param stride chips from one to the next
 */
public record Span(int ranks, int stride) {
  /** The same ranks in as few spans as can be: single ranks left out, gapless ones joined. */
  public static List<Span> joined(List<Span> spans) {
    List<Span> all = new ArrayList<>();
    for (Span s : spans) {
      Span last = all.isEmpty() ? null : all.getLast();
      if (last != null && (long) last.ranks * last.stride == s.stride) {
        all.removeLast();
        all.add(new Span(last.ranks * s.ranks, last.stride));
      } else if (s.ranks > 1) {
        all.add(s);
      }
    }
    return List.copyOf(all);
  }

  /** Chips of the group that starts at chip 0, the first span innermost. */
  static int[] offsets(List<Span> spans) {
    int[] at = {0};
    for (Span s : spans) {
      int[] next = new int[at.length * s.ranks];
      for (int i = 0; i < s.ranks; i++) {
        for (int j = 0; j < at.length; j++) {
          next[i * at.length + j] = at[j] + i * s.stride;
        }
      }
      at = next;
    }
    return at;
  }
}
