package supernode.analysis.rule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import supernode.analysis.Finding;
import supernode.analysis.Severity;
import supernode.catalog.LinkType;
import supernode.catalog.Part;
import supernode.design.Digests;
import supernode.design.edit.Edit;
import supernode.quantity.Text;
import supernode.topology.Instance;
import supernode.topology.Link;

/**
 * Catalogue entries that are no longer what they were when the design was saved: its numbers are of
 * the new ones, which whoever saved it has not seen. Where the design carries its own, its numbers
 * are of those, and that the catalogue says otherwise is worth knowing.
 */
final class CatalogueRule implements Rule {
  private static final int NAMED = 4;

  @Override
  public void check(Situation s, Consumer<Finding> found) {
    recorded(s, found);
    carried(s, found);
  }

  private static void carried(Situation s, Consumer<Finding> found) {
    Map<String, Part> parts = Digests.otherParts(s.design(), s.catalog());
    Map<String, LinkType> links = Digests.otherLinks(s.design(), s.catalog());
    if (parts.isEmpty() && links.isEmpty()) {
      return;
    }
    List<Edit> taking = new ArrayList<>();
    parts.values().forEach(p -> taking.add(new Edit.EmbedPart(p)));
    links.values().forEach(l -> taking.add(new Edit.EmbedLink(l)));
    Set<String> ids = new TreeSet<>(parts.keySet());
    ids.addAll(links.keySet());
    Edit take = new Edit.Compound(Text.of("edit.digests"), taking);
    found.accept(
        new Finding(
            "catalogue-changed",
            Severity.INFO,
            Text.of("finding.catalogueCarried", ids.size(), named(ids)),
            places(s, ids),
            List.of(new Finding.Mend(Text.of("mend.takeCatalogue"), take))));
  }

  private static String named(Collection<String> ids) {
    return String.join(", ", ids.stream().limit(NAMED).toList());
  }

  private static void recorded(Situation s, Consumer<Finding> found) {
    if (s.design().digests().isEmpty()) {
      return;
    }
    List<String> changed = Digests.changed(s.design(), s.library());
    if (changed.isEmpty()) {
      return;
    }
    Map<String, String> current = Digests.current(s.design(), s.library());
    Map<String, String> taken = new TreeMap<>(s.design().digests());
    changed.forEach(id -> taken.put(id, current.get(id)));
    found.accept(
        new Finding(
            "catalogue-changed",
            Severity.WARNING,
            Text.of("finding.catalogueChanged", changed.size(), named(changed)),
            places(s, Set.copyOf(changed)),
            List.of(new Finding.Mend(Text.of("mend.takeCatalogue"), new Edit.SetDigests(taken)))));
  }

  private static List<String> places(Situation s, Set<String> changed) {
    Set<Integer> touched = new HashSet<>();
    for (Instance i : s.model().instances()) {
      if (changed.contains(i.part().id())) {
        touched.add(i.index());
      }
    }
    for (Link l : s.model().links()) {
      if (changed.contains(l.type().id())) {
        touched.add(l.a());
        touched.add(l.b());
      }
    }
    return s.places(touched);
  }
}
