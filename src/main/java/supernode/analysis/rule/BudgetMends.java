package supernode.analysis.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import supernode.analysis.Finding;
import supernode.analysis.PowerAnswer;
import supernode.catalog.Part;
import supernode.catalog.PartKind;
import supernode.catalog.Property;
import supernode.design.Assembly;
import supernode.design.Placement;
import supernode.design.edit.Edit;
import supernode.quantity.Dimension;
import supernode.quantity.Quantity;
import supernode.quantity.Text;
import supernode.topology.Group;
import supernode.topology.Instance;

/** What brings a rack below its power budget: a rack that is given more, or less in this one. */
final class BudgetMends {
  private final Situation s;
  private final Group rack;
  private final Assembly assembly;

  BudgetMends(Situation s, Group rack) {
    this.s = s;
    this.rack = rack;
    this.assembly = s.design().assemblies().get(rack.assembly());
  }

  /** Mends for a rack that draws so much against a budget. */
  List<Finding.Mend> below(double budgetW, double w) {
    List<Finding.Mend> mends = new ArrayList<>();
    larger(budgetW, w).ifPresent(mends::add);
    if (w > budgetW) {
      fewer(w - budgetW).ifPresent(mends::add);
    }
    return mends;
  }

  /** The enclosure of the least budget that suffices, with as many slots. */
  private Optional<Finding.Mend> larger(double budgetW, double w) {
    double slots = slots(s.library().part(assembly.enclosure()).orElseThrow());
    return s.library().parts().values().stream()
        .filter(p -> p.kind() == PartKind.ENCLOSURE && slots(p) >= slots)
        .filter(p -> budget(p) > budgetW && budget(p) * PowerRule.NEAR >= w)
        .min(Comparator.comparingDouble(BudgetMends::budget).thenComparing(Part::id))
        .map(p ->
            new Finding.Mend(
                Text.of("mend.enclosure", p.name(), new Quantity(budget(p), Dimension.POWER)),
                new Edit.SetEnclosure(rack.assembly(), p.id())));
  }

  private static double budget(Part p) {
    return p.values().get(Property.POWER_BUDGET_W, 0);
  }

  private static double slots(Part p) {
    return p.values().get(Property.SLOTS_U, 0);
  }

  /** As many of what draws most as are too many, if some of them stay. */
  private Optional<Finding.Mend> fewer(double excessW) {
    PowerAnswer power = s.power().asOptional().orElseThrow();
    Map<String, Double> watts = new HashMap<>();
    int depth = rack.path().steps().size();
    for (Instance i : s.model().instances().subList(rack.first(), rack.end())) {
      boolean shelf = i.part().kind() == PartKind.POWER_SHELF;
      if (!shelf && i.path().steps().size() > depth) {
        String placement = i.path().steps().get(depth).placement();
        watts.merge(placement, power.watts().of(i), Double::sum);
      }
    }
    return watts.entrySet().stream()
        .max(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .flatMap(most -> {
          Placement p = assembly.placements().get(most.getKey());
          double eachW = p == null ? 0 : most.getValue() / p.count();
          int out = eachW > 0 ? (int) Math.ceil(excessW / eachW) : 0;
          return out > 0 && out < p.count()
              ? Optional.of(
                  new Finding.Mend(
                      Text.of("mend.fewer", p.count() - out, most.getKey(), p.count()),
                      new Edit.SetCount(rack.assembly(), most.getKey(), p.count() - out)))
              : Optional.empty();
        });
  }
}
