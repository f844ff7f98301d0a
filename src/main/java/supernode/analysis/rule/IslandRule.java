package supernode.analysis.rule;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import supernode.analysis.Finding;
import supernode.analysis.Severity;
import supernode.catalog.PartKind;
import supernode.design.Fabric;
import supernode.quantity.Text;
import supernode.topology.Instance;
import supernode.topology.Reach;

/** A scale-up fabric in pieces. */
final class IslandRule implements Rule {
  @Override
  public void check(Situation s, Consumer<Finding> found) {
    Fabric f = Fabric.SCALE_UP;
    if (s.plainlyWhole().test(f) || Reach.isWhole(s.model(), f)) {
      return;
    }
    List<List<Instance>> islands =
        Reach.pieces(s.model(), f).stream()
            .filter(set -> set.stream().anyMatch(i -> i.part().kind() == PartKind.ACCELERATOR))
            .toList();
    if (s.model().groups().size() < 2 || islands.size() < 2) {
      return;
    }
    found.accept(
        new Finding(
            "fabric-islands",
            Severity.INFO,
            Text.of("finding.islands", Text.of("fabric." + f.key()), islands.size()),
            Collections.min(islands, Comparator.comparingInt(List::size)).stream()
                .filter(i -> i.part().kind() == PartKind.ACCELERATOR)
                .map(Instance::name)
                .sorted()
                .toList(),
            List.of()));
  }
}
