package supernode.quantity;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** What somebody may have meant. */
public final class Words {
  private Words() {}

  /** The first of {@link #ranked}; empty where nothing is known. */
  public static String nearest(String written, Collection<String> known) {
    return ranked(written, known).stream().findFirst().orElse("");
  }

  /** Those that begin with what was written, then by letters to change or neighbours to swap. */
  public static List<String> ranked(String written, Collection<String> known) {
    return known.stream()
        .sorted(
            Comparator.<String>comparingInt(word -> word.startsWith(written) ? 0 : 1)
                .thenComparingInt(word -> distance(written, word)))
        .toList();
  }

  /** Optimal string alignment: insertions, deletions, changes, swaps of neighbours. */
  public static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int change = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        d[i][j] = Math.min(change, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
