package supernode.analysis.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import supernode.analysis.Finding;
import supernode.analysis.Severity;
import supernode.design.Damage;
import supernode.design.edit.Edit;
import supernode.quantity.Text;
import supernode.topology.SystemModel;

/** What the scenario has failed, each with its restoration. */
final class FaultRule implements Rule {
  @Override
  public void check(Situation s, Consumer<Finding> found) {
    damage(s, found);
    for (String path : s.design().scenarios().get(s.scenario()).faults()) {
      long parts = parts(s.model(), path);
      found.accept(
          new Finding(
              "part-failed",
              Severity.WARNING,
              Text.of("finding.failed", path, parts),
              List.of(path),
              List.of(
                  new Finding.Mend(
                      Text.of("mend.restore", path),
                      new Edit.SetFault(s.scenario(), path, false)))));
    }
  }

  /** Parts of an assembly, or the one part that stands there. */
  private static long parts(SystemModel model, String path) {
    return model.find(path).isPresent()
        ? 1
        : model.groups().stream()
            .filter(g -> g.name().equals(path))
            .mapToLong(g -> g.end() - g.first())
            .sum();
  }

  private static void damage(Situation s, Consumer<Finding> found) {
    List<Damage> all = s.design().scenarios().get(s.scenario()).damage();
    for (int i = 0; i < all.size(); i++) {
      List<Damage> others = new ArrayList<>(all);
      others.remove(i);
      Text what = all.get(i).text();
      found.accept(
          new Finding(
              "part-failed",
              Severity.WARNING,
              Text.of("finding.damaged", what),
              all.get(i).paths(),
              List.of(
                  new Finding.Mend(
                      Text.of("mend.restore", what), new Edit.SetDamage(s.scenario(), others)))));
    }
  }
}
