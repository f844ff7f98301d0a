package supernode.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import supernode.catalog.Confidence;
import supernode.catalog.PartKind;
import supernode.catalog.Property;
import supernode.catalog.Sourced;
import supernode.design.Ambient;
import supernode.quantity.Dimension;
import supernode.quantity.Quantity;
import supernode.quantity.Text;
import supernode.solve.cooling.power.Pue;
import supernode.topology.Instance;
import supernode.topology.SystemModel;

/** How well a facility uses its power, water and carbon, with derivations. */
final class UsageFormulas {
  private static final double HOURS_A_YEAR = 8760;
  private static final double WATER_KG_M3 = 998;

  private final SystemModel model;
  private final Loads loads;
  private final CoolingPower cooling;
  private final PowerFormulas why;
  private final Ambient ambient;
  private final Pue pue;

  UsageFormulas(
      SystemModel model, Loads loads, CoolingPower cooling, PowerFormulas why, Ambient ambient) {
    this.model = model;
    this.loads = loads;
    this.cooling = cooling;
    this.why = why;
    this.ambient = ambient;
    LoopDetail.Plant plant = cooling.plant();
    pue =
        new Pue(
            loads.totalW(),
            loads.computeW(),
            plant.loopPumpW(),
            plant.facilityPumpW(),
            0,
            plant.fanW(),
            plant.chillerW(),
            loads.electricalW());
  }

  Pue pue() {
    return pue;
  }

  List<Result> results() {
    List<Result> results = new ArrayList<>();
    results.add(
        result(
            "power.pue",
            pue.pue(),
            Dimension.FACTOR,
            label -> computed(label, pue.pue(), Dimension.FACTOR, "formula.pue", parts())));
    results.add(
        result(
            "power.coolingPue",
            pue.coolingPue(),
            Dimension.FACTOR,
            label ->
                computed(
                    label,
                    pue.coolingPue(),
                    Dimension.FACTOR,
                    "formula.coolingPue",
                    List.of(why.it(), why.pumps(), why.rejection()))));
    if (pue.electricalW() > 0) {
      results.add(
          result(
              "power.electricalPue",
              pue.electricalPue(),
              Dimension.FACTOR,
              label ->
                  computed(
                      label,
                      pue.electricalPue(),
                      Dimension.FACTOR,
                      "formula.electricalPue",
                      List.of(why.it(), electrical()))));
    }
    results.add(
        result(
            "power.tue",
            pue.tue(),
            Dimension.FACTOR,
            label ->
                computed(
                    label,
                    pue.tue(),
                    Dimension.FACTOR,
                    "formula.tue",
                    List.of(total(), compute()))));
    water().ifPresent(results::add);
    double energyMWh = pue.totalW() * HOURS_A_YEAR / 1e6;
    results.add(
        result(
            "power.energyMWhPerYear",
            energyMWh,
            Dimension.FACTOR,
            label ->
                computed(
                    label, energyMWh, Dimension.FACTOR, "formula.yearsEnergy", List.of(total()))));
    double carbonT = energyMWh * ambient.carbonKgPerKWh();
    results.add(
        result(
            "power.carbonTPerYear",
            carbonT,
            Dimension.FACTOR,
            label ->
                computed(
                    label,
                    carbonT,
                    Dimension.FACTOR,
                    "formula.carbon",
                    List.of(
                        total(),
                        Derivation.set(
                            Text.of("explain.gridFactor"),
                            ambient.carbonKgPerKWh(),
                            Dimension.FACTOR)))));
    perFlop().ifPresent(results::add);
    return results;
  }

  private Optional<Result> water() {
    double kgS = cooling.plant().waterKgS();
    if (kgS <= 0) {
      return Optional.empty();
    }
    double litresPerKWh = kgS / WATER_KG_M3 * 1e3 * 3600 / (loads.totalW() / 1e3);
    return Optional.of(
        result(
            "power.wueLPerKWh",
            litresPerKWh,
            Dimension.FACTOR,
            label ->
                computed(
                    label,
                    litresPerKWh,
                    Dimension.FACTOR,
                    "formula.wue",
                    List.of(
                        Derivation.given(
                            Text.of("explain.evaporated"),
                            new Sourced(
                                kgS,
                                Confidence.ESTIMATE,
                                "all heat of the towers goes into vapour of 2.45 MJ/kg",
                                "four cycles of concentration"),
                            Dimension.FACTOR),
                        why.it()))));
  }

  private Optional<Result> perFlop() {
    double flops = 0;
    Optional<Instance> chip = Optional.empty();
    int chips = 0;
    for (Instance i : model.instances()) {
      if (i.part().kind() == PartKind.ACCELERATOR && !i.failed()) {
        flops +=
            i.values().get(Property.FP16_DENSE, 0) * cooling.speeds().getOrDefault(i.name(), 1.0);
        chip = chip.or(() -> Optional.of(i));
        chips++;
      }
    }
    if (flops <= 0) {
      return Optional.empty();
    }
    double picojoules = pue.totalW() / flops * 1e12;
    double rate = flops;
    Instance first = chip.orElseThrow();
    double count = chips;
    return Optional.of(
        result(
            "power.pjPerFlop",
            picojoules,
            Dimension.FACTOR,
            label ->
                computed(
                    label,
                    picojoules,
                    Dimension.FACTOR,
                    "formula.perFlop",
                    List.of(
                        total(),
                        Derivation.computed(
                            Text.of("result.fp16DensePflops"),
                            rate,
                            Dimension.COMPUTE,
                            "formula.countTimesEach",
                            Derivation.count(
                                Text.of("explain.partCount", first.part().name()), count),
                            Derivation.property(first, Property.FP16_DENSE))))));
  }

  private List<Explanation> parts() {
    List<Explanation> inputs = new ArrayList<>();
    inputs.add(why.it());
    inputs.add(why.pumps());
    inputs.add(why.rejection());
    inputs.add(
        pue.electricalW() > 0
            ? electrical()
            : Explanation.remark(Text.of("explain.noFeedDrawn"), ""));
    inputs.add(why.airHeat(loads.totalW()));
    return inputs;
  }

  private Explanation total() {
    return computed(
        Text.of("result.facilityPower"),
        pue.totalW(),
        Dimension.POWER,
        "formula.sum",
        pue.electricalW() > 0
            ? List.of(why.it(), why.pumps(), why.rejection(), electrical())
            : List.of(why.it(), why.pumps(), why.rejection()));
  }

  private Explanation compute() {
    return computed(
        Text.of("result.computePower"),
        pue.computeW(),
        Dimension.POWER,
        "formula.itLessFans",
        List.of(why.it()));
  }

  /** What is lost before the racks. */
  Explanation electrical() {
    List<Explanation> inputs = new ArrayList<>();
    for (Instance i : model.instances()) {
      if (loads.isFacility(i.index()) && loads.lossW(i.index()) > 0) {
        inputs.add(
            computed(
                    Text.of("explain.lossOf", i.name()),
                    loads.lossW(i.index()),
                    Dimension.POWER,
                    "formula.lossAtLoad",
                    List.of(
                        Derivation.computed(
                            Text.of("explain.load"),
                            loads.load(i.index()),
                            Dimension.RATIO,
                            "formula.load",
                            Derivation.property(i, Property.CAPACITY_W)),
                        Derivation.property(i, Property.EFFICIENCY_AT_20),
                        Derivation.property(i, Property.EFFICIENCY_AT_50),
                        Derivation.property(i, Property.EFFICIENCY)))
                .at(i.name()));
      }
    }
    return computed(
        Text.of("power.electrical"), pue.electricalW(), Dimension.POWER, "formula.sum", inputs);
  }

  private static Explanation computed(
      Text label, double si, Dimension dimension, String formula, List<Explanation> inputs) {
    return Derivation.computed(label, si, dimension, formula, inputs);
  }

  private static Result result(
      String id,
      double si,
      Dimension dimension,
      java.util.function.Function<Text, Explanation> explain) {
    String key = id.substring(id.indexOf('.') + 1);
    Text label = Text.of(key.equals("pue") ? "result.pue" : "result." + id);
    Supplier<Explanation> explanation = () -> explain.apply(label);
    return new Result(id, label, new Quantity(si, dimension), explanation);
  }
}
