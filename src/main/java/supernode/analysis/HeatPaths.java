package supernode.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import supernode.catalog.PartKind;
import supernode.catalog.Property;
import supernode.design.Fabric;
import supernode.solve.Outcome;
import supernode.solve.cooling.fluid.Fluid;
import supernode.topology.Instance;
import supernode.topology.Link;
import supernode.topology.SystemModel;

/**
 * Where the heat of a design goes, from the parts that give it off to the outside; what comes to
 * each place leaves it again.
 *
 * @param sources what gives heat off, largest first
 * @param pumpsW work of the pumps, which the coolant takes up
 * @param liquidW carried by coolant to the exchangers: all to liquid and the pumps' work
 * @param unitsW of the liquid's heat, what passes through distribution units; the rest goes
 *     straight to what rejects it
 * @param roomW of the liquid's heat, what units give to the air of the room
 * @param facilityPumpsW electrical power of the pumps of facility loops, which warms their water
 * @param handledW of the air's heat, what air handlers take to the facility's water
 * @param handlersW work of their fans, which the air takes up
 * @param airDrawn whether a way of the air is drawn
 * @param inTanks whether baths take the heat, not plates
 * @param rejectionW electrical power of what rejects the heat outside, which goes there too
 * @param airW to the room's air
 */
public record HeatPaths(
    List<Source> sources,
    double pumpsW,
    double liquidW,
    double rejectionW,
    double airW,
    double unitsW,
    double roomW,
    double facilityPumpsW,
    double handledW,
    double handlersW,
    boolean airDrawn,
    boolean inTanks) {
  private static final double DUST = 1e-9;

  /** Losses on the way and rounding make this share of a stream. */
  private static final double ROUND = 0.01;

  public HeatPaths {
    sources = List.copyOf(sources);
  }

  /** A kind of part, by the key of its name. */
  public record Source(String key, double liquidW, double airW) {}

  /** The paths of a solved design; not applicable without a loop. */
  public static Outcome<HeatPaths> of(Analysis analysis) {
    return analysis
        .cooling()
        .flatMap(c -> analysis.power().flatMap(p -> analysis.model().map(m -> of(m, c, p))));
  }

  private static HeatPaths of(SystemModel model, CoolingAnswer cooling, PowerAnswer power) {
    Map<String, Double> liquid = toLiquid(model, cooling, power);
    double counted = liquid.values().stream().mapToDouble(w -> w).sum();
    double chipsW = value(cooling, "cooling.liquidKW", counted);
    // Parts in a tank, and what leakage adds, are in the loop's own sum alone.
    double factor = counted > chipsW && counted > 0 ? chipsW / counted : 1;
    SequencedMap<String, Double> all = new LinkedHashMap<>(power.byKind());
    all.remove("power.pumps");
    all.remove("power.rejection");
    double hbmW = liquid.getOrDefault(key(PartKind.HBM_STACK), 0.0);
    double rest = Math.max(0, chipsW - counted);
    double airTotalW = 0;
    List<Source> sources = new ArrayList<>();
    for (Map.Entry<String, Double> e : all.entrySet()) {
      double wet = factor * liquid.getOrDefault(e.getKey(), 0.0);
      // The power of a package on its data sheet includes its stacks.
      double own =
          e.getValue() - (e.getKey().equals(key(PartKind.ACCELERATOR)) ? factor * hbmW : 0);
      double dry = Math.max(0, own - wet);
      double also = Math.min(rest, dry);
      rest -= also;
      // What is left of a difference of sums is no heat.
      double left = dry - also > DUST * e.getValue() ? dry - also : 0;
      sources.add(new Source(e.getKey(), wet + also, left));
      airTotalW += left;
    }
    if (hbmW > 0 && !all.containsKey(key(PartKind.HBM_STACK))) {
      sources.add(new Source(key(PartKind.HBM_STACK), factor * hbmW, 0));
    }
    sources.removeIf(s -> s.liquidW() + s.airW() <= 0);
    sources.sort(
        java.util.Comparator.comparingDouble((Source s) -> s.liquidW() + s.airW()).reversed());
    double toLiquid = sources.stream().mapToDouble(Source::liquidW).sum();
    // The loops' own sum has the work of all pumps; those of the facility warm its water.
    double facilityW = cooling.detail().plant().facilityPumpW();
    double handledW = handledW(model, cooling);
    double pumps = Math.max(0, cooling.liquidW() - handledW - toLiquid - facilityW);
    double handlersW = Math.max(0, handledW - airTotalW);
    return new HeatPaths(
        sources,
        pumps,
        toLiquid + pumps,
        cooling.rejectionW(),
        airTotalW + handlersW,
        through(toLiquid + pumps, unitsW(model, cooling)),
        Math.min(toLiquid + pumps, roomW(model, cooling)),
        facilityW,
        handledW,
        handlersW,
        cooling.detail().loops().stream().anyMatch(l -> l.coolant().equals(Fluid.AIR.id())),
        inTanks(model));
  }

  /** Through drawn distribution units, not what cools their water. */
  private static double unitsW(SystemModel model, CoolingAnswer cooling) {
    return cooling.detail().units().stream()
        .filter(u -> model.find(u.place()).filter(HeatPaths::distributes).isPresent())
        .mapToDouble(u -> Math.max(0, u.dutyW()))
        .sum();
  }

  private static boolean distributes(Instance i) {
    return i.part().kind() == PartKind.CDU;
  }

  /** All of it where next to nothing goes another way. */
  private static double through(double liquidW, double unitsW) {
    return unitsW > liquidW * (1 - ROUND) ? liquidW : unitsW > liquidW * ROUND ? unitsW : 0;
  }

  /** What units without a facility side give to the room. */
  private static double roomW(SystemModel model, CoolingAnswer cooling) {
    return cooling.detail().units().stream()
        .filter(u -> model.find(u.place()).filter(HeatPaths::airCooled).isPresent())
        .mapToDouble(u -> Math.max(0, u.dutyW()))
        .sum();
  }

  /** What air handlers give to the facility. */
  private static double handledW(SystemModel model, CoolingAnswer cooling) {
    return cooling.detail().units().stream()
        .filter(u -> model.find(u.place()).filter(HeatPaths::handlesAir).isPresent())
        .mapToDouble(u -> Math.max(0, u.dutyW()))
        .sum();
  }

  private static boolean handlesAir(Instance i) {
    return i.part().kind() == PartKind.AIR_HANDLER;
  }

  private static boolean airCooled(Instance i) {
    return distributes(i)
        && i.part().ports().stream().noneMatch(p -> p.name().startsWith("facility"));
  }

  /** Whether baths take the heat, and no plates do. */
  private static boolean inTanks(SystemModel model) {
    boolean tanks = false;
    for (Instance i : model.instances()) {
      if (i.part().kind() == PartKind.COLD_PLATE) {
        return false;
      }
      tanks |= i.part().kind() == PartKind.IMMERSION_TANK;
    }
    return tanks;
  }

  /** Heat into plates by kind: of chips that are cooled, and of their stacks. */
  private static Map<String, Double> toLiquid(
      SystemModel model, CoolingAnswer cooling, PowerAnswer power) {
    Map<Integer, Double> stacks = stacks(model);
    Set<Integer> inAir = onFins(model);
    Map<String, Double> sums = new LinkedHashMap<>();
    for (CoolingAnswer.Chip c : cooling.chips()) {
      Instance chip = model.find(c.place()).orElse(null);
      if (chip == null) {
        continue;
      }
      double ownW = power.powers().get().byPlace().getOrDefault(c.place(), 0.0);
      double share = inAir.contains(chip.index()) ? 0 : chip.values().get(Property.LIQUID_SHARE, 1);
      double hbmW = Math.min(ownW, stacks.getOrDefault(chip.index(), 0.0));
      sums.merge(key(chip.part().kind()), share * (ownW - hbmW), Double::sum);
      if (hbmW > 0) {
        sums.merge(key(PartKind.HBM_STACK), share * hbmW, Double::sum);
      }
    }
    return sums;
  }

  /** Chips under heat sinks. */
  private static Set<Integer> onFins(SystemModel model) {
    Set<Integer> chips = new HashSet<>();
    for (Link l : model.links()) {
      if (l.fabric() == Fabric.HEAT) {
        boolean a = model.instances().get(l.a()).part().kind() == PartKind.HEAT_SINK;
        boolean b = model.instances().get(l.b()).part().kind() == PartKind.HEAT_SINK;
        if (a || b) {
          chips.add(a ? l.b() : l.a());
        }
      }
    }
    return chips;
  }

  private static Map<Integer, Double> stacks(SystemModel model) {
    Map<Integer, Double> sums = new LinkedHashMap<>();
    for (Link l : model.links()) {
      if (l.fabric() == Fabric.MEMORY && !l.failed()) {
        stack(model, l.a(), l.b(), sums);
        stack(model, l.b(), l.a(), sums);
      }
    }
    return sums;
  }

  private static void stack(SystemModel model, int chip, int memory, Map<Integer, Double> sums) {
    Instance i = model.instances().get(memory);
    if (i.part().kind() == PartKind.HBM_STACK) {
      sums.merge(chip, i.values().get(Property.POWER_W, 0), Double::sum);
    }
  }

  private static double value(CoolingAnswer cooling, String id, double otherwise) {
    return cooling.results().stream()
        .filter(r -> r.id().equals(id))
        .mapToDouble(r -> r.quantity().value())
        .findFirst()
        .orElse(otherwise);
  }

  private static String key(PartKind kind) {
    return "kind." + kind.key();
  }
}
