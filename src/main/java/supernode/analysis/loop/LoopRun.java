package supernode.analysis.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import supernode.analysis.TransientAnswer;
import supernode.catalog.Confidence;
import supernode.catalog.PartKind;
import supernode.catalog.Property;
import supernode.catalog.Sourced;
import supernode.design.Ambient;
import supernode.design.Fabric;
import supernode.solve.Outcome;
import supernode.solve.cooling.LoopSystem;
import supernode.solve.cooling.dynamic.ChipMass;
import supernode.solve.cooling.dynamic.Disturbance;
import supernode.solve.cooling.dynamic.TransientProblem;
import supernode.solve.cooling.dynamic.TransientSolver;
import supernode.solve.cooling.fluid.Coolants;
import supernode.solve.cooling.fluid.Fluid;
import supernode.solve.cooling.heat.AirCoil;
import supernode.solve.cooling.heat.ChipPackage;
import supernode.solve.cooling.heat.Throttle;
import supernode.solve.cooling.hydraulic.HydraulicLink;
import supernode.solve.cooling.hydraulic.LinkLaw;
import supernode.solve.cooling.hydraulic.Pipe;
import supernode.solve.cooling.hydraulic.Series;
import supernode.topology.Instance;
import supernode.topology.SystemModel;

/** A loop of the design over time after an incident. */
public final class LoopRun {
  static final Sourced COAST_S =
      assumed(2, "impellers of small distribution units run down in 0.5 to 3 s");

  private static final double STANDBY_DELAY_S = 2;
  private static final double STANDBY_RAMP_S = 5;
  private static final double START_RAMP_S = 5;

  /** Coolant in a plate with its fittings, m3. */
  static final Sourced PLATE_M3 = assumed(8e-5, "plates of accelerators hold 50 to 100 mL");

  private static final double COUPLING_M3 = 1.5e-5;

  /** Coolant in a distribution unit, as seconds of its rated flow. */
  static final Sourced UNIT_S = assumed(6, "units of 0.1 L for each L/min of rated flow");

  /** Facility water in the exchanger of a unit, as seconds of its rated flow. */
  static final Sourced UNIT_PRIMARY_S =
      assumed(2, "plate exchanger and valve of a unit, without its vessel");

  /** Liquid of an immersion tank by what it can cool, m3/W. */
  static final Sourced BATH_M3_W = assumed(1e-5, "single-phase tanks hold about 10 L for each kW");

  /** What the vessel gives before the pumps stop for want of pressure, m3. Assumption. */
  private static final double VESSEL_M3 = 0.01;

  /** Facility water that warms when its fans stop, as seconds of its flow. Assumption. */
  private static final double FACILITY_S = 60;

  private static final double BATH_C = 40;
  private static final Fluid BATH = Coolants.of("pao4").orElseThrow();

  /** Where a chip gives way that has no public limit. */
  static final Sourced LIMIT_C = assumed(105, "silicon of servers is usually run to 95 to 105 C");

  private final SystemModel model;
  private final LoopProblem loop;
  private final Ambient ambient;

  private LoopRun(SystemModel model, IntToDoubleFunction powerW, Ambient ambient) {
    this.model = model;
    this.ambient = ambient;
    this.loop = new LoopProblem(model, powerW, ambient);
  }

  private static Sourced assumed(double value, String source) {
    return new Sourced(value, Confidence.ASSUMPTION, source, "");
  }

  /**
   * @param powerW what each part draws, by instance
   * @param cancelled asked now and then; when true what is returned is of no interest
   */
  public static Outcome<TransientAnswer> of(
      SystemModel model,
      IntToDoubleFunction powerW,
      Ambient ambient,
      Incident incident,
      double durationS,
      BooleanSupplier cancelled) {
    if (model.links(Fabric.LOOP).isEmpty()) {
      return Outcome.notApplicable("analysis.noLoop");
    }
    LoopRun run = new LoopRun(model, powerW, ambient);
    Optional<Disturbance> disturbance = run.disturbance(incident);
    if (disturbance.isEmpty()) {
      return Outcome.notApplicable("incident.nowhere", incident.text());
    }
    return TransientSolver.solve(run.problem(disturbance.get(), durationS), cancelled)
        .map(s -> new RunAnswer(model, run.loop, s).answer(incident));
  }

  private TransientProblem problem(Disturbance disturbance, double durationS) {
    List<ChipMass> masses = IntStream.range(0, loop.seats().size()).mapToObj(this::massOf).toList();
    List<Throttle> throttles =
        loop.problem().chips().stream()
            .map(c -> Throttle.at(Double.isFinite(c.dieLimitC()) ? c.dieLimitC() : LIMIT_C.value()))
            .toList();
    return new TransientProblem(
        loop.system(), masses, throttles, volumes(), primaryM3(), disturbance, durationS);
  }

  /** A chip with its plate, or its share of the bath it sits in. */
  private ChipMass massOf(int c) {
    ChipPackage chip = loop.problem().chips().get(c);
    ChipMass own = ChipMass.ofPower(chip.dieW() + chip.hbmW());
    Instance tank = loop.seats().get(c).plate();
    if (tank.part().kind() == PartKind.HEAT_SINK) {
      return own.underSink();
    }
    if (tank.part().kind() != PartKind.IMMERSION_TANK) {
      return own;
    }
    double allW = 0;
    for (int o = 0; o < loop.seats().size(); o++) {
      ChipPackage other = loop.problem().chips().get(o);
      boolean same = loop.seats().get(o).plate().index() == tank.index();
      allW += same ? other.dieW() + other.hbmW() : 0;
    }
    double share = allW > 0 ? (chip.dieW() + chip.hbmW()) / allW : 0;
    return own.inBath(share * bathJK(tank));
  }

  private static double bathJK(Instance tank) {
    Fluid liquid =
        tank.values()
            .find(Property.COOLANT)
            .flatMap(v -> Property.COOLANT.choice(v.value()))
            .flatMap(Coolants::of)
            .orElse(BATH);
    double m3 = BATH_M3_W.value() * tank.values().get(Property.CAPACITY_W, 0);
    return m3 * liquid.density(BATH_C) * liquid.heatCapacity(BATH_C);
  }

  /** Facility water in each unit; a drawn cooler has none. */
  private double[] primaryM3() {
    double[] m3 = new double[loop.problem().cdus().size()];
    for (int u = 0; u < loop.units().size(); u++) {
      m3[u] = UNIT_PRIMARY_S.value() * loop.problem().cdus().get(u).primaryLimitM3S();
    }
    return m3;
  }

  private double[] volumes() {
    List<HydraulicLink> links = loop.problem().network().links();
    double[] m3 = links.stream().mapToDouble(l -> pipesM3(l.law())).toArray();
    loop.map()
        .partLinks()
        .forEach((instance, link) -> {
          Instance i = model.instances().get(instance);
          m3[link] += partM3(i);
        });
    loop.map()
        .exchangerLinks()
        .forEach((instance, link) ->
            m3[link] +=
                UNIT_S.value()
                    * model.instances().get(instance).values().get(Property.RATED_FLOW, 0));
    double[] primary = primaryM3();
    for (LoopSystem.Coupling c : loop.system().couplings()) {
      m3[c.primaryLink()] += primary[c.cdu()];
    }
    return m3;
  }

  private static double partM3(Instance i) {
    return switch (i.part().kind()) {
      case COLD_PLATE -> PLATE_M3.value();
      case QUICK_DISCONNECT, VALVE, FILTER -> COUPLING_M3;
      default -> 0;
    };
  }

  private static double pipesM3(LinkLaw law) {
    return switch (law) {
      case Pipe p -> p.areaM2() * p.lengthM();
      case Series(List<LinkLaw> all) -> all.stream().mapToDouble(LoopRun::pipesM3).sum();
      default -> 0;
    };
  }

  /** What the incident means to the loop; empty where its place is no part of it. */
  private Optional<Disturbance> disturbance(Incident incident) {
    return switch (incident) {
      case Incident.PumpTrip(String place, boolean standby) -> {
        List<Integer> links =
            at(place, loop.pumps()).mapToObj(p -> loop.problem().pumps().get(p).link()).toList();
        yield links.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new Disturbance.PumpTrip(
                    links,
                    COAST_S.value(),
                    standby
                        ? Optional.of(new Disturbance.Standby(STANDBY_DELAY_S, STANDBY_RAMP_S))
                        : Optional.empty()));
      }
      case Incident.FacilityLoss(String place) -> {
        List<Integer> units = at(place, loop.units()).boxed().toList();
        yield units.isEmpty() ? Optional.empty() : Optional.of(new Disturbance.PrimaryLoss(units));
      }
      case Incident.FacilityStep(double riseK) ->
          loop.units().isEmpty()
              ? Optional.empty()
              : Optional.of(new Disturbance.FacilityStep(riseK));
      case Incident.Blocked(String place) ->
          link(place).map(k -> new Disturbance.Blockage(k, Double.POSITIVE_INFINITY));
      case Incident.HalfMated(String place) ->
          link(place).map(k -> new Disturbance.Blockage(k, Incident.HALF_MATED));
      case Incident.Leak(String place) ->
          node(place)
              .map(n -> new Disturbance.Leak(n, Incident.HOLE_M2, VESSEL_M3, COAST_S.value()));
      case Incident.WrongFluid(String fluid) -> Coolants.of(fluid).map(Disturbance.WrongFluid::new);
      case Incident.ColdStart(double fromC) ->
          Optional.of(new Disturbance.ColdStart(fromC, START_RAMP_S));
      case Incident.FanLoss(String place) -> fanLoss(place);
    };
  }

  private Optional<Disturbance> fanLoss(String place) {
    List<Integer> drawn =
        at(place, loop.plants())
            .filter(p -> Plant.isSink(loop.instance(loop.plants().get(p))))
            .mapToObj(p -> loop.units().size() + p)
            .toList();
    if (!drawn.isEmpty()) {
      return Optional.of(new Disturbance.DraughtLoss(drawn, AirCoil.FREE_CONVECTION));
    }
    return loop.units().isEmpty() || !place.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Disturbance.FanLoss(AirCoil.FREE_CONVECTION, ambient.airC(), facilityJK()));
  }

  private double facilityJK() {
    double c = ambient.facilityWaterC();
    double flowM3S = loop.problem().cdus().stream().mapToDouble(cdu -> cdu.primaryLimitM3S()).sum();
    return FACILITY_S * flowM3S * Fluid.WATER.density(c) * Fluid.WATER.heatCapacity(c);
  }

  /** Positions in a list of instances of those at a place. */
  private IntStream at(String place, List<Integer> instances) {
    return IntStream.range(0, instances.size())
        .filter(
            k -> place.isEmpty() || model.instances().get(instances.get(k)).name().equals(place));
  }

  private Optional<Integer> link(String place) {
    PartLinks parts = loop.map().partLinks();
    return model.find(place).map(Instance::index).filter(parts::has).map(parts::of);
  }

  private Optional<Integer> node(String place) {
    Optional<Integer> own = link(place).map(k -> loop.problem().network().links().get(k).from());
    return own.or(() -> manifold(place));
  }

  /** The far end of a manifold. */
  private Optional<Integer> manifold(String place) {
    List<Integer> found = new ArrayList<>();
    List<HydraulicLink> links = loop.problem().network().links();
    boolean is = model.find(place).filter(i -> i.part().kind() == PartKind.MANIFOLD).isPresent();
    for (HydraulicLink l : links) {
      if (is && l.label().equals(place)) {
        found.add(l.to());
      }
    }
    return found.stream().reduce((_, last) -> last);
  }
}
