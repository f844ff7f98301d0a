package supernode.ui.shell;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds commands, places, workloads, parts, findings and samples by what is typed. */
final class Finder {
  /** How many are listed. */
  static final int LISTED = 40;

  /** Kinds of entry; of two that match alike the earlier kind comes first. */
  enum Kind {
    COMMAND,
    PLACE,
    WORKLOAD,
    PART,
    FINDING,
    SAMPLE
  }

  /**
   * Something that can be found.
   *
   * @param label what is matched and shown
   * @param detail shown beside it, matched with less weight
   * @param alias other words for it, matched like the label and not shown
   * @param icon Ikonli name
   * @param keys shortcut as shown, empty for none
   */
  record Entry(
      Kind kind,
      String label,
      String detail,
      String alias,
      String icon,
      String keys,
      Runnable action) {}

  private record Hit(Entry entry, int score) {}

  /**
   * Gives entries for a query; a source may ignore the query and leave the choice to the finder.
   */
  interface Source extends Function<String, Stream<Entry>> {}

  private final List<Source> sources;

  Finder(List<Source> sources) {
    this.sources = List.copyOf(sources);
  }

  /** The best entries, best first; without a query the first of each source. */
  List<Entry> find(String query) {
    String wanted = query.strip().toLowerCase(Locale.ROOT);
    return sources.stream()
        .flatMap(s -> s.apply(query.strip()))
        .flatMap(e -> score(wanted, e).stream().mapToObj(s -> new Hit(e, s)))
        .sorted(
            Comparator.comparingInt(Hit::score)
                .reversed()
                .thenComparing(h -> h.entry().kind())
                .thenComparingInt(h -> h.entry().label().length()))
        .limit(LISTED)
        .map(Hit::entry)
        .toList();
  }

  private static OptionalInt score(String query, Entry entry) {
    if (query.isEmpty()) {
      return OptionalInt.of(0);
    }
    int label = match(query, entry.label().toLowerCase(Locale.ROOT));
    int detail = match(query, entry.detail().toLowerCase(Locale.ROOT)) / 2;
    int alias = match(query, entry.alias().toLowerCase(Locale.ROOT));
    int best = Math.max(Math.max(label, alias), detail);
    return best > 0 ? OptionalInt.of(best) : everyWord(query, entry);
  }

  /** Words that stand apart, in any order: "switch add". */
  private static OptionalInt everyWord(String query, Entry entry) {
    String all = (entry.label() + " " + entry.detail()).toLowerCase(Locale.ROOT);
    String[] words = query.split("\\s+");
    boolean found = words.length > 1 && Stream.of(words).allMatch(all::contains);
    return found ? OptionalInt.of(20) : OptionalInt.empty();
  }

  /** 0 for no match; whole before beginning before word before middle before letters in order. */
  static int match(String query, String text) {
    if (text.equals(query)) {
      return 100;
    }
    if (text.startsWith(query)) {
      return 90;
    }
    int at = text.indexOf(query);
    for (int i = at; i > 0; i = text.indexOf(query, i + 1)) {
      if (!Character.isLetterOrDigit(text.charAt(i - 1))) {
        return 70;
      }
    }
    if (at > 0) {
      return 50;
    }
    return initials(query, text) ? 40 : inOrder(query, text) ? 10 : 0;
  }

  /** The first letters of words: "er" finds "Export report". */
  private static boolean initials(String query, String text) {
    StringBuilder first = new StringBuilder();
    for (String word : text.split("[^\\p{L}\\p{N}]+")) {
      if (!word.isEmpty()) {
        first.append(word.charAt(0));
      }
    }
    return query.length() > 1 && first.indexOf(query) >= 0;
  }

  private static boolean inOrder(String query, String text) {
    int at = 0;
    for (int i = 0; i < query.length(); i++) {
      at = text.indexOf(query.charAt(i), at) + 1;
      if (at == 0) {
        return false;
      }
    }
    // Letters scattered over a long sentence are no match.
    return query.length() > 2 && text.length() < 40;
  }
}
