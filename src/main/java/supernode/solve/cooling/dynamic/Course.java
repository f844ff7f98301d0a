package supernode.solve.cooling.dynamic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import supernode.solve.cooling.CoolingProblem;
import supernode.solve.cooling.hydraulic.CheckValve;
import supernode.solve.cooling.hydraulic.Closed;
import supernode.solve.cooling.hydraulic.FlowCoefficient;
import supernode.solve.cooling.hydraulic.Fouled;
import supernode.solve.cooling.hydraulic.HydraulicLink;
import supernode.solve.cooling.hydraulic.HydraulicNetwork;
import supernode.solve.cooling.hydraulic.HydraulicNode;
import supernode.solve.cooling.hydraulic.LinkLaw;
import supernode.solve.cooling.hydraulic.Pump;

/** The loop as the disturbance leaves it, at each time. */
final class Course {
  /** Below this share of its speed friction stops an impeller. Assumption. */
  private static final double STANDING = 0.05;

  /** Discharge coefficient of a sharp hole (standard texts). */
  private static final double DISCHARGE = 0.61;

  /** Kv in m3/h of a hole of 1 m2 without contraction: velocity at 1 bar of water, an hour long. */
  private static final double KV_PER_M2 = Math.sqrt(2e5 / 1000) * 3600;

  private final Disturbance disturbance;
  private final CoolingProblem problem;
  private final List<Integer> pumps = new ArrayList<>();
  private final int leakLink;
  private OptionalDouble dryS = OptionalDouble.empty();

  Course(TransientProblem p) {
    disturbance = p.disturbance();
    CoolingProblem steady = p.steady();
    HydraulicNetwork network = steady.network();
    leakLink = disturbance instanceof Disturbance.Leak ? network.links().size() : -1;
    problem =
        switch (disturbance) {
          case Disturbance.Blockage(int link, double factor) ->
              steady.withLaw(link, blocked(network.links().get(link).law(), factor));
          case Disturbance.Leak leak -> with(steady, leaking(network, leak));
          case Disturbance.WrongFluid(var fluid) ->
              new CoolingProblem(
                  fluid,
                  network,
                  steady.chips(),
                  steady.heats(),
                  steady.losses(),
                  steady.cdus(),
                  steady.pumps(),
                  steady.inflowC());
          default -> steady;
        };
    for (int k = 0; k < network.links().size(); k++) {
      LinkLaw law = network.links().get(k).law();
      if (law.pump().isPresent() && !law.closed()) {
        pumps.add(k);
      }
    }
  }

  private static LinkLaw blocked(LinkLaw law, double factor) {
    return Double.isInfinite(factor) ? new Closed() : new Fouled(law, factor);
  }

  private static CoolingProblem with(CoolingProblem p, HydraulicNetwork network) {
    return new CoolingProblem(
        p.fluid(), network, p.chips(), p.heats(), p.losses(), p.cdus(), p.pumps(), p.inflowC());
  }

  private static HydraulicNetwork leaking(HydraulicNetwork network, Disturbance.Leak leak) {
    List<HydraulicNode> nodes = new ArrayList<>(network.nodes());
    List<HydraulicLink> links = new ArrayList<>(network.links());
    HydraulicNode at = nodes.get(leak.node());
    nodes.add(HydraulicNode.vessel(at.label(), at.elevationM(), 0));
    LinkLaw hole = new CheckValve(new FlowCoefficient(DISCHARGE * leak.areaM2() * KV_PER_M2));
    links.add(HydraulicLink.of(at.label(), leak.node(), nodes.size() - 1, hole));
    return new HydraulicNetwork(nodes, links);
  }

  /** The loop right after time 0, with the pumps still at speed. */
  CoolingProblem problem() {
    return problem;
  }

  /** Link of the hole; -1 without. */
  int leakLink() {
    return leakLink;
  }

  /** The vessel is empty: the pumps stop. */
  void runsDry(double timeS) {
    dryS = OptionalDouble.of(timeS);
  }

  boolean dry() {
    return dryS.isPresent();
  }

  /** Speed of a pump as share of that before. */
  double speed(int link, double t) {
    return switch (disturbance) {
      case Disturbance.PumpTrip trip when trip.links().contains(link) -> {
        double coast = coasting(t, trip.coastS());
        double next = trip.standby().map(s -> ramp(t - s.delayS(), s.rampS())).orElse(0.0);
        yield Math.max(coast, next);
      }
      case Disturbance.ColdStart start -> ramp(t, start.rampS());
      case Disturbance.Leak leak when dry() -> coasting(t - dryS.getAsDouble(), leak.coastS());
      default -> 1;
    };
  }

  private static double coasting(double t, double coastS) {
    double speed = t <= 0 ? 1 : 1 / (1 + t / coastS);
    return speed < STANDING ? 0 : speed;
  }

  private static double ramp(double t, double rampS) {
    return Math.clamp(rampS > 0 ? t / rampS : t > 0 ? 1 : 0, 0, 1);
  }

  HydraulicNetwork network(double t) {
    HydraulicNetwork now = problem.network();
    for (int k : pumps) {
      double speed = speed(k, t);
      if (speed == 0) {
        now = now.withLaw(k, new Closed());
      } else if (speed != 1) {
        now = now.withLaw(k, Pump.faster(now.links().get(k).law(), speed));
      }
    }
    return dry() && leakLink >= 0 ? now.withLaw(leakLink, new Closed()) : now;
  }

  /** Whether speeds change in a step. */
  boolean moves(double t, double stepS) {
    for (int k : pumps) {
      if (speed(k, t) != speed(k, t + stepS)) {
        return true;
      }
    }
    return false;
  }

  /** Longest step while speeds change: they change by a twentieth of full speed at most. */
  double longestStepS(double t) {
    return switch (disturbance) {
      case Disturbance.PumpTrip trip when t < ends() -> {
        double coast = 0.05 * (trip.coastS() + t);
        yield trip.standby().map(s -> Math.min(coast, 0.05 * s.rampS())).orElse(coast);
      }
      case Disturbance.ColdStart start when t < ends() -> 0.05 * start.rampS();
      case Disturbance.Leak leak when dry() ->
          t < ends() ? 0.05 * (leak.coastS() + t - dryS.getAsDouble()) : 1e9;
      default -> 1e9;
    };
  }

  /** When the last speed has come to rest or to its full. */
  private double ends() {
    return switch (disturbance) {
      case Disturbance.PumpTrip trip ->
          trip.standby().map(s -> s.delayS() + s.rampS()).orElse(rests(trip.coastS()));
      case Disturbance.ColdStart start -> start.rampS();
      case Disturbance.Leak leak -> dryS.orElse(0) + rests(leak.coastS());
      default -> 0;
    };
  }

  private static double rests(double coastS) {
    return coastS * (1 / STANDING - 1);
  }

  /** What pumps do by themselves, with its time. */
  Optional<TransientEvent> settles(double afterS, double untilS) {
    double at = ends();
    if (!(at > afterS && at <= untilS)) {
      return Optional.empty();
    }
    return switch (disturbance) {
      case Disturbance.PumpTrip trip when !trip.links().isEmpty() ->
          event(
              at,
              trip.standby().isPresent()
                  ? TransientEvent.Kind.PUMP_RUNS
                  : TransientEvent.Kind.PUMP_RESTS,
              trip.links().getFirst());
      case Disturbance.ColdStart _ when !pumps.isEmpty() ->
          event(at, TransientEvent.Kind.PUMP_RUNS, pumps.getFirst());
      default -> Optional.empty();
    };
  }

  private Optional<TransientEvent> event(double at, TransientEvent.Kind kind, int link) {
    String label = problem.network().links().get(link).label();
    return Optional.of(new TransientEvent(at, kind, label));
  }
}
