package supernode.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import supernode.catalog.LinkType;
import supernode.catalog.PartKind;
import supernode.catalog.Property;
import supernode.quantity.Dimension;
import supernode.quantity.Quantity;
import supernode.quantity.Text;
import supernode.solve.cooling.power.PumpEfficiency;
import supernode.topology.Instance;
import supernode.topology.Link;
import supernode.topology.SystemModel;

/** Why power is what it is: what each part draws, what the feeds lose, what cooling adds. */
final class PowerFormulas {
  private final SystemModel model;
  private final Loads loads;
  private final CoolingPower cooling;

  PowerFormulas(SystemModel model, Loads loads, CoolingPower cooling) {
    this.model = model;
    this.loads = loads;
    this.cooling = cooling;
  }

  Explanation pumps() {
    return cooling.explain("cooling.pumpKW", "power.pumps");
  }

  Explanation rejection() {
    return cooling.explain("cooling.rejectionKW", "power.rejection");
  }

  /** What the loop does not carry; the work of its pumps is none of the equipment's heat. */
  Explanation airHeat(double itW) {
    List<Explanation> inputs = new ArrayList<>();
    inputs.add(it());
    double left = itW;
    for (String key : List.of("cooling.liquidKW", "cooling.airHandledKW")) {
      if (cooling.results().stream().anyMatch(r -> r.id().equals(key))) {
        Explanation taken = cooling.explain(key, "result." + key);
        left -= taken.value().map(Quantity::value).orElse(0.0);
        inputs.add(taken);
      }
    }
    return Derivation.computed(
        Text.of("explain.airHeat"),
        Math.max(0, left),
        Dimension.POWER,
        "formula.itLessLiquid",
        inputs);
  }

  /** Power of cable and module ends, by type of link. */
  Explanation linkEnds() {
    Map<LinkType, Integer> ends = new LinkedHashMap<>();
    for (Link l : model.links()) {
      if (Loads.drawsAtEnds(l) && l.type().values().get(Property.POWER_PER_END_W, 0) > 0) {
        ends.merge(l.type(), 2 * l.live(), Integer::sum);
      }
    }
    List<Explanation> inputs = new ArrayList<>();
    ends.forEach((type, n) ->
        inputs.add(
            Derivation.computed(
                Text.of("explain.times", n, type.name()),
                n * type.values().get(Property.POWER_PER_END_W, 0),
                Dimension.POWER,
                "formula.countTimesEach",
                Derivation.count(Text.of("explain.linkEnds"), n),
                Derivation.property(type, Property.POWER_PER_END_W))));
    return Derivation.computed(
        Text.of("power.links"), loads.linkEndsW(), Dimension.POWER, "formula.sum", inputs);
  }

  /** What the IT equipment draws. */
  Explanation it() {
    int end = model.instances().size();
    List<Explanation> inputs = draws(0, end, _ -> true);
    losses(0, end, inputs);
    if (loads.linkEndsW() > 0) {
      inputs.add(linkEnds());
    }
    return Derivation.computed(
        Text.of("result.itPower"), loads.totalW(), Dimension.POWER, "formula.sum", inputs);
  }

  /** One line for each kind of part and power, largest first. */
  private List<Explanation> draws(int first, int end, Predicate<Instance> wanted) {
    Alike<Instance> alike = new Alike<>();
    for (Instance i : model.instances().subList(first, end)) {
      double own = loads.ownW(i.index());
      if (own > 0 && wanted.test(i)) {
        alike.add(i.part().name(), own, i);
      }
    }
    List<Explanation> inputs = alike.lines(PowerFormulas::own);
    inputs.sort(Comparator.comparingDouble(e -> -e.value().map(Quantity::value).orElse(0.0)));
    return inputs;
  }

  /** What a part draws itself; a fan by its speed. */
  private static Explanation own(Instance i) {
    Explanation full = Derivation.property(i, Property.POWER_W);
    double speed = i.values().get(Property.PUMP_SPEED, 1);
    return i.part().kind() != PartKind.FAN || speed == 1
        ? full
        : Derivation.computed(
            Text.of("result.power"),
            new PumpEfficiency.FanLaws(i.values().get(Property.POWER_W, 0)).atSpeedW(speed),
            Dimension.POWER,
            "formula.fanLaws",
            full,
            Derivation.property(i, Property.PUMP_SPEED));
  }

  private void losses(int first, int end, List<Explanation> inputs) {
    Map<String, Explanation> efficiencies = new LinkedHashMap<>();
    double loss = 0;
    for (Instance i : model.instances().subList(first, end)) {
      loss += loads.isFacility(i.index()) ? 0 : loads.lossW(i.index());
      if (loads.lossW(i.index()) > 0 && !loads.isFacility(i.index())) {
        efficiencies.computeIfAbsent(
            i.part().id(), _ -> Derivation.property(i, Property.EFFICIENCY));
      }
    }
    if (loss > 0) {
      inputs.add(
          Derivation.computed(
              Text.of("power.losses"),
              loss,
              Dimension.POWER,
              "formula.conversionLoss",
              List.copyOf(efficiencies.values())));
    }
  }

  /** What the parts of one kind draw, or what belongs to no part. */
  Explanation kind(String key, double w, Predicate<Instance> ofKind) {
    Text label = Text.of(key);
    int end = model.instances().size();
    List<Explanation> inputs = new ArrayList<>();
    switch (key) {
      case "power.losses" -> losses(0, end, inputs);
      case "power.electrical" -> losses(0, end, inputs);
      case "power.links" -> inputs.add(linkEnds());
      case "power.pumps" -> inputs.add(pumps());
      case "power.rejection" -> inputs.add(rejection());
      default -> inputs.addAll(draws(0, end, ofKind));
    }
    return Derivation.computed(label, w, Dimension.POWER, "formula.sum", inputs);
  }

  /** What a part takes in. */
  Explanation instance(Instance i, double w) {
    Explanation own = own(i);
    if (Math.abs(w - loads.ownW(i.index())) < 1e-9) {
      return own;
    }
    List<Explanation> inputs = new ArrayList<>();
    if (own.value().isPresent()) {
      inputs.add(own);
    }
    loads
        .fedBy(i.index())
        .forEach((part, each) ->
            inputs.add(
                Derivation.computed(
                    Text.of("explain.fed", part),
                    each.stream().mapToDouble(Loads.Fed::shareW).sum(),
                    Dimension.POWER,
                    "formula.shareOfFeeds",
                    Derivation.count(Text.of("explain.partCount", part), each.size()),
                    instance(each.getFirst().part(), each.getFirst().inputW()))));
    inputs.add(Derivation.property(i, Property.EFFICIENCY));
    return Derivation.computed(
        Text.of("result.power"), w, Dimension.POWER, "formula.passedOn", inputs);
  }

  /** What stands in an assembly, with the losses inside. */
  Explanation group(int first, int end, double w) {
    List<Explanation> inputs = draws(first, end, _ -> true);
    losses(first, end, inputs);
    return Derivation.computed(
        Text.of("result.power"), w, Dimension.POWER, "formula.sumWithLosses", inputs);
  }
}
