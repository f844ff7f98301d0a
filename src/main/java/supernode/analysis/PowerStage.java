package supernode.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import supernode.catalog.PartKind;
import supernode.catalog.Property;
import supernode.quantity.Dimension;
import supernode.quantity.Quantity;
import supernode.quantity.Text;
import supernode.topology.Instance;
import supernode.topology.SystemModel;

/** Power by kind, the rack's total, and what cooling adds (PUE). */
final class PowerStage {
  private final SystemModel model;
  private final Loads loads;
  private final CoolingPower cooling;

  /**
   * What cooling draws.
   *
   * @param pumpW electrical power of the pumps
   * @param rejectionW electrical power of fans and chillers outside
   * @param liquidW heat that the loop carries
   * @param known whether the loop was solved; otherwise both are zero and said to be left out
   */
  record CoolingPower(double pumpW, double rejectionW, double liquidW, boolean known) {
    static final CoolingPower NONE = new CoolingPower(0, 0, 0, false);

    double totalW() {
      return pumpW + rejectionW;
    }
  }

  private PowerStage(SystemModel model, Loads loads, CoolingPower cooling) {
    this.model = model;
    this.loads = loads;
    this.cooling = cooling;
  }

  static PowerAnswer solve(SystemModel model, Loads loads, CoolingPower cooling) {
    return new PowerStage(model, loads, cooling).answer();
  }

  private PowerAnswer answer() {
    SequencedMap<String, Double> byKind = byKind();
    double itW = loads.totalW();
    double allW = itW + cooling.totalW();
    List<Result> results = new ArrayList<>();
    results.add(power("power.itKW", "result.itPower", itW, this::explainIt));
    results.add(
        power(
            "power.totalKW",
            "result.totalPower",
            itW + cooling.pumpW(),
            () ->
                Derivation.computed(
                    Text.of("result.totalPower"),
                    itW + cooling.pumpW(),
                    Dimension.POWER,
                    "formula.sum",
                    explainIt(),
                    leaf("power.pumps", cooling.pumpW()))));
    if (itW > 0 && cooling.known()) {
      results.add(
          new Result(
              "power.pue",
              Text.of("result.pue"),
              new Quantity(allW / itW, Dimension.FACTOR),
              () ->
                  Derivation.computed(
                      Text.of("result.pue"),
                      allW / itW,
                      Dimension.FACTOR,
                      "formula.pue",
                      explainIt(),
                      leaf("power.pumps", cooling.pumpW()),
                      leaf("power.rejection", cooling.rejectionW()),
                      leaf("explain.airHeat", itW - cooling.liquidW()))));
    }
    return new PowerAnswer(results, byKind, overlay(), perInstance());
  }

  private static Result power(
      String id, String label, double w, java.util.function.Supplier<Explanation> why) {
    return new Result(id, Text.of(label), new Quantity(w, Dimension.POWER), why);
  }

  private static Explanation leaf(String key, double w) {
    return new Explanation(
        Text.of(key),
        java.util.Optional.of(new Quantity(w, Dimension.POWER)),
        java.util.Optional.empty(),
        java.util.Optional.empty(),
        "",
        false,
        List.of());
  }

  private SequencedMap<String, Double> byKind() {
    Map<String, Double> sums = new HashMap<>();
    for (Instance i : model.instances()) {
      double own = loads.ownW(i.index());
      if (own > 0) {
        sums.merge(key(i.part().kind()), own, Double::sum);
      }
      double loss = loads.lossW(i.index());
      if (loss > 0) {
        sums.merge("power.losses", loss, Double::sum);
      }
    }
    add(sums, "power.links", loads.linkEndsW());
    add(sums, "power.pumps", cooling.pumpW());
    add(sums, "power.rejection", cooling.rejectionW());
    SequencedMap<String, Double> sorted = new LinkedHashMap<>();
    sums.entrySet().stream()
        .sorted(
            Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(e -> sorted.put(e.getKey(), e.getValue()));
    return sorted;
  }

  private static void add(Map<String, Double> sums, String key, double w) {
    if (w > 0) {
      sums.put(key, w);
    }
  }

  private static String key(PartKind kind) {
    return switch (kind) {
      case POWER_SHELF, POWER_CONVERTER, ENCLOSURE -> "power.base";
      default -> "kind." + kind.key();
    };
  }

  private Explanation explainIt() {
    record Class(String part, double ownW) {}
    Map<Class, List<Instance>> classes = new LinkedHashMap<>();
    double loss = 0;
    for (Instance i : model.instances()) {
      loss += loads.lossW(i.index());
      if (loads.ownW(i.index()) > 0) {
        classes
            .computeIfAbsent(
                new Class(i.part().name(), loads.ownW(i.index())), _ -> new ArrayList<>())
            .add(i);
      }
    }
    List<Explanation> inputs = new ArrayList<>();
    classes.forEach((c, members) ->
        inputs.add(
            Derivation.computed(
                Text.of("explain.times", members.size(), c.part()),
                c.ownW() * members.size(),
                Dimension.POWER,
                "formula.countTimesEach",
                Derivation.count(Text.of("explain.partCount", c.part()), members.size()),
                Derivation.property(members.getFirst(), Property.POWER_W))));
    inputs.sort(Comparator.comparingDouble(e -> -e.value().map(Quantity::value).orElse(0.0)));
    if (loss > 0) {
      inputs.add(explainLoss(loss));
    }
    if (loads.linkEndsW() > 0) {
      inputs.add(leaf("power.links", loads.linkEndsW()));
    }
    return Explanation.derived(
        Text.of("result.itPower"),
        new Quantity(loads.totalW(), Dimension.POWER),
        Text.of("formula.sum"),
        inputs);
  }

  private Explanation explainLoss(double lossW) {
    Map<String, Explanation> efficiencies = new LinkedHashMap<>();
    for (Instance i : model.instances()) {
      if (loads.lossW(i.index()) > 0) {
        efficiencies.computeIfAbsent(
            i.part().id(), _ -> Derivation.property(i, Property.EFFICIENCY));
      }
    }
    return Explanation.derived(
        Text.of("power.losses"),
        new Quantity(lossW, Dimension.POWER),
        Text.of("formula.conversionLoss"),
        List.copyOf(efficiencies.values()));
  }

  private OverlayValues overlay() {
    Map<String, Double> values = new HashMap<>();
    double max = 0;
    for (Instance i : model.instances()) {
      double w = loads.ownW(i.index()) + loads.lossW(i.index());
      if (w > 0) {
        values.put(i.name(), w);
        max = Math.max(max, w);
      }
    }
    return new OverlayValues(Overlay.POWER, Dimension.POWER, values, 0, Math.max(1, max));
  }

  private Map<String, List<Result>> perInstance() {
    Map<String, List<Result>> results = new HashMap<>();
    for (Instance i : model.instances()) {
      double w = loads.ownW(i.index());
      double passed = loads.inputW(i.index());
      if (w > 0 || passed > 0) {
        double shown = passed > 0 ? passed : w;
        results.put(
            i.name(),
            List.of(
                new Result(
                    i.name() + ".powerW",
                    Text.of("result.power"),
                    new Quantity(shown, Dimension.POWER),
                    () -> explainInstance(i, shown))));
      }
    }
    model.groups().stream()
        .filter(g -> !g.name().isEmpty())
        .forEach(g -> {
          double w = loads.rangeW(g.first(), g.end());
          if (w > 0) {
            results.put(
                g.name(),
                List.of(
                    new Result(
                        g.name() + ".powerW",
                        Text.of("result.power"),
                        new Quantity(w, Dimension.POWER),
                        () -> explainGroup(g.first(), g.end(), w))));
          }
        });
    return results;
  }

  private Explanation explainInstance(Instance i, double w) {
    Explanation own = Derivation.property(i, Property.POWER_W);
    if (Math.abs(w - loads.ownW(i.index())) < 1e-9) {
      return own;
    }
    return Derivation.computed(
        Text.of("result.power"),
        w,
        Dimension.POWER,
        "formula.passedOn",
        own,
        Derivation.property(i, Property.EFFICIENCY));
  }

  private Explanation explainGroup(int first, int end, double w) {
    List<Explanation> inputs = new ArrayList<>();
    for (int i = first; i < end; i++) {
      if (loads.ownW(i) > 0) {
        inputs.add(Derivation.property(model.instances().get(i), Property.POWER_W));
      }
    }
    return Explanation.derived(
        Text.of("result.power"),
        new Quantity(w, Dimension.POWER),
        Text.of("formula.sumWithLosses"),
        inputs);
  }
}
