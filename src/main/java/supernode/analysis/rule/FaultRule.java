package supernode.analysis.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import supernode.analysis.Finding;
import supernode.analysis.Severity;
import supernode.design.Damage;
import supernode.design.edit.Edit;
import supernode.quantity.Text;

/** What the scenario has failed, each with its restoration. */
final class FaultRule implements Rule {
  @Override
  public void check(Situation s, Consumer<Finding> found) {
    damage(s, found);
    for (String path : s.design().scenarios().get(s.scenario()).faults()) {
      String inside = path + ".";
      long parts =
          s.model().instances().stream()
              .filter(i -> i.name().equals(path) || i.name().startsWith(inside))
              .count();
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
