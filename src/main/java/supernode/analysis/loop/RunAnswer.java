package supernode.analysis.loop;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import supernode.analysis.Derivation;
import supernode.analysis.Explanation;
import supernode.analysis.Result;
import supernode.analysis.TransientAnswer;
import supernode.catalog.Confidence;
import supernode.catalog.PartKind;
import supernode.catalog.Property;
import supernode.catalog.Sourced;
import supernode.quantity.Dimension;
import supernode.quantity.Quantity;
import supernode.quantity.Text;
import supernode.solve.cooling.dynamic.ChipMass;
import supernode.solve.cooling.dynamic.TransientEvent;
import supernode.solve.cooling.dynamic.TransientSolution;
import supernode.solve.cooling.heat.Throttle;
import supernode.topology.Instance;
import supernode.topology.SystemModel;

/** A run told in places of the design, with derivations. */
final class RunAnswer {
  private static final double STEP_C = 5;
  private static final double[] NONE = {};

  private final SystemModel model;
  private final LoopProblem loop;
  private final TransientSolution run;

  RunAnswer(SystemModel model, LoopProblem loop, TransientSolution run) {
    this.model = model;
    this.loop = loop;
    this.run = run;
  }

  TransientAnswer answer(Incident incident) {
    List<TransientAnswer.Chip> chips =
        IntStream.range(0, loop.seats().size()).mapToObj(this::chip).toList();
    List<TransientAnswer.Series> parts = new ArrayList<>();
    BiConsumer<Integer, Integer> part =
        (instance, link) ->
            parts.add(
                new TransientAnswer.Series(loop.instance(instance).name(), run.coolantC(link)));
    loop.map().partLinks().forEach(part::accept);
    loop.map().mainLinks().forEach(part);
    List<TransientAnswer.Unit> units =
        IntStream.range(0, loop.units().size())
            .mapToObj(u ->
                new TransientAnswer.Unit(
                    loop.instance(loop.units().get(u)).name(),
                    run.supplyC(u),
                    run.returnC(u),
                    run.primaryC(u)))
            .toList();
    List<TransientAnswer.Series> pumps =
        IntStream.range(0, loop.pumps().size())
            .mapToObj(p ->
                new TransientAnswer.Series(
                    loop.instance(loop.pumps().get(p)).name(), run.flowM3S(p)))
            .toList();
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (TransientAnswer.Chip c : chips) {
      low = Math.min(low, least(c.junctionC()));
      high = Math.max(high, most(c.junctionC()));
    }
    for (TransientAnswer.Series s : parts) {
      low = Math.min(low, least(s.values()));
      high = Math.max(high, most(s.values()));
    }
    return new TransientAnswer(
        incident,
        run.timeS(),
        chips,
        parts,
        units,
        pumps,
        LoopPipes.of(model, loop.map(), run),
        run.events().stream().map(this::event).toList(),
        results(chips),
        STEP_C * Math.floor(low / STEP_C),
        STEP_C * Math.ceil(high / STEP_C));
  }

  private TransientAnswer.Chip chip(int c) {
    Instance chip = loop.seats().get(c).chip();
    boolean memory = loop.problem().chips().get(c).hbmLimitC().isPresent();
    return new TransientAnswer.Chip(
        chip.name(),
        chip.values().get(Property.JUNCTION_LIMIT_C, Double.POSITIVE_INFINITY),
        run.dieC(c),
        memory ? run.hbmC(c) : NONE,
        run.powerShare(c));
  }

  private TransientAnswer.Event event(TransientEvent e) {
    // A hose is named by the parts that it joins.
    int ends = e.place().indexOf(' ');
    String place = ends < 0 ? e.place() : e.place().substring(0, ends);
    return new TransientAnswer.Event(e.timeS(), e.kind(), place, e.text());
  }

  private List<Result> results(List<TransientAnswer.Chip> chips) {
    List<Result> results = new ArrayList<>();
    first(TransientEvent.Kind.THROTTLED, "throttleS").ifPresent(results::add);
    first(TransientEvent.Kind.TRIPPED, "tripS").ifPresent(results::add);
    first(TransientEvent.Kind.BOILS, "boilS").ifPresent(results::add);
    chips.stream()
        .max(Comparator.comparingDouble(c -> most(c.junctionC())))
        .ifPresent(hottest -> {
          double c = most(hottest.junctionC());
          results.add(result("hottestC", c, Dimension.TEMPERATURE, label -> at(label, c, hottest)));
        });
    return results;
  }

  private Optional<Result> first(TransientEvent.Kind kind, String key) {
    return run.events().stream()
        .filter(e -> e.kind() == kind)
        .findFirst()
        .map(e -> result(key, e.timeS(), Dimension.TIME, label -> time(label, e)));
  }

  private static Result result(
      String key, double si, Dimension dimension, Function<Text, Explanation> why) {
    Text label = Text.of("result.transient." + key);
    return new Result(
        "transient." + key, label, new Quantity(si, dimension), () -> why.apply(label));
  }

  /** Why something happens when it does. */
  private Explanation time(Text label, TransientEvent e) {
    List<Explanation> inputs = new ArrayList<>();
    inputs.add(Explanation.remark(e.text(), e.place()));
    seat(e.place()).ifPresent(c -> inputs.addAll(chipInputs(c, e.kind())));
    inputs.addAll(loopInputs());
    return Derivation.computed(label, e.timeS(), Dimension.TIME, "formula.transient", inputs)
        .at(e.place());
  }

  private Explanation at(Text label, double c, TransientAnswer.Chip hottest) {
    List<Explanation> inputs = new ArrayList<>();
    seat(hottest.place())
        .ifPresent(k -> inputs.addAll(chipInputs(k, TransientEvent.Kind.THROTTLED)));
    inputs.addAll(loopInputs());
    return Derivation.computed(label, c, Dimension.TEMPERATURE, "formula.transient", inputs)
        .at(hottest.place());
  }

  private Optional<Integer> seat(String place) {
    return IntStream.range(0, loop.seats().size())
        .filter(c -> loop.seats().get(c).chip().name().equals(place))
        .boxed()
        .findFirst();
  }

  private List<Explanation> chipInputs(int c, TransientEvent.Kind kind) {
    LoopProblem.Seat seat = loop.seats().get(c);
    List<Explanation> inputs = new ArrayList<>();
    inputs.add(Derivation.property(seat.chip(), Property.JUNCTION_LIMIT_C));
    if (seat.chip().values().find(Property.JUNCTION_LIMIT_C).isEmpty()) {
      inputs.add(
          Derivation.given(
              Text.of("explain.assumedLimit"), LoopRun.LIMIT_C, Dimension.TEMPERATURE));
    }
    if (kind == TransientEvent.Kind.TRIPPED) {
      inputs.add(assumed("tripMargin", Throttle.TRIP_MARGIN_K, Dimension.TEMPERATURE_DIFFERENCE));
    }
    inputs.add(Derivation.property(seat.chip(), Property.POWER_W));
    ChipMass mass = run.problem().masses().get(c);
    inputs.add(assumed("dieMass", mass.dieJK(), Dimension.FACTOR));
    inputs.add(assumed("plateMass", mass.plateJK(), Dimension.FACTOR));
    if (seat.plate().part().kind() == PartKind.HEAT_SINK) {
      return inputs;
    }
    boolean inBath = seat.plate().part().kind() == PartKind.IMMERSION_TANK;
    inputs.add(
        Derivation.given(
            Text.of(inBath ? "explain.bathVolume" : "explain.plateVolume"),
            inBath ? LoopRun.BATH_M3_W : LoopRun.PLATE_M3,
            Dimension.FACTOR));
    return inputs;
  }

  private static Explanation assumed(String key, double value, Dimension dimension) {
    return Derivation.given(
        Text.of("explain." + key),
        new Sourced(value, Confidence.ASSUMPTION, "engineering practice", ""),
        dimension);
  }

  private static List<Explanation> loopInputs() {
    return List.of(
        Derivation.given(Text.of("explain.coastDown"), LoopRun.COAST_S, Dimension.TIME),
        Derivation.given(Text.of("explain.unitVolume"), LoopRun.UNIT_S, Dimension.TIME),
        Derivation.given(Text.of("explain.unitPrimary"), LoopRun.UNIT_PRIMARY_S, Dimension.TIME),
        Explanation.remark(Text.of("explain.transientSolved"), ""));
  }

  private static double least(double[] values) {
    return Arrays.stream(values).min().orElse(Double.POSITIVE_INFINITY);
  }

  private static double most(double[] values) {
    return Arrays.stream(values).max().orElse(Double.NEGATIVE_INFINITY);
  }
}
