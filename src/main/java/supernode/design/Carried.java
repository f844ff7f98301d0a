package supernode.design;

import java.util.ArrayList;
import java.util.List;
import supernode.catalog.Catalog;
import supernode.catalog.LinkType;
import supernode.catalog.Part;

/** Parts and link types that a design takes with it because not every catalogue has them. */
public final class Carried {
  private Carried() {}

  /** Whether a part is placed somewhere, or is what an assembly is built in. */
  public static boolean needs(Design design, String part) {
    return !design.assemblies().containsKey(part)
        && design.assemblies().values().stream()
            .anyMatch(a ->
                a.enclosure().equals(part)
                    || a.placements().values().stream().anyMatch(p -> p.of().equals(part)));
  }

  /** Whether a wiring is made of a link type. */
  public static boolean needsLink(Design design, String link) {
    return design.assemblies().values().stream()
        .anyMatch(a -> a.wirings().stream().anyMatch(w -> w.link().equals(link)));
  }

  /**
   * With copies of all that it uses and that does not come with the studio: it can be opened
   * wherever the studio is.
   *
   * @param known what it may use
   * @param shipped what is everywhere
   */
  public static Design whole(Design design, Catalog known, Catalog shipped) {
    Design whole = design;
    for (Part part : known.parts().values()) {
      if (!part.equals(shipped.parts().get(part.id()))) {
        whole = with(whole, part);
      }
    }
    for (LinkType link : known.links().values()) {
      if (!link.equals(shipped.links().get(link.id()))) {
        whole = with(whole, link);
      }
    }
    return whole;
  }

  /**
   * Without copies that it no longer uses. What the catalogue has not under the same id stays: it
   * is the last there is.
   *
   * @param known what can be placed without them
   */
  public static Design lean(Design design, Catalog known) {
    List<Part> parts =
        design.parts().stream()
            .filter(p -> needs(design, p.id()) || known.part(p.id()).isEmpty())
            .toList();
    List<LinkType> links =
        design.links().stream()
            .filter(l -> needsLink(design, l.id()) || known.link(l.id()).isEmpty())
            .toList();
    return design.withParts(parts).withLinks(links);
  }

  /**
   * As it is saved: {@link #lean} and {@link #whole}, and with the digests of what it uses of the
   * catalogue, so that a change of the catalogue is noticed when it is opened again.
   */
  public static Design recorded(Design design, Catalog known, Catalog shipped) {
    Design whole = whole(lean(design, known), known, shipped);
    return whole.withDigests(Digests.recorded(whole, known));
  }

  /** With a copy of the part, if it is needed and not there yet. */
  public static Design with(Design design, Part part) {
    boolean there = design.parts().stream().anyMatch(p -> p.id().equals(part.id()));
    if (there || !needs(design, part.id())) {
      return design;
    }
    List<Part> next = new ArrayList<>(design.parts());
    next.add(part);
    return design.withParts(next);
  }

  /** As {@link #with(Design, Part)}, for a link type. */
  public static Design with(Design design, LinkType link) {
    boolean there = design.links().stream().anyMatch(l -> l.id().equals(link.id()));
    if (there || !needsLink(design, link.id())) {
      return design;
    }
    List<LinkType> next = new ArrayList<>(design.links());
    next.add(link);
    return design.withLinks(next);
  }
}
