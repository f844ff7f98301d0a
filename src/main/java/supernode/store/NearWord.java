package supernode.store;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import supernode.quantity.Words;

/** The word that was probably meant, where one is near enough to be suggested. */
final class NearWord {
  private static final int LONGEST = 64;

  private NearWord() {}

  static Optional<String> of(String word, Collection<String> known) {
    if (word.length() > LONGEST) {
      return Optional.empty();
    }
    String folded = word.toLowerCase(Locale.ROOT);
    int allowed = Math.max(1, word.length() / 3);
    return known.stream()
        .filter(k -> Words.distance(folded, k.toLowerCase(Locale.ROOT)) <= allowed)
        .min(Comparator.comparingInt(k -> Words.distance(folded, k.toLowerCase(Locale.ROOT))));
  }
}
