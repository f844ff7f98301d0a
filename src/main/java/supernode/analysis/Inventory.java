package supernode.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import supernode.catalog.PartKind;
import supernode.catalog.Property;
import supernode.design.Fabric;
import supernode.quantity.Dimension;
import supernode.quantity.Text;
import supernode.topology.Instance;
import supernode.topology.Link;
import supernode.topology.Outage;
import supernode.topology.SoundModel;
import supernode.topology.SystemModel;

/**
 * Headline totals that are sums over the parts. Failed parts are counted but give nothing: totals
 * under an outage follow from the sound ones by what has failed.
 */
final class Inventory {
  private static final Map<String, Property> COMPUTE = new LinkedHashMap<>();

  static {
    COMPUTE.put("fp4DensePflops", Property.FP4_DENSE);
    COMPUTE.put("fp4SparsePflops", Property.FP4_SPARSE);
    COMPUTE.put("fp8DensePflops", Property.FP8_DENSE);
    COMPUTE.put("fp16DensePflops", Property.FP16_DENSE);
  }

  private static final String MEMORY = "memoryTB";
  private static final String MEMORY_BANDWIDTH = "memoryBandwidthTBps";
  private static final String SCALE_UP = "scaleUpInjectionTBps";
  private static final String SCALE_OUT = "scaleOutInjectionTBps";

  private final SoundModel sound;
  private final SystemModel model;
  private final Map<PartKind, List<Integer>> byKind;
  private final MemoryStacks stacks;
  private final PortRates scaleUp;
  private final PortRates scaleOut;
  private final Map<String, Tally> tallies = new LinkedHashMap<>();

  /** Of a model of which nothing has failed. */
  Inventory(SoundModel sound) {
    this.sound = sound;
    this.model = sound.model();
    byKind = new EnumMap<>(PartKind.class);
    for (Instance i : model.instances()) {
      byKind.computeIfAbsent(i.part().kind(), _ -> new ArrayList<>()).add(i.index());
    }
    stacks = new MemoryStacks(model);
    scaleUp = new PortRates(model, Fabric.SCALE_UP);
    scaleOut = new PortRates(model, Fabric.SCALE_OUT);
    for (Instance i : model.instances()) {
      addUp(i, 1);
    }
  }

  private Inventory(Inventory before, Outage outage) {
    sound = before.sound;
    model = outage.model();
    byKind = before.byKind;
    stacks = before.stacks.under(sound, outage);
    scaleUp = before.scaleUp.under(sound, outage);
    scaleOut = before.scaleOut.under(sound, outage);
    before.tallies.forEach((id, t) -> tallies.put(id, t.copy()));
    BitSet touched = (BitSet) outage.instances().clone();
    outage.links().stream()
        .mapToObj(model.links()::get)
        .forEach(l -> {
          touched.set(l.a());
          touched.set(l.b());
        });
    for (int i = touched.nextSetBit(0); i >= 0; i = touched.nextSetBit(i + 1)) {
      before.addUp(before.model.instances().get(i), -1, tallies);
      addUp(model.instances().get(i), 1);
    }
  }

  /** The same with what has failed. */
  Inventory under(Outage outage) {
    return outage.model() == model ? this : new Inventory(this, outage);
  }

  private void addUp(Instance i, int times) {
    addUp(i, times, tallies);
  }

  private void addUp(Instance i, int times, Map<String, Tally> into) {
    if (i.failed()) {
      return;
    }
    if (i.part().kind() == PartKind.ACCELERATOR) {
      for (Map.Entry<String, Property> e : COMPUTE.entrySet()) {
        double each = i.values().get(e.getValue(), Double.NaN);
        if (!Double.isNaN(each)) {
          add(e.getKey(), each, times, into);
        }
      }
      add(MEMORY, stacks.bytes(i), times, into);
      add(MEMORY_BANDWIDTH, stacks.bytesPerS(i), times, into);
    }
    if (scaleUp.isOn(i.index())) {
      add(SCALE_UP, scaleUp.bytesPerS(i.index()), times, into);
    }
    if (scaleOut.isOn(i.index())) {
      add(SCALE_OUT, scaleOut.bytesPerS(i.index()), times, into);
    }
  }

  private static void add(String id, double value, int times, Map<String, Tally> into) {
    into.computeIfAbsent(id, _ -> new Tally()).add(value, times);
  }

  List<Result> results() {
    List<Result> results = new ArrayList<>();
    count("accelerators", PartKind.ACCELERATOR, results);
    count("cpus", PartKind.CPU, results);
    count("switches", PartKind.SWITCH, results);
    COMPUTE.forEach((id, p) ->
        sum(
            id,
            Dimension.COMPUTE,
            () -> of(PartKind.ACCELERATOR).filter(i -> i.values().find(p).isPresent()),
            i -> i.values().get(p, 0),
            i -> Derivation.property(i, p),
            results));
    sum(
        MEMORY,
        Dimension.DATA,
        () -> of(PartKind.ACCELERATOR),
        stacks::bytes,
        stacks::explainBytes,
        results);
    sum(
        MEMORY_BANDWIDTH,
        Dimension.BANDWIDTH,
        () -> of(PartKind.ACCELERATOR),
        stacks::bytesPerS,
        stacks::explainBytesPerS,
        results);
    if (injection(SCALE_UP, Fabric.SCALE_UP, scaleUp, results)) {
      results.add(bothWays(results.getLast()));
    }
    injection(SCALE_OUT, Fabric.SCALE_OUT, scaleOut, results);
    return List.copyOf(results);
  }

  private Stream<Instance> of(PartKind kind) {
    return byKind.getOrDefault(kind, List.of()).stream().map(model.instances()::get);
  }

  private void count(String id, PartKind kind, List<Result> results) {
    int count = byKind.getOrDefault(kind, List.of()).size();
    if (count == 0) {
      return;
    }
    Text label = Text.of("result." + id);
    results.add(
        new Result(
            "totals." + id,
            label,
            Derivation.quantity(count, Dimension.COUNT),
            () -> {
              Map<String, Integer> byPart = new LinkedHashMap<>();
              of(kind).forEach(i -> byPart.merge(i.part().name(), 1, Integer::sum));
              List<Explanation> inputs = new ArrayList<>();
              byPart.forEach(
                  (part, n) -> inputs.add(Derivation.count(Text.of("explain.partCount", part), n)));
              long failed = of(kind).filter(Instance::failed).count();
              if (failed > 0) {
                inputs.add(Derivation.count(Text.of("explain.failedParts"), (double) failed));
              }
              return Explanation.derived(
                  label,
                  Derivation.quantity(count, Dimension.COUNT),
                  Text.of("formula.sumOfCounts"),
                  inputs);
            }));
  }

  private boolean injection(String id, Fabric fabric, PortRates rates, List<Result> results) {
    return sum(
        id,
        Dimension.BANDWIDTH,
        () -> rates.on().mapToObj(model.instances()::get),
        i -> rates.bytesPerS(i.index()),
        i -> explainInjection(i, fabric, rates.bytesPerS(i.index())),
        results);
  }

  private Explanation explainInjection(Instance i, Fabric fabric, double bytesPerS) {
    List<Explanation> inputs = new ArrayList<>();
    firstLink(i, fabric)
        .ifPresent(l -> {
          inputs.add(Derivation.count(Text.of("explain.liveLinks"), bytesPerS / l.rateBytesPerS()));
          inputs.add(FabricResults.explainRate(l));
        });
    inputs.add(Explanation.remark(Text.of("explain.perDirection"), i.name()));
    return Derivation.computed(
        Text.of("explain.liveLinksOf", i.part().name()),
        bytesPerS,
        Dimension.BANDWIDTH,
        "formula.linksTimesRate",
        inputs);
  }

  /** Both directions added, as vendors count: to be held against a data sheet, not to plan with. */
  private static Result bothWays(Result oneWay) {
    Text label = Text.of("result.scaleUpBothWaysTBps");
    double both = 2 * oneWay.quantity().value();
    return new Result(
        "totals.scaleUpBothWaysTBps",
        label,
        Derivation.quantity(both, Dimension.BANDWIDTH),
        () ->
            Derivation.computed(
                label, both, Dimension.BANDWIDTH, "formula.bothWays", oneWay.explanation().get()));
  }

  private Optional<Link> firstLink(Instance i, Fabric fabric) {
    return sound
        .linksOf(i.index())
        .mapToObj(model.links()::get)
        .filter(l -> l.fabric() == fabric && !l.failed())
        .findFirst();
  }

  private boolean sum(
      String id,
      Dimension dimension,
      Supplier<Stream<Instance>> over,
      ToDoubleFunction<Instance> value,
      Function<Instance, Explanation> explain,
      List<Result> results) {
    double total = tallies.getOrDefault(id, Tally.NONE).total();
    if (total <= 0) {
      return false;
    }
    Text label = Text.of("result." + id);
    results.add(
        new Result(
            "totals." + id,
            label,
            Derivation.quantity(total, dimension),
            () ->
                explainSum(
                    label,
                    total,
                    dimension,
                    over.get().filter(i -> !i.failed()).toList(),
                    value,
                    explain)));
    return true;
  }

  // Equal parts of equal value are one line: "72 × 10 PFLOPS".
  private static Explanation explainSum(
      Text label,
      double total,
      Dimension dimension,
      List<Instance> live,
      ToDoubleFunction<Instance> value,
      Function<Instance, Explanation> explain) {
    record Alike(String part, double value) {}
    Map<Alike, List<Instance>> classes = new LinkedHashMap<>();
    live.forEach(i ->
        classes
            .computeIfAbsent(
                new Alike(i.part().name(), value.applyAsDouble(i)), _ -> new ArrayList<>())
            .add(i));
    List<Explanation> inputs = new ArrayList<>();
    classes.forEach((c, members) ->
        inputs.add(
            Derivation.computed(
                Text.of("explain.times", members.size(), c.part()),
                c.value() * members.size(),
                dimension,
                "formula.countTimesEach",
                Derivation.count(Text.of("explain.partCount", c.part()), members.size()),
                explain.apply(members.getFirst()))));
    return Explanation.derived(
        label, Derivation.quantity(total, dimension), Text.of("formula.sum"), inputs);
  }
}
