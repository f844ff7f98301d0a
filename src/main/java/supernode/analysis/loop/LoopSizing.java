package supernode.analysis.loop;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import supernode.analysis.Proposal;
import supernode.catalog.Catalog;
import supernode.catalog.Part;
import supernode.catalog.PartKind;
import supernode.catalog.Property;
import supernode.catalog.Values;
import supernode.design.Ambient;
import supernode.design.edit.Edit;
import supernode.quantity.Dimension;
import supernode.quantity.Quantity;
import supernode.quantity.Text;
import supernode.solve.cooling.CoolingProblem;
import supernode.solve.cooling.LoopSolver;
import supernode.solve.cooling.LoopsSolution;
import supernode.solve.cooling.heat.Cdu;
import supernode.solve.cooling.heat.CduState;
import supernode.solve.cooling.heat.ChipState;
import supernode.solve.cooling.hydraulic.Pump;
import supernode.solve.cooling.hydraulic.PumpCurve;
import supernode.solve.cooling.power.PumpDuty;
import supernode.topology.Instance;
import supernode.topology.SystemModel;

/** Sizes of pumps, units and valves, and limits, found by solving the loops again. */
public final class LoopSizing {
  private static final int HALVINGS = 14;
  private static final double SLOWEST = 0.05;
  private static final double FASTEST = 1.5;
  private static final double HOTTEST_WATER_C = 70;
  private static final int BALANCING_ROUNDS = 6;

  /** No coupling is throttled to less than this share of what it passes open. */
  private static final double LEAST_KV_SHARE = 0.02;

  private final SystemModel model;
  private final IntToDoubleFunction powerW;
  private final Ambient ambient;
  private final LoopProblem problem;

  /**
   * @param powerW what each part turns to heat, by instance
   */
  public LoopSizing(SystemModel model, IntToDoubleFunction powerW, Ambient ambient) {
    this.model = model;
    this.powerW = powerW;
    this.ambient = ambient;
    problem = new LoopProblem(model, powerW, ambient);
  }

  private static LoopsSolution solve(LoopProblem problem, CoolingProblem with) {
    return LoopSolver.solve(problem.systemOf(with), Optional.empty());
  }

  /** Smallest margin of any chip to its limits; minus infinity where one has no coolant. */
  private static double marginK(LoopsSolution solution) {
    double least = Double.POSITIVE_INFINITY;
    for (int c = 0; c < solution.system().whole().chips().size(); c++) {
      double margin =
          solution.chip(c).orElse(null) instanceof ChipState.Cooled s
              ? s.marginK()
              : Double.NEGATIVE_INFINITY;
      least = Math.min(least, margin);
    }
    return least;
  }

  /** All pumps so many times as fast. */
  private CoolingProblem faster(double factor) {
    CoolingProblem next = problem.problem();
    for (int p = 0; p < problem.pumps().size(); p++) {
      int link = next.pumps().get(p).link();
      next = next.withLaw(link, Pump.faster(next.network().links().get(link).law(), factor));
    }
    return next;
  }

  /**
   * The slowest pumps with which every chip keeps its limits, and with them the flow that it takes;
   * empty where no speed does.
   *
   * @param spareK margin to keep
   */
  public Optional<Proposal> pumpSpeed(double spareK) {
    double fastest = 0;
    for (int p : problem.pumps()) {
      fastest = Math.max(fastest, model.instances().get(p).values().get(Property.PUMP_SPEED, 1));
    }
    if (fastest == 0) {
      return Optional.empty();
    }
    OptionalDouble factor =
        least(
            SLOWEST / fastest,
            // Fans are rated at the most that they do.
            (fansAlone() ? 1 : FASTEST) / fastest,
            f -> marginK(solve(problem, faster(f))) >= spareK);
    if (factor.isEmpty()) {
      return Optional.empty();
    }
    double f = factor.getAsDouble();
    LoopsSolution found = solve(problem, faster(f));
    double flow = 0;
    List<Edit> edits = new ArrayList<>();
    for (int p = 0; p < problem.pumps().size(); p++) {
      Instance pump = problem.instance(problem.pumps().get(p));
      flow += found.pump(p).flowM3S();
      double speed = f * pump.values().get(Property.PUMP_SPEED, 1);
      edits.add(
          new Edit.SetInstanceValue(pump.name(), Property.PUMP_SPEED, OptionalDouble.of(speed)));
    }
    Text text =
        Text.of(
            fansAlone() ? "sizing.fanSpeed" : "sizing.speed",
            new Quantity(f * fastest, Dimension.RATIO),
            new Quantity(flow, Dimension.FLOW));
    return Optional.of(
        new Proposal(
            "pump-speed",
            text,
            new Quantity(flow, Dimension.FLOW),
            new Edit.Compound(text, edits)));
  }

  private boolean fansAlone() {
    return IntStream.range(0, problem.pumps().size()).allMatch(problem::isServerFan);
  }

  /** The warmest facility water with which every chip keeps its limits. */
  public Optional<Proposal> facilityWater(String scenario, double spareK) {
    if (!problem.pumps().isEmpty() && fansAlone()) {
      return roomAir(scenario, spareK);
    }
    double coldest = ambient.dewPointC() + Cdu.DEW_POINT_MARGIN_K;
    OptionalDouble below =
        least(
            -HOTTEST_WATER_C,
            -coldest,
            minus -> {
              Ambient warmer = ambient.withFacilityWaterC(-minus);
              LoopProblem p = new LoopProblem(model, powerW, warmer);
              return marginK(solve(p, p.problem())) >= spareK;
            });
    return below.isEmpty() ? Optional.empty() : Optional.of(water(scenario, -below.getAsDouble()));
  }

  /** The warmest air of the room with which every chip keeps its limits. */
  private Optional<Proposal> roomAir(String scenario, double spareK) {
    OptionalDouble below =
        least(
            -HOTTEST_WATER_C,
            -ambient.dewPointC(),
            minus -> {
              LoopProblem p = new LoopProblem(model, powerW, ambient.withAirC(-minus));
              return marginK(solve(p, p.problem())) >= spareK;
            });
    if (below.isEmpty()) {
      return Optional.empty();
    }
    double rounded = Math.floor(-10 * below.getAsDouble()) / 10;
    Quantity value = new Quantity(rounded, Dimension.TEMPERATURE);
    return Optional.of(
        new Proposal(
            "room-air",
            Text.of("sizing.air", value),
            value,
            new Edit.SetAmbient(scenario, ambient.withAirC(rounded))));
  }

  private Proposal water(String scenario, double c) {
    // To whole tenths, on the safe side.
    double rounded = Math.floor(10 * c) / 10;
    Quantity value = new Quantity(rounded, Dimension.TEMPERATURE);
    return new Proposal(
        "facility-water",
        Text.of("sizing.water", value),
        value,
        new Edit.SetAmbient(scenario, ambient.withFacilityWaterC(rounded)));
  }

  /** The unit of least capacity in the catalogue that carries what this one does. */
  public Optional<Proposal> smallestCdu(String place, Catalog catalog) {
    for (int u = 0; u < problem.units().size(); u++) {
      Instance unit = problem.instance(problem.units().get(u));
      if (unit.name().equals(place)) {
        double dutyW = solve(problem, problem.problem()).cdu(u).map(CduState::dutyW).orElse(0.0);
        return smallest(
                catalog,
                PartKind.CDU,
                part ->
                    part.values().get(Property.CAPACITY_W, 0) >= dutyW && carries(part, duty(unit)),
                Property.CAPACITY_W)
            .map(part -> replacement("cdu", unit, part, new Quantity(dutyW, Dimension.POWER)));
      }
    }
    return Optional.empty();
  }

  /** The pump of least rated flow in the catalogue that reaches this one's duty point. */
  public Optional<Proposal> smallestPump(String place, Catalog catalog) {
    for (int p : problem.pumps()) {
      Instance pump = problem.instance(p);
      if (pump.name().equals(place) && pump.part().kind() == PartKind.PUMP) {
        PumpDuty duty = duty(pump);
        return smallest(catalog, PartKind.PUMP, part -> carries(part, duty), Property.RATED_FLOW)
            .map(part ->
                replacement("pump", pump, part, new Quantity(duty.flowM3S(), Dimension.FLOW)));
      }
    }
    return Optional.empty();
  }

  private PumpDuty duty(Instance pump) {
    return solve(problem, problem.problem()).pump(problem.pumps().indexOf(pump.index()));
  }

  /** Whether a pump reaches a duty point at full speed. */
  private static boolean carries(Part part, PumpDuty duty) {
    Values v = part.values();
    if (!(v.get(Property.RATED_FLOW, 0) > 0 && v.get(Property.RATED_PRESSURE, 0) > 0)) {
      return false;
    }
    PumpCurve curve = PartLaw.curve(v);
    return curve.headM(duty.flowM3S()) >= duty.headM();
  }

  private static Optional<Part> smallest(
      Catalog catalog, PartKind kind, java.util.function.Predicate<Part> fits, Property by) {
    return catalog.parts().values().stream()
        .filter(part -> part.kind() == kind && fits.test(part))
        .min(Comparator.comparingDouble(part -> part.values().get(by, 0)));
  }

  private Proposal replacement(String key, Instance old, Part part, Quantity value) {
    return new Proposal(
        key,
        Text.of("sizing." + key, old.name(), part.name(), value),
        value,
        new Edit.Replace(
            model.groupOf(old.index()).assembly(), old.path().last().placement(), part.id()));
  }

  /**
   * Couplings of the outermost branches throttled such that each branch gets the same share of what
   * its plates are rated for; empty where branches have no couplings.
   */
  public Optional<Proposal> balance() {
    List<Branch> branches = branches();
    if (branches.size() < 2) {
      return Optional.empty();
    }
    Map<Integer, Double> kv = new HashMap<>();
    CoolingProblem now = problem.problem();
    for (int round = 0; round < BALANCING_ROUNDS; round++) {
      LoopsSolution s = solve(problem, now);
      double least = Double.POSITIVE_INFINITY;
      for (Branch b : branches) {
        least = Math.min(least, b.share(s));
      }
      for (Branch b : branches) {
        double share = b.share(s);
        double open = kv.getOrDefault(b.coupling(), b.kv());
        double lossPa = Math.abs(s.lossPa(b.coupling()));
        double branchPa = Math.max(lossPa, Math.abs(branchLossPa(s, b)));
        // At the least share the branch loses (least / share)^2 of what it does; the coupling takes
        // what is left over.
        double down = Math.pow(least / share, 2);
        double wantedPa = branchPa - (branchPa - lossPa) * down;
        double next = open * (least / share) * Math.sqrt(lossPa / wantedPa);
        kv.put(b.coupling(), Math.clamp(next, LEAST_KV_SHARE * b.kv(), b.kv()));
      }
      now = throttled(kv);
    }
    List<Edit> edits = new ArrayList<>();
    for (Branch b : branches) {
      double value = kv.get(b.coupling());
      if (value < 0.999 * b.kv()) {
        edits.add(
            new Edit.SetInstanceValue(
                b.place(), Property.FLOW_COEFFICIENT_M3H, OptionalDouble.of(value)));
      }
    }
    if (edits.isEmpty()) {
      return Optional.empty();
    }
    Text text = Text.of("sizing.balance", edits.size());
    return Optional.of(
        new Proposal(
            "balance",
            text,
            new Quantity(edits.size(), Dimension.COUNT),
            new Edit.Compound(text, edits)));
  }

  private record Plate(int link, double ratedM3S) {}

  private record Branch(int coupling, String place, double kv, List<Plate> plates) {
    /** What the worst supplied plate gets of its rated flow. */
    double share(LoopsSolution s) {
      double least = Double.POSITIVE_INFINITY;
      for (Plate p : plates) {
        least = Math.min(least, Math.abs(s.flowM3S(p.link())) / p.ratedM3S());
      }
      return Math.max(1e-6, least);
    }
  }

  /** One coupling for each assembly that holds plates: the first that is drawn. */
  private List<Branch> branches() {
    Map<String, List<Plate>> plates = new HashMap<>();
    problem
        .map()
        .partLinks()
        .forEach((i, link) -> {
          Instance plate = problem.instance(i);
          double rated = plate.values().get(Property.RATED_FLOW, 0);
          if (plate.part().kind() == PartKind.COLD_PLATE && rated > 0 && !plate.failed()) {
            plates
                .computeIfAbsent(model.groupOf(i).name(), _ -> new ArrayList<>())
                .add(new Plate(link, rated));
          }
        });
    Map<String, Branch> first = new HashMap<>();
    problem
        .map()
        .partLinks()
        .forEach((i, link) -> {
          Instance coupling = problem.instance(i);
          String tray = model.groupOf(i).name();
          if (coupling.part().kind() == PartKind.QUICK_DISCONNECT && plates.containsKey(tray)) {
            double open = coupling.values().get(Property.FLOW_COEFFICIENT_M3H, 1);
            Branch here = new Branch(link, coupling.name(), open, plates.get(tray));
            first.merge(tray, here, (a, b) -> a.coupling() < b.coupling() ? a : b);
          }
        });
    return first.values().stream().sorted(Comparator.comparing(Branch::place)).toList();
  }

  /** Between the ends of the pumps: what any branch has to lose. */
  private double branchLossPa(LoopsSolution s, Branch b) {
    double most = 0;
    int loop = problem.system().loopOf(b.coupling());
    for (int p = 0; p < problem.pumps().size(); p++) {
      int link = problem.problem().pumps().get(p).link();
      if (problem.system().loopOf(link) == loop) {
        most = Math.max(most, s.pump(p).risePa());
      }
    }
    return most;
  }

  private CoolingProblem throttled(Map<Integer, Double> kv) {
    CoolingProblem next = problem.problem();
    for (Map.Entry<Integer, Double> e : kv.entrySet()) {
      next =
          next.withLaw(
              e.getKey(), new supernode.solve.cooling.hydraulic.FlowCoefficient(e.getValue()));
    }
    return next;
  }

  /** The least value in a range that holds, where larger ones do; empty where none does. */
  private static OptionalDouble least(double low, double high, DoubleFunction<Boolean> holds) {
    if (!holds.apply(high)) {
      return OptionalDouble.empty();
    }
    if (holds.apply(low)) {
      return OptionalDouble.of(low);
    }
    double out = low;
    double in = high;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (out + in) / 2;
      if (holds.apply(middle)) {
        in = middle;
      } else {
        out = middle;
      }
    }
    return OptionalDouble.of(in);
  }
}
