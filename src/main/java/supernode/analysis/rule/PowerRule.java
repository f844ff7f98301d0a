package supernode.analysis.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import supernode.analysis.Finding;
import supernode.analysis.PowerAnswer;
import supernode.analysis.Severity;
import supernode.catalog.PartKind;
import supernode.catalog.Property;
import supernode.design.Assembly;
import supernode.design.InstancePath;
import supernode.design.Placement;
import supernode.design.edit.Edit;
import supernode.quantity.Dimension;
import supernode.quantity.Quantity;
import supernode.quantity.Text;
import supernode.topology.Group;
import supernode.topology.Instance;

/**
 * Racks over their power budget, shelves over their capacity or without spares: one, or as many as
 * the shelf's value for it says.
 */
final class PowerRule implements Rule {
  /** From this share of a budget on, the user is told. */
  static final double NEAR = 0.97;

  /** More than a rack holds. */
  private static final int MOST_SHELVES = 64;

  @Override
  public void check(Situation s, Consumer<Finding> found) {
    PowerAnswer power = s.power().asOptional().orElse(null);
    if (power == null) {
      return;
    }
    // Equal servers have equal findings: told once, with how many there are and where.
    List<Finding> all = new ArrayList<>();
    Map<InstancePath, List<Instance>> shelves = new HashMap<>();
    for (Instance i : s.model().instances()) {
      if (i.part().kind() == PartKind.POWER_SHELF) {
        shelves.computeIfAbsent(i.path().parent(), _ -> new ArrayList<>()).add(i);
      }
    }
    for (Group g : s.model().groups()) {
      Assembly assembly = s.design().assemblies().get(g.assembly());
      double budgetW =
          s.library()
              .part(assembly.enclosure())
              .map(p -> p.values().get(Property.POWER_BUDGET_W, 0))
              .orElse(0.0);
      if (budgetW > 0) {
        budget(s, g, budgetW, drawn(power, g, s), all::add);
      }
      List<Instance> own =
          shelves.isEmpty() ? List.of() : shelves.getOrDefault(g.path(), List.of());
      if (!own.isEmpty()) {
        shelves(s, g, own, all::add, power);
      }
    }
    together(all).forEach(found);
  }

  private static List<Finding> together(List<Finding> all) {
    Map<Text, List<Finding>> alike = new LinkedHashMap<>();
    all.forEach(f -> alike.computeIfAbsent(f.text(), _ -> new ArrayList<>()).add(f));
    return alike.values().stream().map(PowerRule::one).toList();
  }

  private static Finding one(List<Finding> alike) {
    Finding first = alike.getFirst();
    return alike.size() == 1
        ? first
        : new Finding(
            first.kind(),
            first.severity(),
            Text.of("finding.each", alike.size(), first.text()),
            alike.stream().flatMap(f -> f.places().stream()).distinct().toList(),
            first.mends());
  }

  private static double drawn(PowerAnswer power, Group g, Situation s) {
    if (!g.name().isEmpty()) {
      return power.watts().of(g);
    }
    // The root draws what everything draws.
    boolean whole = g.end() == s.model().instances().size();
    return whole ? total(power) : 0;
  }

  private static double total(PowerAnswer power) {
    return power.results().stream()
        .filter(r -> r.id().equals("power.totalKW"))
        .mapToDouble(r -> r.quantity().value())
        .findFirst()
        .orElse(0);
  }

  private static void budget(
      Situation s, Group g, double budgetW, double w, Consumer<Finding> found) {
    if (w < NEAR * budgetW) {
      return;
    }
    boolean over = w > budgetW;
    found.accept(
        new Finding(
            over ? "power-over-budget" : "power-near-budget",
            over ? Severity.ERROR : Severity.WARNING,
            Text.of(
                over ? "finding.powerOver" : "finding.powerNear",
                s.design().assemblies().get(g.assembly()).name(),
                new Quantity(w, Dimension.POWER),
                new Quantity(budgetW, Dimension.POWER),
                new Quantity(w / budgetW, Dimension.RATIO)),
            g.name().isEmpty() ? List.of() : List.of(g.name()),
            new BudgetMends(s, g).below(budgetW, w)));
  }

  private static void shelves(
      Situation s, Group g, List<Instance> shelves, Consumer<Finding> found, PowerAnswer power) {
    List<Instance> live = shelves.stream().filter(i -> !i.failed()).toList();
    double capacityW = live.stream().mapToDouble(i -> i.values().get(Property.CAPACITY_W, 0)).sum();
    double neededW = live.stream().mapToDouble(i -> power.watts().of(i)).sum();
    int spares =
        (int) live.stream().mapToDouble(i -> i.values().get(Property.SPARES, 1)).max().orElse(1);
    double largest =
        live.stream()
            .map(i -> i.values().get(Property.CAPACITY_W, 0))
            .sorted(Comparator.reverseOrder())
            .limit(spares)
            .mapToDouble(w -> w)
            .sum();
    List<Finding.Mend> mends = more(s, g, shelves, neededW, spares);
    if (neededW > capacityW) {
      found.accept(
          new Finding(
              "shelf-overloaded",
              Severity.ERROR,
              Text.of(
                  "finding.shelfOverloaded",
                  live.size(),
                  new Quantity(capacityW, Dimension.POWER),
                  new Quantity(neededW, Dimension.POWER)),
              live.stream().map(Instance::name).toList(),
              mends));
    } else if (neededW > capacityW - largest) {
      found.accept(
          new Finding(
              "shelf-no-spare",
              Severity.WARNING,
              Text.of(
                  "finding.shelfNoSpare",
                  live.size(),
                  new Quantity(neededW, Dimension.POWER),
                  new Quantity(capacityW - largest, Dimension.POWER),
                  spares),
              live.stream().map(Instance::name).toList(),
              mends));
    }
  }

  /** As many shelves of one kind as carry the power with the spares lost; none over a fault. */
  private static List<Finding.Mend> more(
      Situation s, Group g, List<Instance> shelves, double neededW, int spares) {
    String placement = shelves.getFirst().path().last().placement();
    Placement p = s.design().assemblies().get(g.assembly()).placements().get(placement);
    double eachW = shelves.getFirst().values().get(Property.CAPACITY_W, 0);
    boolean alike = shelves.stream().allMatch(i -> i.path().last().placement().equals(placement));
    boolean failed = shelves.stream().anyMatch(Instance::failed);
    int wanted = eachW > 0 ? (int) Math.ceil(neededW / eachW) + spares : 0;
    if (!alike || failed || p == null || wanted <= p.count() || wanted > MOST_SHELVES) {
      return s.more(g.assembly(), placement);
    }
    return List.of(
        new Finding.Mend(
            Text.of("mend.shelves", wanted, placement, spares),
            new Edit.SetCount(g.assembly(), placement, wanted)));
  }
}
