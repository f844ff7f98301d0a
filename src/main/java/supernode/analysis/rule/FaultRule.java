package supernode.analysis.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import supernode.analysis.Finding;
import supernode.analysis.Severity;
import supernode.design.Damage;
import supernode.design.Fabric;
import supernode.design.edit.Edit;
import supernode.quantity.Text;

/** What the scenario has failed, each with its restoration. */
final class FaultRule implements Rule {
  @Override
  public void check(Situation s, Consumer<Finding> found) {
    damage(s, found);
    for (String path : s.design().scenarios().get(s.scenario()).faults()) {
      long parts =
          s.model().instances().stream()
              .filter(i -> i.name().equals(path) || i.name().startsWith(path + "."))
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
      Text what = text(all.get(i));
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

  private static Text text(Damage damage) {
    return switch (damage) {
      case Damage.Links(String a, String b, int count) ->
          count == 0 ? Text.of("damage.allLinks", a, b) : Text.of("damage.links", a, b, count);
      case Damage.Port(String at, String port, int index) ->
          Text.of("damage.port", at, port, index);
      case Damage.Plane(Fabric fabric, int index) ->
          Text.of("damage.plane", index, Text.of("fabric." + fabric.key()));
      case Damage.Random(Damage.Part part, Fabric fabric, int count, long seed) ->
          Text.of(
              "damage.random",
              count,
              Text.of("damage.part." + part.key()),
              Text.of("fabric." + fabric.key()),
              seed);
    };
  }
}
