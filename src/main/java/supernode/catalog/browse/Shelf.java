package supernode.catalog.browse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import supernode.catalog.Catalog;
import supernode.catalog.Reference;

/** All lines of the catalogue: parts by kind, link types, then what is looked up only. */
public record Shelf(List<Entry> entries) {
  public Shelf {
    entries = List.copyOf(entries);
  }

  /**
   * @param ownPart whether the user made the part of an id
   * @param ownLink likewise for link types
   */
  public static Shelf of(
      Catalog catalog,
      List<Reference> references,
      Predicate<String> ownPart,
      Predicate<String> ownLink) {
    List<Entry> all = new ArrayList<>();
    for (var kind : supernode.catalog.PartKind.values()) {
      catalog.ofKind(kind).forEach(p -> all.add(Entry.of(p, ownPart.test(p.id()))));
    }
    catalog.links().values().forEach(l -> all.add(Entry.of(l, ownLink.test(l.id()))));
    references.forEach(r -> all.add(Entry.of(r)));
    return new Shelf(all);
  }

  /** Kinds that have entries, with how many. */
  public Map<String, Integer> kinds() {
    Map<String, Integer> kinds = new LinkedHashMap<>();
    entries.forEach(e -> kinds.merge(e.kind(), 1, Integer::sum));
    return kinds;
  }

  /** Vendors or media of a kind, in the order of letters. */
  public List<String> makers(Optional<String> kind) {
    TreeSet<String> makers = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    entries.stream()
        .filter(e -> kind.isEmpty() || kind.get().equals(e.kind()))
        .map(Entry::maker)
        .filter(m -> !m.isEmpty())
        .forEach(makers::add);
    return List.copyOf(makers);
  }

  /** Figures that entries of a kind have. */
  public List<Measure> measures(Optional<String> kind) {
    return Columns.of(
        entries.stream().filter(e -> kind.isEmpty() || kind.get().equals(e.kind())).toList());
  }

  public Optional<Entry> find(String key) {
    return entries.stream().filter(e -> e.key().equals(key)).findFirst();
  }
}
