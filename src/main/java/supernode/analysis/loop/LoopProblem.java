package supernode.analysis.loop;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import supernode.analysis.CoolingAnswer;
import supernode.analysis.Severity;
import supernode.catalog.PartKind;
import supernode.catalog.Property;
import supernode.catalog.Values;
import supernode.design.Ambient;
import supernode.design.Fabric;
import supernode.quantity.Text;
import supernode.solve.cooling.CoolingProblem;
import supernode.solve.cooling.HeatInput;
import supernode.solve.cooling.LoopSystem;
import supernode.solve.cooling.fluid.Fluid;
import supernode.solve.cooling.heat.Cdu;
import supernode.solve.cooling.heat.ChipPackage;
import supernode.solve.cooling.heat.ChipStack;
import supernode.solve.cooling.heat.Exchanger;
import supernode.solve.cooling.heat.Leakage;
import supernode.solve.cooling.heat.LiquidExchanger;
import supernode.solve.cooling.heat.PlateResistance;
import supernode.solve.cooling.heat.ThermalContact;
import supernode.solve.cooling.power.PumpDrive;
import supernode.solve.cooling.power.PumpEfficiency;
import supernode.topology.Group;
import supernode.topology.Instance;
import supernode.topology.Link;
import supernode.topology.SystemModel;

/** The cooling problem of a model: the loop, the chips on its plates, its units and pumps. */
final class LoopProblem {
  private final SystemModel model;
  private final IntToDoubleFunction powerW;
  private final Ambient ambient;
  private final LoopMap map;
  private final Map<Integer, List<Instance>> stacks = new HashMap<>();
  private final IdentityHashMap<Values, PlateResistance> resistances = new IdentityHashMap<>();
  private ChipStack lastLayers = ChipStack.ofDie(0);
  private final List<Seat> seats = new ArrayList<>();
  private final List<Integer> units = new ArrayList<>();
  private final List<Integer> pumps = new ArrayList<>();
  private final List<Integer> plants = new ArrayList<>();
  private final List<CoolingAnswer.Note> notes = new ArrayList<>();
  private final Coolant coolant;
  private final Baths baths;
  private final CoolingProblem problem;
  private final List<LoopSystem.Coupling> couplings;
  private final LoopSystem system;

  /** A chip on a plate, by instance; its place in the list is that of the problem's chip. */
  record Seat(Instance chip, Instance plate, Link joint, double dieW, double hbmW) {}

  LoopProblem(SystemModel model, IntToDoubleFunction powerW, Ambient ambient) {
    this.model = model;
    this.powerW = powerW;
    this.ambient = ambient;
    this.map = new LoopMap(model);
    this.coolant = new Coolant(model, map, notes);
    CoolingProblem.Builder builder = CoolingProblem.of(coolant.ofChips());
    builder.add(map.nodes(), map.links());
    memories();
    List<Link> joints = model.links(Fabric.HEAT);
    this.baths = new Baths(model, joints, powerW);
    for (Link joint : joints) {
      seat(joint, builder);
    }
    new AirHeat(model, map, seats, powerW).inputs().forEach(builder::add);
    map.partLinks().forEach((instance, link) -> unit(instance, link, builder));
    map.partLinks().forEach((instance, link) -> plant(instance, link, builder));
    this.problem = builder.inflowC(ambient.facilityWaterC()).build();
    this.couplings = new ArrayList<>();
    for (int u = 0; u < units.size(); u++) {
      Integer primary = map.primaryLinks().get(units.get(u));
      if (primary != null) {
        couplings.add(new LoopSystem.Coupling(u, primary));
      }
    }
    this.system = systemOf(problem);
    new LoopChecks(model, map, coolant.parts(), units, notes).run();
  }

  /** The loops of a variant of this problem. */
  LoopSystem systemOf(CoolingProblem variant) {
    return new LoopSystem(variant, coolant.parts(), coolant.fluids(), couplings, ambient.airC());
  }

  /** The loops, each with its coolant. */
  LoopSystem system() {
    return system;
  }

  /** Instances of dry coolers, towers, chillers and doors; they follow the units in the problem. */
  List<Integer> plants() {
    return plants;
  }

  /** What the drawing of the loops has to say before it is solved. */
  List<CoolingAnswer.Note> notes() {
    return notes;
  }

  Ambient ambient() {
    return ambient;
  }

  /** All loops as one problem, with the coolant of the plates in each. */
  CoolingProblem problem() {
    return problem;
  }

  LoopMap map() {
    return map;
  }

  List<Seat> seats() {
    return seats;
  }

  /** Instances of the problem's CDUs, in its order. */
  List<Integer> units() {
    return units;
  }

  /** Instances of the problem's pumps, in its order. */
  List<Integer> pumps() {
    return pumps;
  }

  /** Whether one of the pumps is the fan of a server, whose power is that of its server. */
  boolean isServerFan(int pump) {
    return instance(pumps.get(pump)).part().kind() == PartKind.FAN;
  }

  /** Whether what flows in a link is air. */
  boolean inAir(int link) {
    return coolant.of(link).gas();
  }

  /** Memory stacks drawn at a chip. */
  List<Instance> stacks(Instance chip) {
    return stacks.isEmpty() ? List.of() : stacks.getOrDefault(chip.index(), List.of());
  }

  List<Instance> instances() {
    return model.instances();
  }

  Instance instance(int index) {
    return model.instances().get(index);
  }

  private void memories() {
    for (Link l : model.links(Fabric.MEMORY)) {
      if (!l.failed()) {
        memory(l.a(), l.b());
        memory(l.b(), l.a());
      }
    }
  }

  private void memory(int chip, int stack) {
    Instance memory = model.instances().get(stack);
    if (memory.part().kind() == PartKind.HBM_STACK) {
      stacks.computeIfAbsent(chip, _ -> new ArrayList<>()).add(memory);
    }
  }

  private void seat(Link joint, CoolingProblem.Builder builder) {
    Instance a = model.instances().get(joint.a());
    Instance b = model.instances().get(joint.b());
    boolean plateFirst = Baths.takesHeat(a);
    Instance plate = plateFirst ? a : b;
    Instance chip = plateFirst ? b : a;
    // A chip goes on giving heat when its plate has failed, and starves.
    if (!map.partLinks().has(plate.index()) || !Baths.takesHeat(plate) || chip.failed()) {
      return;
    }
    int link = map.partLinks().of(plate.index());
    Values v = chip.values();
    List<Instance> own = stacks(chip);
    double allW = powerW.applyAsDouble(chip.index());
    double hbmW = Math.min(ratedW(own), allW);
    double outer = joint.type().values().get(Property.THICKNESS_RESISTANCE, 0);
    // Outer interface: all heat passes it, so each chip's power warms the other through it.
    double stackKW = v.get(Property.MEMORY_TO_CASE, 0) / Math.max(1, own.size());
    ChipStack layers = layers(outer + v.get(Property.JUNCTION_TO_CASE, 0), outer, outer + stackKW);
    boolean memoryKnown = hbmW > 0 && v.find(Property.MEMORY_TO_CASE).isPresent();
    OptionalDouble memoryLimit =
        memoryKnown
            ? OptionalDouble.of(v.get(Property.MEMORY_LIMIT_C, Double.POSITIVE_INFINITY))
            : OptionalDouble.empty();
    Optional<ThermalContact> contact = contact(plate, allW);
    if (contact.isEmpty()) {
      notes.add(
          new CoolingAnswer.Note(
              "tank-unrated",
              Severity.ERROR,
              Text.of("finding.tankUnrated", plate.name()),
              plate.name()));
      return;
    }
    double limitC = v.get(Property.JUNCTION_LIMIT_C, Double.POSITIVE_INFINITY);
    Leakage leakage = Leakage.ofShare(v.get(Property.LEAKAGE_SHARE, 0));
    // What is rated is drawn at the limit; the law counts from its own reference.
    double dieW = (allW - hbmW) / (Double.isFinite(limitC) ? leakage.factor(limitC) : 1);
    double airShare = 1 - takenShare(chip, plate);
    builder.add(
        new ChipPackage(
            chip.name(),
            link,
            dieW,
            hbmW,
            airShare,
            contact.get(),
            layers,
            limitC,
            memoryLimit,
            leakage));
    seats.add(new Seat(chip, plate, joint, allW - hbmW, hbmW));
  }

  /** Most chips have the layers of the one before. */
  private ChipStack layers(double dieKW, double outerKW, double hbmKW) {
    ChipStack next = new ChipStack(dieKW, outerKW, outerKW, hbmKW);
    lastLayers = next.equals(lastLayers) ? lastLayers : next;
    return lastLayers;
  }

  private static double ratedW(List<Instance> stacks) {
    return stacks.isEmpty()
        ? 0
        : stacks.stream().mapToDouble(s -> s.values().get(Property.POWER_W, 0)).sum();
  }

  /** Share of a chip's heat that what it sits on takes; a bath and the air take all. */
  static double takenShare(Instance chip, Instance plate) {
    return plate.part().kind() == PartKind.COLD_PLATE
        ? chip.values().get(Property.LIQUID_SHARE, 1)
        : 1;
  }

  private Optional<ThermalContact> contact(Instance plate, double heatW) {
    return plate.part().kind() == PartKind.IMMERSION_TANK
        ? baths.share(plate, heatW).map(ThermalContact.class::cast)
        : Optional.of(resistance(plate));
  }

  /** One for all plates of the same values. */
  private PlateResistance resistance(Instance plate) {
    PlateResistance known = resistances.get(plate.values());
    if (known == null) {
      known = resistance(plate.part().kind(), plate.values());
      resistances.put(plate.values(), known);
    }
    return known;
  }

  private static PlateResistance resistance(PartKind kind, Values plate) {
    double kW = plate.get(Property.PLATE_RESISTANCE, 0);
    double flowM3S = plate.get(Property.RATED_FLOW, 0);
    return kind == PartKind.HEAT_SINK
        ? PlateResistance.ofFins(kW, flowM3S)
        : PlateResistance.ofPoint(kW, flowM3S);
  }

  /** Whether a part moves what is in its loop. */
  static boolean drives(PartKind kind) {
    return switch (kind) {
      case CDU, PUMP, FAN, AIR_HANDLER -> true;
      default -> false;
    };
  }

  private void unit(int instance, int link, CoolingProblem.Builder builder) {
    Instance i = model.instances().get(instance);
    PartKind kind = i.part().kind();
    if (i.failed() || !drives(kind)) {
      return;
    }
    builder.add(new PumpDrive(i.name(), link, efficiency(i), 1));
    pumps.add(instance);
    if (kind == PartKind.AIR_HANDLER) {
      double waterM3S = primaryM3S(i.values());
      Plant.waterCoil(i, ambient.facilityWaterC(), waterM3S)
          .ifPresentOrElse(
              x -> {
                builder.add(cdu(i, x, map.exchangerLinks().get(instance)));
                units.add(instance);
              },
              () -> unrated(i));
    } else if (kind == PartKind.CDU && !Plant.isAirCooled(i)) {
      exchanger(i, coolant.of(link))
          .ifPresent(x -> {
            builder.add(cdu(i, x, map.exchangerLinks().get(instance)));
            units.add(instance);
          });
    }
  }

  /** The catalogue's efficiency is wire to water; what is lost warms what flows. */
  private static PumpEfficiency efficiency(Instance i) {
    return i.part().kind().passesAir()
        ? new PumpEfficiency.FanLaws(i.values().get(Property.POWER_W, 0))
        : new PumpEfficiency.Constant(i.values().get(Property.EFFICIENCY, 0.5));
  }

  private void unrated(Instance i) {
    notes.add(
        new CoolingAnswer.Note(
            "plant-unrated",
            Severity.WARNING,
            Text.of("finding.plantUnrated", i.name()),
            i.name()));
  }

  private void plant(int instance, int link, CoolingProblem.Builder builder) {
    Instance i = model.instances().get(instance);
    PartKind kind = i.part().kind();
    if (i.failed()) {
      return;
    }
    if (kind == PartKind.IMMERSION_TANK) {
      double rest = baths.restW(i);
      if (rest > 0) {
        builder.add(new HeatInput(i.name(), link, rest));
      }
    } else if (Plant.isSink(i) || kind == PartKind.HEAT_EXCHANGER) {
      int at = map.exchangerLinks().getOrDefault(instance, link);
      double airW = kind == PartKind.HEAT_EXCHANGER ? airW(i) : 0;
      Optional<Cdu> plant = new Plant(ambient).of(i, at, airW);
      if (plant.isEmpty()) {
        unrated(i);
        return;
      }
      builder.add(plant.get());
      plants.add(instance);
    }
  }

  /** Heat that the neighbours of a part leave to the air. */
  private double airW(Instance door) {
    Group g = model.groupOf(door.index());
    double sum = 0;
    for (int i = g.first(); i < g.end(); i++) {
      sum += powerW.applyAsDouble(i);
    }
    for (Seat s : seats) {
      if (s.chip().index() >= g.first() && s.chip().index() < g.end()) {
        sum -= s.chip().values().get(Property.LIQUID_SHARE, 1) * (s.dieW() + s.hbmW());
      }
    }
    return Math.max(0, sum);
  }

  private Cdu cdu(Instance i, Exchanger exchanger, int link) {
    double approachK = i.values().get(Property.APPROACH_K, 4);
    return new Cdu(
        i.name(),
        link,
        exchanger,
        Fluid.WATER,
        ambient.facilityWaterC(),
        primaryM3S(i.values()),
        i.values().get(Property.SUPPLY_SET_C, ambient.facilityWaterC() + approachK),
        ambient.dewPointC(),
        0);
  }

  private static double primaryM3S(Values cdu) {
    return cdu.get(Property.PRIMARY_FLOW, cdu.get(Property.RATED_FLOW, 0));
  }

  private Optional<LiquidExchanger> exchanger(Instance cdu, Fluid secondary) {
    Values v = cdu.values();
    double c = ambient.facilityWaterC();
    return LiquidExchanger.rated(
        v.get(Property.CAPACITY_W, 0),
        v.get(Property.APPROACH_K, 4),
        // What the facility gives may be less than what the unit was rated with.
        primaryM3S(cdu.part().values()) * Fluid.WATER.density(c),
        Fluid.WATER.heatCapacity(c),
        v.get(Property.RATED_FLOW, 0) * secondary.density(c),
        secondary.heatCapacity(c));
  }
}
