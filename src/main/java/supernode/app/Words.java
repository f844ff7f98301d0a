package supernode.app;

import java.util.Collection;
import java.util.Comparator;

/** What somebody may have meant. */
final class Words {
  private Words() {}

  /** One that begins with what was written, else the one with fewest letters to change. */
  static String nearest(String written, Collection<String> known) {
    return known.stream()
        .min(
            Comparator.<String>comparingInt(word -> word.startsWith(written) ? 0 : 1)
                .thenComparingInt(word -> distance(written, word)))
        .orElse("");
  }

  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
