package supernode.design.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import supernode.design.Arrangement;
import supernode.design.Design;
import supernode.design.InstancePath;
import supernode.design.Placement;
import supernode.design.Selector;

/** Takes instances out of a placement; what names those that stay by index follows them. */
final class Removal {
  // No placement has this name: what is left pointing there is pruned.
  private static final Selector.Step NOWHERE = new Selector.Step("", 0, 0);

  private final String assembly;
  private final String name;
  private final int count;
  private final NavigableSet<Integer> removed;

  private Removal(Edit.RemoveInstances edit, int count) {
    this.assembly = edit.assembly();
    this.name = edit.name();
    this.count = count;
    this.removed = new TreeSet<>(edit.indices());
  }

  /** At least one instance stays. */
  static Design of(Design d, Edit.RemoveInstances edit) {
    Placement p = d.assemblies().get(edit.assembly()).placements().get(edit.name());
    Removal removal = new Removal(edit, p.count());
    Placement fewer =
        p.withCount(p.count() - edit.indices().size())
            .withArrangement(removal.fewer(p.arrangement()));
    Design shifted =
        Rewriting.steps(
            d, (at, step) -> removal.hits(at, step.placement()) ? removal.step(step) : step);
    shifted =
        shifted.withAssembly(
            edit.assembly(),
            shifted.assemblies().get(edit.assembly()).withPlacement(edit.name(), fewer));
    return Rewriting.paths(shifted, t -> removal.path(d, t), t -> removal.path(d, t));
  }

  private boolean hits(String at, String placement) {
    return at.equals(assembly) && placement.equals(name);
  }

  private Arrangement fewer(Arrangement arrangement) {
    if (!(arrangement instanceof Arrangement.Slots(List<Integer> bottoms))) {
      return arrangement;
    }
    List<Integer> kept = new ArrayList<>();
    for (int i = 0; i < bottoms.size(); i++) {
      if (!removed.contains(i)) {
        kept.add(bottoms.get(i));
      }
    }
    return new Arrangement.Slots(kept);
  }

  private Selector.Step step(Selector.Step step) {
    int last = Math.min(step.last(), count - 1);
    if (step.first() > last) {
      return step;
    }
    int survivors = last - step.first() + 1 - removed.subSet(step.first(), true, last, true).size();
    if (survivors == 0) {
      return NOWHERE;
    }
    int first = step.first() - removed.headSet(step.first()).size();
    return step.last() == Selector.Step.ALL
        ? new Selector.Step(name, first, Selector.Step.ALL)
        : new Selector.Step(name, first, first + survivors - 1);
  }

  private String path(Design before, String text) {
    boolean[] gone = {false};
    String next =
        Rewriting.path(
            before,
            text,
            (at, step) -> {
              if (!hits(at, step.placement())) {
                return step;
              }
              gone[0] |= removed.contains(step.index());
              return new InstancePath.Step(
                  name, step.index() - removed.headSet(step.index()).size());
            });
    return gone[0] ? "" : next;
  }
}
