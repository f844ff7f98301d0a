package supernode.catalog;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All parts and link types that can be used; later ones replace earlier ones of the same id. */
public record Catalog(Map<String, Part> parts, Map<String, LinkType> links) {
  public static final Catalog EMPTY = new Catalog(Map.of(), Map.of());

  public Catalog {
    parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    links = Collections.unmodifiableMap(new LinkedHashMap<>(links));
  }

  public Optional<Part> part(String id) {
    return Optional.ofNullable(parts.get(id));
  }

  public Optional<LinkType> link(String id) {
    return Optional.ofNullable(links.get(id));
  }

  public List<Part> ofKind(PartKind kind) {
    return parts.values().stream().filter(p -> p.kind() == kind).toList();
  }

  /** This catalogue with more entries: the user's own, or those embedded in a design. */
  public Catalog with(Collection<Part> moreParts, Collection<LinkType> moreLinks) {
    if (moreParts.isEmpty() && moreLinks.isEmpty()) {
      return this;
    }
    Map<String, Part> p = new LinkedHashMap<>(parts);
    moreParts.forEach(part -> p.put(part.id(), part));
    Map<String, LinkType> l = new LinkedHashMap<>(links);
    moreLinks.forEach(link -> l.put(link.id(), link));
    return new Catalog(p, l);
  }
}
