package supernode.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import supernode.catalog.Catalog;
import supernode.catalog.Digest;
import supernode.catalog.LinkType;
import supernode.catalog.Part;

/** Whether the catalogue is still as it was when the design was made. */
public final class Digests {
  private Digests() {}

  /**
   * Digests of the catalogue entries that a design uses, by id; not of the parts that it carries
   * with it, which cannot change by themselves.
   */
  public static Map<String, String> current(Design design, Catalog catalog) {
    Map<String, String> digests = new TreeMap<>();
    for (Assembly assembly : design.assemblies().values()) {
      TreeSet<String> parts = new TreeSet<>();
      assembly.placements().values().forEach(p -> parts.add(p.of()));
      parts.add(assembly.enclosure());
      parts.removeAll(design.assemblies().keySet());
      design.parts().forEach(own -> parts.remove(own.id()));
      parts.forEach(id -> catalog.part(id).ifPresent(p -> digests.put(id, Digest.of(p))));
    }
    for (Assembly assembly : design.assemblies().values()) {
      TreeSet<String> links = new TreeSet<>();
      assembly.wirings().forEach(w -> links.add(w.link()));
      design.links().forEach(own -> links.remove(own.id()));
      // A link type may have the id of a part.
      links.forEach(id ->
          catalog
              .link(id)
              .ifPresent(
                  l -> digests.merge(id, Digest.of(l), (a, b) -> a.contains(b) ? a : a + "+" + b)));
    }
    return digests;
  }

  /** What to record when a design is saved: new entries join, those in use stay as recorded. */
  public static Map<String, String> recorded(Design design, Catalog catalog) {
    Map<String, String> digests = current(design, catalog);
    digests.replaceAll((id, now) -> design.digests().getOrDefault(id, now));
    return digests;
  }

  /**
   * Parts that a design carries and uses and of which the catalogue says something else. The
   * design's own count.
   *
   * @return as the catalogue has them, by id
   */
  public static Map<String, Part> otherParts(Design design, Catalog catalog) {
    Map<String, Part> other = new TreeMap<>();
    for (Part own : design.parts()) {
      catalog
          .part(own.id())
          .filter(p -> !Digest.of(p).equals(Digest.of(own)) && Carried.needs(design, own.id()))
          .ifPresent(p -> other.put(p.id(), p));
    }
    return other;
  }

  /** As {@link #otherParts}, of link types. */
  public static Map<String, LinkType> otherLinks(Design design, Catalog catalog) {
    Map<String, LinkType> other = new TreeMap<>();
    for (LinkType own : design.links()) {
      catalog
          .link(own.id())
          .filter(l -> !Digest.of(l).equals(Digest.of(own)) && Carried.needsLink(design, own.id()))
          .ifPresent(l -> other.put(l.id(), l));
    }
    return other;
  }

  /** Ids of used entries that are not what they were when they were recorded, sorted. */
  public static List<String> changed(Design design, Catalog catalog) {
    List<String> changed = new ArrayList<>();
    current(design, catalog)
        .forEach((id, now) -> {
          if (!now.equals(design.digests().getOrDefault(id, now))) {
            changed.add(id);
          }
        });
    return changed;
  }
}
