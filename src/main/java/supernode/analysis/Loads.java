package supernode.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import supernode.catalog.Part;
import supernode.catalog.PartKind;
import supernode.catalog.Property;
import supernode.catalog.Values;
import supernode.design.Fabric;
import supernode.solve.cooling.power.EfficiencyCurve;
import supernode.solve.cooling.power.PumpEfficiency;
import supernode.topology.Instance;
import supernode.topology.Link;
import supernode.topology.Outage;
import supernode.topology.SystemModel;

/**
 * What every part draws and what the feeds lose on the way: consumers at the leaves, power
 * converters and shelves above them, each with its efficiency.
 */
final class Loads {
  private final SystemModel model;
  private final double[] ownW;
  private final double[] inputW;
  private final double[] efficiency;
  private final double[] load;
  private final boolean[] facility;
  private final Feeds feeds;

  /** Stacks whose power is part of a chip's. */
  private final BitSet onChip;

  /** Shelves and other converters. */
  private final BitSet converters;

  /** Live links whose ends take power, by what an end takes, W. */
  private final Tally ends;

  Loads(SystemModel model) {
    this(model, new Tally());
    model.links().forEach(link -> addEnds(link, 1, ends));
  }

  /**
   * @param ends of the links, which may be counted later
   */
  private Loads(SystemModel model, Tally ends) {
    this.model = model;
    this.ends = ends;
    feeds = Feeds.of(model);
    onChip = new BitSet();
    converters = new BitSet();
    int n = model.instances().size();
    ownW = new double[n];
    inputW = new double[n];
    efficiency = new double[n];
    load = new double[n];
    facility = new boolean[n];
    for (Link link : model.links(Fabric.MEMORY)) {
      if (!link.failed()) {
        // A package's power on its data sheet includes its stacks.
        mark(link.a(), link.b());
        mark(link.b(), link.a());
      }
    }
    for (Instance i : model.instances()) {
      ownW[i.index()] = own(i);
      PartKind kind = i.part().kind();
      if (kind == PartKind.POWER_SHELF || kind == PartKind.POWER_CONVERTER) {
        converters.set(i.index());
      }
    }
    boolean[] open = new boolean[inputW.length];
    for (int i = 0; i < n; i++) {
      input(i, open);
    }
    for (int i = 0; i < n; i++) {
      facility[i] = isFacility(i, open);
    }
  }

  /** Ends of the links that are left: only what is lost is taken off. */
  private Tally endsUnder(Outage outage) {
    Tally left = ends.copy();
    outage.links().stream()
        .forEach(l -> {
          addEnds(model.links().get(l), -1, left);
          addEnds(outage.model().links().get(l), 1, left);
        });
    return left;
  }

  /** What fails changes itself and what feeds it. */
  private Loads(Loads before, Outage outage) {
    model = outage.model();
    feeds = before.feeds.under(outage);
    onChip = before.onChip;
    converters = before.converters;
    ownW = before.ownW.clone();
    inputW = before.inputW.clone();
    efficiency = before.efficiency.clone();
    load = before.load.clone();
    facility = before.facility.clone();
    ends = before.endsUnder(outage);
    boolean[] open = new boolean[inputW.length];
    BitSet touched = before.feeds.touched(outage);
    touched.stream()
        .forEach(i -> {
          ownW[i] = own(instance(i));
          inputW[i] = 0;
        });
    touched.stream().forEach(i -> input(i, open));
    touched.stream().forEach(i -> facility[i] = isFacility(i, open));
  }

  /** The same with what has failed, of loads of a sound model. */
  Loads under(Outage outage) {
    if (outage.model() == model) {
      return this;
    }
    boolean packagesWhole =
        outage.links().stream().noneMatch(l -> model.links().get(l).fabric() == Fabric.MEMORY);
    return packagesWhole ? new Loads(this, outage) : new Loads(outage.model(), endsUnder(outage));
  }

  private double own(Instance i) {
    boolean counts =
        !i.failed()
            && !onChip.get(i.index())
            && i.part().kind() != PartKind.CDU
            && i.part().kind() != PartKind.PUMP
            && i.part().kind() != PartKind.AIR_HANDLER;
    return counts ? drawnW(i) : 0;
  }

  /** Fans of servers are counted with what they cool, by their speed. */
  private static double drawnW(Instance i) {
    double watts = i.values().get(Property.POWER_W, 0);
    return i.part().kind() == PartKind.FAN
        ? new PumpEfficiency.FanLaws(watts).atSpeedW(i.values().get(Property.PUMP_SPEED, 1))
        : watts;
  }

  private static void addEnds(Link link, int times, Tally ends) {
    if (drawsAtEnds(link)) {
      double each = link.type().values().get(Property.POWER_PER_END_W, 0);
      ends.add(each, 2 * link.live() * times);
    }
  }

  /** Whether the ends of a link take power: live links that carry signals off a package. */
  static boolean drawsAtEnds(Link link) {
    return !link.failed()
        && switch (link.fabric()) {
          case SCALE_UP, SCALE_OUT, HOST, STORAGE, INTER_SITE -> true;
          case MEMORY, POWER, LOOP, HEAT -> false;
        };
  }

  private void mark(int chip, int stack) {
    if (model.instances().get(chip).part().kind() == PartKind.ACCELERATOR
        && model.instances().get(stack).part().kind() == PartKind.HBM_STACK) {
      onChip.set(stack);
    }
  }

  // Input of a part: its own draw and its share of what it feeds, over its efficiency.
  private double input(int i, boolean[] open) {
    if (inputW[i] > 0 || open[i]) {
      return inputW[i];
    }
    open[i] = true;
    double out = ownW[i];
    for (int e = feeds.start(i); e < feeds.start(i + 1); e++) {
      int fed = feeds.fed(e);
      out += fed < 0 ? 0 : input(fed, open) / feeds.sources(fed);
    }
    open[i] = false;
    efficiency[i] = isConverter(i) ? efficiency(instance(i).values(), out, i) : 1;
    inputW[i] = out / efficiency[i];
    return inputW[i];
  }

  /** By the load where the part says how, else the same at every load. */
  private double efficiency(Values v, double outW, int i) {
    double full = v.get(Property.EFFICIENCY, 1);
    double capacityW = v.get(Property.CAPACITY_W, 0);
    load[i] = capacityW > 0 ? outW / capacityW : 0;
    if (capacityW <= 0) {
      return full;
    }
    double half = v.get(Property.EFFICIENCY_AT_50, full);
    double low = v.get(Property.EFFICIENCY_AT_20, half);
    return new EfficiencyCurve(
            List.of(
                new EfficiencyCurve.Point(0.2, low),
                new EfficiencyCurve.Point(0.5, half),
                new EfficiencyCurve.Point(1, full)))
        .at(load[i]);
  }

  /** Whether power shelves hang on a converter: it stands before the racks. */
  private boolean feedsShelf(int i, boolean[] open) {
    if (open[i]) {
      return false;
    }
    open[i] = true;
    boolean found = false;
    for (int e = feeds.start(i); e < feeds.start(i + 1) && !found; e++) {
      int to = feeds.fed(e);
      found =
          to >= 0 && (instance(to).part().kind() == PartKind.POWER_SHELF || feedsShelf(to, open));
    }
    open[i] = false;
    return found;
  }

  private boolean isFacility(int i, boolean[] open) {
    return isConverter(i)
        && instance(i).part().kind() == PartKind.POWER_CONVERTER
        && feedsShelf(i, open);
  }

  /**
   * Whether a converter stands before the racks: a feed, a transformer, an uninterruptible supply.
   */
  boolean isFacility(int i) {
    return facility[i];
  }

  /** Output over capacity of a converter; 0 where it has no capacity. */
  double load(int i) {
    return load[i];
  }

  /** What the converters before the racks lose, W. */
  double electricalW() {
    double sum = 0;
    for (int i = 0; i < ownW.length; i++) {
      sum += facility[i] ? lossW(i) : 0;
    }
    return sum;
  }

  /** What computes: without the losses inside racks and without server fans, W. */
  double computeW() {
    double sum = linkEndsW();
    for (int i = 0; i < ownW.length; i++) {
      sum += isFan(instance(i).part()) ? 0 : ownW[i];
    }
    return sum;
  }

  /**
   * Something that hangs on a feed.
   *
   * @param inputW what it takes in all
   * @param shareW what it takes of this feed
   */
  record Fed(Instance part, double inputW, double shareW) {}

  /** Fans that move no drawn air are parts of enclosures in the catalogue, known by their id. */
  private static boolean isFan(Part part) {
    return part.kind() == PartKind.FAN || part.id().endsWith("fans");
  }

  /** What hangs on a feed, by the name of the part. */
  Map<String, List<Fed>> fedBy(int i) {
    Map<String, List<Fed>> fed = new LinkedHashMap<>();
    for (int e = feeds.start(i); e < feeds.start(i + 1); e++) {
      int to = feeds.fed(e);
      if (to >= 0 && inputW[to] > 0) {
        fed.computeIfAbsent(instance(to).part().name(), _ -> new ArrayList<>())
            .add(new Fed(instance(to), inputW[to], inputW[to] / feeds.sources(to)));
      }
    }
    return fed;
  }

  private boolean isConverter(int i) {
    return converters.get(i);
  }

  private Instance instance(int i) {
    return model.instances().get(i);
  }

  /** What the part itself draws, W. */
  double ownW(int i) {
    return ownW[i];
  }

  /** What the part takes in: its own draw, what it passes on, and its loss, W. */
  double inputW(int i) {
    return inputW[i];
  }

  /** What is lost in a converter or shelf, W. */
  double lossW(int i) {
    return isConverter(i) ? inputW[i] * (1 - efficiency[i]) : 0;
  }

  /** What becomes heat in the part, W. */
  double heatW(int i) {
    return ownW[i] + lossW(i);
  }

  /** Stacks whose power is part of a chip's. */
  boolean isOnChip(int i) {
    return onChip.get(i);
  }

  /** Power of cable and module ends, W. */
  double linkEndsW() {
    return ends.total();
  }

  /** Everything the IT equipment draws: parts, link ends, conversion losses in rack and tray, W. */
  double totalW() {
    double sum = linkEndsW();
    for (int i = 0; i < ownW.length; i++) {
      sum += ownW[i] + (facility[i] ? 0 : lossW(i));
    }
    return sum;
  }

  /** As {@link #totalW} for a range of instances, without link ends. */
  double rangeW(int first, int end) {
    double sum = 0;
    for (int i = first; i < end; i++) {
      sum += ownW[i] + lossW(i);
    }
    return sum;
  }
}
