package supernode.analysis.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import supernode.analysis.Finding;
import supernode.analysis.Severity;
import supernode.catalog.PartKind;
import supernode.design.Fabric;
import supernode.quantity.Text;
import supernode.topology.Instance;
import supernode.topology.Reach;
import supernode.topology.TopologyGraph;

/** A scale-up fabric in pieces. */
final class IslandRule implements Rule {
  @Override
  public void check(Situation s, Consumer<Finding> found) {
    Fabric f = Fabric.SCALE_UP;
    if (s.plainlyWhole().test(f) || Reach.isWhole(s.model(), f)) {
      return;
    }
    List<Set<Instance>> islands =
        new ArrayList<>(
            new TopologyGraph(s.model(), EnumSet.of(f))
                .islands().stream()
                    .filter(
                        set -> set.stream().anyMatch(i -> i.part().kind() == PartKind.ACCELERATOR))
                    .toList());
    if (s.model().groups().size() < 2 || islands.size() < 2) {
      return;
    }
    islands.sort(Comparator.comparingInt(Set::size));
    found.accept(
        new Finding(
            "fabric-islands",
            Severity.INFO,
            Text.of("finding.islands", Text.of("fabric." + f.key()), islands.size()),
            islands.getFirst().stream()
                .filter(i -> i.part().kind() == PartKind.ACCELERATOR)
                .map(Instance::name)
                .sorted()
                .toList(),
            List.of()));
  }
}
