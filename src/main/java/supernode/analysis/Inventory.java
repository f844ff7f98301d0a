package supernode.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import supernode.catalog.PartKind;
import supernode.catalog.Property;
import supernode.design.Fabric;
import supernode.quantity.Dimension;
import supernode.quantity.Text;
import supernode.topology.Instance;
import supernode.topology.Link;
import supernode.topology.SystemModel;

/** Headline totals that are sums over the parts. Failed parts are counted but give nothing. */
final class Inventory {
  private final SystemModel model;
  private final Map<Integer, List<Instance>> stacks = new HashMap<>();
  private final Map<PartKind, List<Instance>> byKind = new EnumMap<>(PartKind.class);
  private final Injected scaleUp;
  private final Injected scaleOut;
  private final List<Result> results = new ArrayList<>();

  private Inventory(SystemModel model) {
    this.model = model;
    scaleUp = new Injected(model.instances().size());
    scaleOut = new Injected(model.instances().size());
    for (Link link : model.links()) {
      if (!link.failed()) {
        take(link);
      }
    }
    for (Instance i : model.instances()) {
      byKind.computeIfAbsent(i.part().kind(), _ -> new ArrayList<>()).add(i);
    }
  }

  private void take(Link link) {
    switch (link.fabric()) {
      case MEMORY -> {
        join(link.a(), link.b());
        join(link.b(), link.a());
      }
      case SCALE_UP -> scaleUp.add(link);
      case SCALE_OUT -> scaleOut.add(link);
      case HOST, STORAGE, INTER_SITE, LOOP, HEAT, POWER -> {}
    }
  }

  /** What the live links of a fabric carry at each part, byte/s. */
  private static final class Injected {
    private final double[] bytesPerS;
    private final BitSet on = new BitSet();
    private Link last;
    private double each;

    Injected(int instances) {
      bytesPerS = new double[instances];
    }

    void add(Link link) {
      if (last == null || !link.isAlike(last)) {
        each = link.rateBytesPerS();
        last = link;
      }
      bytesPerS[link.a()] += each * link.live();
      bytesPerS[link.b()] += each * link.live();
      on.set(link.a());
      on.set(link.b());
    }
  }

  static List<Result> of(SystemModel model) {
    Inventory inventory = new Inventory(model);
    inventory.count("accelerators", PartKind.ACCELERATOR);
    inventory.count("cpus", PartKind.CPU);
    inventory.count("switches", PartKind.SWITCH);
    inventory.compute("fp4DensePflops", Property.FP4_DENSE);
    inventory.compute("fp4SparsePflops", Property.FP4_SPARSE);
    inventory.compute("fp8DensePflops", Property.FP8_DENSE);
    inventory.compute("fp16DensePflops", Property.FP16_DENSE);
    inventory.memory();
    inventory.injection(Fabric.SCALE_UP, inventory.scaleUp);
    inventory.injection(Fabric.SCALE_OUT, inventory.scaleOut);
    return List.copyOf(inventory.results);
  }

  private void join(int a, int b) {
    Instance at = model.instances().get(a);
    Instance stack = model.instances().get(b);
    if (at.part().kind() == PartKind.ACCELERATOR && stack.part().kind() == PartKind.HBM_STACK) {
      stacks.computeIfAbsent(a, _ -> new ArrayList<>()).add(stack);
    }
  }

  private List<Instance> of(PartKind kind) {
    return byKind.getOrDefault(kind, List.of());
  }

  private void count(String id, PartKind kind) {
    List<Instance> all = of(kind);
    if (all.isEmpty()) {
      return;
    }
    Text label = Text.of("result." + id);
    results.add(
        new Result(
            "totals." + id,
            label,
            Derivation.quantity(all.size(), Dimension.COUNT),
            () -> {
              Map<String, Integer> byPart = new LinkedHashMap<>();
              all.forEach(i -> byPart.merge(i.part().name(), 1, Integer::sum));
              List<Explanation> inputs = new ArrayList<>();
              byPart.forEach(
                  (part, n) -> inputs.add(Derivation.count(Text.of("explain.partCount", part), n)));
              long failed = all.stream().filter(Instance::failed).count();
              if (failed > 0) {
                inputs.add(Derivation.count(Text.of("explain.failedParts"), (double) failed));
              }
              return Explanation.derived(
                  label,
                  Derivation.quantity(all.size(), Dimension.COUNT),
                  Text.of("formula.sumOfCounts"),
                  inputs);
            }));
  }

  private void compute(String id, Property property) {
    sum(
        id,
        Dimension.COMPUTE,
        of(PartKind.ACCELERATOR).stream()
            .filter(i -> i.values().get(property).isPresent())
            .toList(),
        i -> i.values().get(property, 0),
        i -> Derivation.property(i, property));
  }

  private void memory() {
    List<Instance> all = of(PartKind.ACCELERATOR);
    sum("memoryTB", Dimension.DATA, all, this::memoryBytes, this::explainMemory);
    sum("memoryBandwidthTBps", Dimension.BANDWIDTH, all, this::bandwidth, this::explainBandwidth);
  }

  /** Physical memory of the stacks drawn at a chip; its data sheet's where none are drawn. */
  private double memoryBytes(Instance chip) {
    List<Instance> own = stacks.getOrDefault(chip.index(), List.of());
    return own.isEmpty()
        ? chip.values().get(Property.MEMORY_BYTES, 0)
        : own.stream().mapToDouble(s -> s.values().get(Property.MEMORY_BYTES, 0)).sum();
  }

  /** What the stacks deliver, but no more than the chip's interface takes. */
  private double bandwidth(Instance chip) {
    List<Instance> own = stacks.getOrDefault(chip.index(), List.of());
    double sheet = chip.values().get(Property.MEMORY_BANDWIDTH, 0);
    if (own.isEmpty()) {
      return sheet;
    }
    double sum = own.stream().mapToDouble(s -> s.values().get(Property.MEMORY_BANDWIDTH, 0)).sum();
    return sheet > 0 ? Math.min(sheet, sum) : sum;
  }

  private Explanation explainMemory(Instance chip) {
    List<Instance> own = stacks.getOrDefault(chip.index(), List.of());
    if (own.isEmpty()) {
      return Derivation.property(chip, Property.MEMORY_BYTES);
    }
    return Derivation.computed(
        Text.of("explain.memoryOf", chip.part().name()),
        memoryBytes(chip),
        Dimension.DATA,
        "formula.stacksTimesValue",
        Derivation.count(Text.of("explain.stacks"), own.size()),
        Derivation.property(own.getFirst(), Property.MEMORY_BYTES));
  }

  private Explanation explainBandwidth(Instance chip) {
    List<Instance> own = stacks.getOrDefault(chip.index(), List.of());
    Explanation sheet = Derivation.property(chip, Property.MEMORY_BANDWIDTH);
    if (own.isEmpty()) {
      return sheet;
    }
    double sum = own.stream().mapToDouble(s -> s.values().get(Property.MEMORY_BANDWIDTH, 0)).sum();
    boolean chipLimits = chip.values().get(Property.MEMORY_BANDWIDTH, Double.MAX_VALUE) <= sum;
    Explanation drawn =
        Derivation.computed(
            Text.of("explain.stackBandwidth"),
            sum,
            Dimension.BANDWIDTH,
            "formula.stacksTimesValue",
            Derivation.count(Text.of("explain.stacks"), own.size()),
            Derivation.property(own.getFirst(), Property.MEMORY_BANDWIDTH));
    return Derivation.computed(
        Text.of("explain.memoryBandwidthOf", chip.part().name()),
        bandwidth(chip),
        Dimension.BANDWIDTH,
        "formula.least",
        chipLimits ? sheet.asLimiting() : sheet,
        chipLimits ? drawn : drawn.asLimiting());
  }

  private void injection(Fabric fabric, Injected injected) {
    double[] perChip = injected.bytesPerS;
    List<Instance> ends =
        injected.on.stream()
            .mapToObj(model.instances()::get)
            .filter(i -> sends(i, fabric))
            .toList();
    String id = fabric == Fabric.SCALE_UP ? "scaleUpInjectionTBps" : "scaleOutInjectionTBps";
    sum(
        id,
        Dimension.BANDWIDTH,
        ends,
        i -> perChip[i.index()],
        i -> explainInjection(i, fabric, perChip[i.index()]));
    if (fabric == Fabric.SCALE_UP && !results.isEmpty()) {
      Result oneWay = results.getLast();
      if (oneWay.id().equals("totals." + id)) {
        results.add(bothWays(oneWay));
      }
    }
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

  private static boolean sends(Instance i, Fabric fabric) {
    return i.part().kind() == PartKind.ACCELERATOR
        || (fabric == Fabric.SCALE_OUT && i.part().kind() == PartKind.NIC);
  }

  private Optional<Link> firstLink(Instance i, Fabric fabric) {
    return model.links().stream()
        .filter(
            l -> l.fabric() == fabric && !l.failed() && (l.a() == i.index() || l.b() == i.index()))
        .findFirst();
  }

  private void sum(
      String id,
      Dimension dimension,
      List<Instance> over,
      ToDoubleFunction<Instance> value,
      java.util.function.Function<Instance, Explanation> explain) {
    List<Instance> live = over.stream().filter(i -> !i.failed()).toList();
    double total = live.stream().mapToDouble(value).sum();
    if (total <= 0) {
      return;
    }
    Text label = Text.of("result." + id);
    results.add(
        new Result(
            "totals." + id,
            label,
            Derivation.quantity(total, dimension),
            () -> explainSum(label, total, dimension, live, value, explain)));
  }

  // Equal parts of equal value are one line: "72 × 10 PFLOPS".
  private static Explanation explainSum(
      Text label,
      double total,
      Dimension dimension,
      List<Instance> live,
      ToDoubleFunction<Instance> value,
      java.util.function.Function<Instance, Explanation> explain) {
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
