package supernode.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.function.Supplier;
import supernode.catalog.PartKind;
import supernode.design.Ambient;
import supernode.quantity.Dimension;
import supernode.quantity.Quantity;
import supernode.quantity.Text;
import supernode.solve.cooling.power.Pue;
import supernode.topology.Group;
import supernode.topology.Instance;
import supernode.topology.SystemModel;

/** Power by kind, the rack's total, and what cooling adds (PUE). */
final class PowerStage {
  private final SystemModel model;
  private final Loads loads;
  private final CoolingPower cooling;
  private final PowerFormulas why;
  private final Ambient ambient;

  private PowerStage(SystemModel model, Loads loads, CoolingPower cooling, Ambient ambient) {
    this.ambient = ambient;
    this.model = model;
    this.loads = loads;
    this.cooling = cooling;
    this.why = new PowerFormulas(model, loads, cooling);
  }

  static PowerAnswer solve(SystemModel model, Loads loads, CoolingPower cooling, Ambient ambient) {
    return new PowerStage(model, loads, cooling, ambient).answer();
  }

  private PowerAnswer answer() {
    SequencedMap<String, Double> byKind = byKind();
    double itW = loads.totalW();
    List<Result> results = new ArrayList<>();
    // Where the power of no part is public, the sum is not nought but unknown.
    if (itW > 0) {
      results.add(power("power.itKW", "result.itPower", itW, why::it));
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
                      why.it(),
                      why.pumps())));
    }
    UsageFormulas usage = new UsageFormulas(model, loads, cooling, why, ambient);
    if (itW > 0 && cooling.known()) {
      results.addAll(usage.results());
    }
    boolean known = itW > 0 && cooling.known();
    Optional<Pue> pue = known ? Optional.of(usage.pue()) : Optional.empty();
    return new PowerAnswer(
        results, byKind, watts(), Once.of(this::overlay), Once.of(() -> perInstance(byKind)), pue);
  }

  private static Result power(
      String id, String label, double w, java.util.function.Supplier<Explanation> why) {
    return new Result(id, Text.of(label), new Quantity(w, Dimension.POWER), why);
  }

  private SequencedMap<String, Double> byKind() {
    Map<String, Double> sums = new HashMap<>();
    List<String> keys = Arrays.stream(PartKind.values()).map(PowerStage::key).distinct().toList();
    int[] keyOf = Arrays.stream(PartKind.values()).mapToInt(k -> keys.indexOf(key(k))).toArray();
    double[] own = new double[keys.size()];
    double electricalW = 0;
    double lossesW = 0;
    for (Instance i : model.instances()) {
      own[keyOf[i.part().kind().ordinal()]] += loads.ownW(i.index());
      double lossW = loads.lossW(i.index());
      if (loads.isFacility(i.index())) {
        electricalW += lossW;
      } else {
        lossesW += lossW;
      }
    }
    for (int k = 0; k < own.length; k++) {
      add(sums, keys.get(k), own[k]);
    }
    add(sums, "power.electrical", electricalW);
    add(sums, "power.losses", lossesW);
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

  /** Not among the headlines, but each can be asked for. */
  private List<Result> kinds(SequencedMap<String, Double> byKind) {
    List<Result> results = new ArrayList<>();
    byKind.forEach((key, w) ->
        results.add(
            power(
                "power.byKind." + key.substring(key.indexOf('.') + 1),
                key,
                w,
                () -> why.kind(key, w, i -> key(i.part().kind()).equals(key)))));
    return results;
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

  /** Also of parts of a drawing that has gone on since, by their names; of new ones 0. */
  private PowerAnswer.Watts watts() {
    Supplier<Map<String, Instance>> parts = Once.of(() -> named(model.instances(), Instance::name));
    Supplier<Map<String, Group>> assemblies = Once.of(() -> named(model.groups(), Group::name));
    return new PowerAnswer.Watts() {
      @Override
      public double of(Instance part) {
        int at = part.index();
        boolean own =
            at < model.instances().size() && model.instances().get(at).name().equals(part.name());
        Instance solved = own ? part : parts.get().get(part.name());
        return solved == null ? 0 : shownW(solved.index());
      }

      @Override
      public double of(Group assembly) {
        Group solved = assemblies.get().get(assembly.name());
        return solved == null ? 0 : loads.rangeW(solved.first(), solved.end());
      }
    };
  }

  private static <T> Map<String, T> named(List<T> all, Function<T, String> name) {
    Map<String, T> byName = HashMap.newHashMap(all.size());
    all.forEach(t -> byName.put(name.apply(t), t));
    return byName;
  }

  private double shownW(int i) {
    return loads.inputW(i) > 0 ? loads.inputW(i) : loads.ownW(i);
  }

  private Map<String, List<Result>> perInstance(SequencedMap<String, Double> byKind) {
    Map<String, List<Result>> results = new HashMap<>();
    for (Instance i : model.instances()) {
      double shown = shownW(i.index());
      if (shown > 0) {
        results.put(
            i.name(),
            List.of(
                new Result(
                    i.name() + ".powerW",
                    Text.of("result.power"),
                    new Quantity(shown, Dimension.POWER),
                    () -> why.instance(i, shown))));
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
                        () -> why.group(g.first(), g.end(), w))));
          }
        });
    results.put("power.byKind", kinds(byKind));
    return results;
  }
}
