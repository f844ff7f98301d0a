package supernode.catalog.browse;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * In which order entries stand.
 *
 * @param keys the first one decides, the next where it is equal
 */
public record Sorting(List<Key> keys) {
  /** A column to sort by; what is blank stands last either way. */
  public record Key(Field field, boolean descending) {}

  public Sorting {
    keys = List.copyOf(keys);
  }

  /**
   * @param kindName a kind in the language that is read
   */
  public Comparator<Entry> order(UnaryOperator<String> kindName) {
    Comparator<Entry> order = (_, _) -> 0;
    for (Key key : keys) {
      order = order.thenComparing(by(key, kindName));
    }
    return order;
  }

  private static Comparator<Entry> by(Key key, UnaryOperator<String> kindName) {
    return switch (key.field()) {
      case Field.Word word -> {
        Comparator<Entry> order =
            Comparator.comparing(e -> word(word, e, kindName).toLowerCase(Locale.ROOT));
        yield key.descending() ? order.reversed() : order;
      }
      case Measure m ->
          (a, b) -> {
            Optional<Reading> one = m.of(a);
            Optional<Reading> other = m.of(b);
            if (one.isEmpty() || other.isEmpty()) {
              return Boolean.compare(one.isEmpty(), other.isEmpty());
            }
            int order = Double.compare(one.get().si(), other.get().si());
            return key.descending() ? -order : order;
          };
    };
  }

  static String word(Field.Word word, Entry e, UnaryOperator<String> kindName) {
    return switch (word) {
      case NAME -> e.name();
      case KIND -> kindName.apply(e.kind());
      case MAKER -> e.maker();
    };
  }
}
