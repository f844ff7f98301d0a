package supernode.analysis.loop;

import java.util.ArrayList;
import java.util.List;
import supernode.catalog.PartKind;
import supernode.quantity.Dimension;
import supernode.quantity.Quantity;
import supernode.quantity.Text;

/** Something that happens to a loop at once, told in places of the design. */
public sealed interface Incident {
  /** Pressure loss of a coupling that is plugged in halfway, over its own. Assumption. */
  double HALF_MATED = 25;

  /** Opening of a hose that has come off a barb halfway, m2. Assumption: a hole of 3 mm. */
  double HOLE_M2 = 7e-6;

  /** Name in files and messages. */
  String key();

  /** The part that it happens to; empty where it happens to the plant. */
  String place();

  /** What happened, for people. */
  default Text text() {
    return place().isEmpty()
        ? Text.of("incident.all." + key())
        : Text.of("incident." + key(), place());
  }

  /** A pump or fan, or that of a unit, loses its power; empty place: all of them. */
  record PumpTrip(String place, boolean standby) implements Incident {
    @Override
    public String key() {
      return standby ? "pump-trip-standby" : "pump-trip";
    }
  }

  /** A distribution unit gets no facility water; empty place: none does. */
  record FacilityLoss(String place) implements Incident {
    @Override
    public String key() {
      return "facility-loss";
    }
  }

  /** Facility water gets warmer by so much. */
  record FacilityStep(double riseK) implements Incident {
    @Override
    public String key() {
      return "facility-step";
    }

    @Override
    public String place() {
      return "";
    }

    @Override
    public Text text() {
      return Text.of(
          "incident.facility-step", new Quantity(riseK, Dimension.TEMPERATURE_DIFFERENCE));
    }
  }

  /** A plate or coupling lets nothing through any more. */
  record Blocked(String place) implements Incident {
    @Override
    public String key() {
      return "blocked";
    }
  }

  /** A coupling is plugged in halfway. */
  record HalfMated(String place) implements Incident {
    @Override
    public String key() {
      return "half-mated";
    }
  }

  /** Coolant leaves at a part. */
  record Leak(String place) implements Incident {
    @Override
    public String key() {
      return "leak";
    }
  }

  /**
   * The loop is filled with another fluid.
   *
   * @param fluid id of a coolant
   */
  record WrongFluid(String fluid) implements Incident {
    @Override
    public String key() {
      return "wrong-fluid";
    }

    @Override
    public String place() {
      return "";
    }

    @Override
    public Text text() {
      return Text.of("incident.wrong-fluid", Text.of("coolant." + fluid));
    }
  }

  /** All is as cold as said, the pumps start and the chips work at once. */
  record ColdStart(double fromC) implements Incident {
    @Override
    public String key() {
      return "cold-start";
    }

    @Override
    public String place() {
      return "";
    }

    @Override
    public Text text() {
      return Text.of("incident.cold-start", new Quantity(fromC, Dimension.TEMPERATURE));
    }
  }

  /** The fans of what cools the facility water stop. */
  record FanLoss(String place) implements Incident {
    @Override
    public String key() {
      return "fan-loss";
    }
  }

  /** How long a run must be to show what comes of it. */
  default double usualS() {
    return switch (this) {
      case HalfMated _ -> 60;
      case Blocked _, WrongFluid _ -> 120;
      case PumpTrip(String _, boolean standby) -> standby ? 60 : 240;
      case FacilityStep _, ColdStart _ -> 300;
      case FacilityLoss _, Leak _ -> 400;
      case FanLoss _ -> 600;
    };
  }

  /** What can happen to a part of a loop. */
  static List<Incident> at(PartKind kind, String place) {
    return switch (kind) {
      case PUMP -> List.of(new PumpTrip(place, false), new PumpTrip(place, true), new Leak(place));
      case FAN -> List.of(new PumpTrip(place, false));
      case AIR_HANDLER -> List.of(new PumpTrip(place, false), new FacilityLoss(place));
      case HEAT_SINK, AIR_DUCT -> List.of(new Blocked(place));
      case CDU ->
          List.of(
              new PumpTrip(place, false),
              new PumpTrip(place, true),
              new FacilityLoss(place),
              new Leak(place));
      case COLD_PLATE -> List.of(new Blocked(place), new Leak(place));
      case QUICK_DISCONNECT -> List.of(new HalfMated(place), new Blocked(place), new Leak(place));
      case VALVE, FILTER -> List.of(new Blocked(place), new Leak(place));
      case MANIFOLD -> List.of(new Leak(place));
      case DRY_COOLER, COOLING_TOWER, CHILLER -> List.of(new FanLoss(place));
      default -> List.of();
    };
  }

  /** What can happen to a whole loop. */
  static List<Incident> everywhere() {
    List<Incident> all = new ArrayList<>();
    all.add(new PumpTrip("", false));
    all.add(new FacilityLoss(""));
    all.add(new FacilityStep(10));
    all.add(new FanLoss(""));
    all.add(new ColdStart(10));
    all.add(new WrongFluid("pg50"));
    return all;
  }
}
