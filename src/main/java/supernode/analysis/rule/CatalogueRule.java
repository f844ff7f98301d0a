package supernode.analysis.rule;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import supernode.analysis.Finding;
import supernode.analysis.Severity;
import supernode.design.Digests;
import supernode.design.edit.Edit;
import supernode.quantity.Text;
import supernode.topology.Instance;
import supernode.topology.Link;

/**
 * Catalogue entries that are no longer what they were when the design was saved: its numbers are of
 * the new ones, which whoever saved it has not seen.
 */
final class CatalogueRule implements Rule {
  private static final int NAMED = 4;

  @Override
  public void check(Situation s, Consumer<Finding> found) {
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
    String names = String.join(", ", changed.stream().limit(NAMED).toList());
    found.accept(
        new Finding(
            "catalogue-changed",
            Severity.WARNING,
            Text.of("finding.catalogueChanged", changed.size(), names),
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
