package supernode.catalog.browse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What is looked for.
 *
 * @param kind of entries; empty for all
 * @param words each must occur in an entry's names
 * @param makers vendors or media; empty for all
 * @param ranges figures that must lie within bounds
 * @param ownOnly whether what the user made is shown alone
 */
public record Query(
    Optional<String> kind,
    String words,
    Set<String> makers,
    Map<Measure, Range> ranges,
    boolean ownOnly) {
  public static final Query ALL = new Query(Optional.empty(), "", Set.of(), Map.of(), false);

  /**
   * Bounds of a figure, both included, SI. An entry whose figure is not public lies within no
   * bounds.
   */
  public record Range(OptionalDouble least, OptionalDouble most) {
    boolean holds(double si) {
      return (least.isEmpty() || si >= least.getAsDouble() * (1 - ROUNDING))
          && (most.isEmpty() || si <= most.getAsDouble() * (1 + ROUNDING));
    }

    public boolean isOpen() {
      return least.isEmpty() && most.isEmpty();
    }
  }

  // Of units that people type.
  private static final double ROUNDING = 1e-12;

  public Query {
    makers = Set.copyOf(makers);
    ranges = Map.copyOf(ranges);
  }

  /** Of another kind: makers and ranges are of the old one. */
  public Query withKind(Optional<String> next) {
    return new Query(next, words, Set.of(), Map.of(), ownOnly);
  }

  public Query withWords(String next) {
    return new Query(kind, next, makers, ranges, ownOnly);
  }

  public Query withMakers(Set<String> next) {
    return new Query(kind, words, next, ranges, ownOnly);
  }

  /** With bounds of one figure; bounds open on both sides are none. */
  public Query withRange(Measure measure, Range range) {
    Map<Measure, Range> next = new LinkedHashMap<>(ranges);
    if (range.isOpen()) {
      next.remove(measure);
    } else {
      next.put(measure, range);
    }
    return new Query(kind, words, makers, next, ownOnly);
  }

  public Query withOwnOnly(boolean next) {
    return new Query(kind, words, makers, ranges, next);
  }

  /** Whether anything is left out besides other kinds. */
  public boolean narrows() {
    return !words.isBlank() || !makers.isEmpty() || !ranges.isEmpty() || ownOnly;
  }

  /**
   * The entries that answer, in their order.
   *
   * @param kindName a kind in the language of the words
   */
  public List<Entry> of(List<Entry> entries, UnaryOperator<String> kindName) {
    String wanted = words.strip();
    return entries.stream()
        .filter(e -> kind.isEmpty() || kind.get().equals(e.kind()))
        .filter(e -> !ownOnly || e.own())
        .filter(e -> makers.isEmpty() || makers.contains(e.maker()))
        .filter(e -> wanted.isEmpty() || e.answers(wanted, kindName.apply(e.kind())))
        .filter(e ->
            ranges.entrySet().stream()
                .allMatch(
                    r -> r.getKey().of(e).filter(v -> r.getValue().holds(v.si())).isPresent()))
        .toList();
  }
}
