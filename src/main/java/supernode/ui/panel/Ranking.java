package supernode.ui.panel;

import java.util.List;
import java.util.Locale;

/** How well texts answer what was typed into a search field. */
final class Ranking {
  private Ranking() {}

  /**
   * A score of an entry; 0 when it does not answer. Every word of the query must be found. The
   * start of the name counts most, then the start of a word of it, then anywhere in it, then the
   * other texts, and last letters in order ("nvsw" for "NVLink switch").
   */
  static int score(String query, String name, List<String> others) {
    int total = 0;
    for (String word : query.strip().toLowerCase(Locale.ROOT).split("\\s+")) {
      int best = word(word, name.toLowerCase(Locale.ROOT), 100);
      for (String other : others) {
        best = Math.max(best, word(word, other.toLowerCase(Locale.ROOT), 40));
      }
      if (best == 0) {
        return 0;
      }
      total += best;
    }
    return total;
  }

  private static int word(String word, String text, int weight) {
    if (word.isEmpty() || text.startsWith(word)) {
      return weight;
    }
    int at = text.indexOf(word);
    if (at > 0) {
      return Character.isLetterOrDigit(text.charAt(at - 1)) ? weight / 2 : weight * 3 / 4;
    }
    // A single letter is in nearly every name.
    return word.length() > 2 && inOrder(word, text) ? weight / 10 : 0;
  }

  private static boolean inOrder(String word, String text) {
    int at = -1;
    for (int i = 0; i < word.length(); i++) {
      at = text.indexOf(word.charAt(i), at + 1);
      if (at < 0) {
        return false;
      }
    }
    return true;
  }
}
