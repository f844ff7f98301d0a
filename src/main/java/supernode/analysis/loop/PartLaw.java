package supernode.analysis.loop;

import supernode.catalog.PartKind;
import supernode.catalog.Property;
import supernode.catalog.Values;
import supernode.solve.cooling.fluid.Fluid;
import supernode.solve.cooling.hydraulic.CheckValve;
import supernode.solve.cooling.hydraulic.Closed;
import supernode.solve.cooling.hydraulic.FlowCoefficient;
import supernode.solve.cooling.hydraulic.FlowControl;
import supernode.solve.cooling.hydraulic.Gravity;
import supernode.solve.cooling.hydraulic.LinkLaw;
import supernode.solve.cooling.hydraulic.Pipe;
import supernode.solve.cooling.hydraulic.PowerLaw;
import supernode.solve.cooling.hydraulic.PressureReducing;
import supernode.solve.cooling.hydraulic.PressureSustaining;
import supernode.solve.cooling.hydraulic.Pump;
import supernode.solve.cooling.hydraulic.PumpCurve;
import supernode.topology.Instance;

/** Pressure loss, or gain, of a part of the loop from its catalogue values. */
final class PartLaw {
  /** Catalogue drops scale with flow to this power (catalogue conventions, generic). */
  private static final double DROP_EXPONENT = 1.8;

  /** Standard air of fan curves, degrees C; ISO 5801. */
  private static final double AIR_RATED_AT_C = 20;

  /** Temperature at which catalogue drops are taken to be rated, degrees C. */
  private static final double RATED_AT_C = 40;

  /** Of equal-percentage valves: Kv at full stroke over that just off the seat. */
  private static final double RANGEABILITY = 50;

  /** The line through the tee of a vessel. */
  private static final double VESSEL_LINE_M = 0.1;

  private static final double VESSEL_BORE_M = 0.1;

  private PartLaw() {}

  static LinkLaw of(Instance part) {
    Values v = part.values();
    return switch (part.part().kind()) {
      case CDU, PUMP, FAN, AIR_HANDLER -> pump(v, weightOf(part.part().kind()));
      case HEAT_SINK, AIR_DUCT -> resistance(v, Fluid.AIR, AIR_RATED_AT_C);
      case QUICK_DISCONNECT -> new FlowCoefficient(v.get(Property.FLOW_COEFFICIENT_M3H, 1));
      case VALVE -> valve(v);
      // Its own loss is that of the line it sits in.
      case EXPANSION_VESSEL -> new Pipe(VESSEL_LINE_M, VESSEL_BORE_M, 0, 0);
      default -> resistance(v, Fluid.PG25, RATED_AT_C);
    };
  }

  /** A valve by what it does, wide open or by its stroke. */
  private static LinkLaw valve(Values v) {
    double opening = v.get(Property.OPENING, 1);
    if (opening <= 0) {
      return new Closed();
    }
    double kv = v.get(Property.FLOW_COEFFICIENT_M3H, 1);
    LinkLaw open = new FlowCoefficient(kv * Math.pow(RANGEABILITY, opening - 1));
    String action =
        Property.VALVE_ACTION.choice(v.get(Property.VALVE_ACTION, 0)).orElse("throttle");
    return switch (action) {
      case "check" -> new CheckValve(open);
      case "flow-control" -> new FlowControl(v.get(Property.SET_FLOW, 0), open);
      case "pressure-reducing" -> new PressureReducing(v.get(Property.SET_PRESSURE, 0), open);
      case "pressure-sustaining" -> new PressureSustaining(v.get(Property.SET_PRESSURE, 0), open);
      default -> open;
    };
  }

  /** Loss of the facility side of a CDU at its rated flow, Pa. Assumption: 50 kPa. */
  private static final double FACILITY_SIDE_PA = 50e3;

  static LinkLaw facilitySide(Instance cdu) {
    Values v = cdu.values();
    return new PowerLaw(
        v.get(Property.PRIMARY_FLOW, v.get(Property.RATED_FLOW, 0)),
        FACILITY_SIDE_PA,
        DROP_EXPONENT,
        Fluid.WATER.density(RATED_AT_C),
        Fluid.WATER.viscosity(RATED_AT_C));
  }

  private static LinkLaw resistance(Values v, Fluid rated, double atC) {
    return new PowerLaw(
        v.get(Property.RATED_FLOW, 0),
        v.get(Property.RATED_PRESSURE, 0),
        DROP_EXPONENT,
        rated.density(atC),
        rated.viscosity(atC));
  }

  /** N/m3 of the fluid in which a pump or fan is rated. */
  private static double weightOf(PartKind kind) {
    double density =
        kind.passesAir() ? Fluid.AIR.density(AIR_RATED_AT_C) : Fluid.PG25.density(RATED_AT_C);
    return density * Gravity.M_S2;
  }

  /** Pump or fan: from its pressure at no flow through its rated point, H = H0 - B Q^2. */
  private static LinkLaw pump(Values v, double perMetre) {
    double speed = v.get(Property.PUMP_SPEED, 1);
    if (speed <= 0) {
      return new Closed();
    }
    return new Pump(curve(v, perMetre), speed);
  }

  /** Of a pump or distribution unit. */
  static PumpCurve curve(Values v) {
    return curve(v, weightOf(PartKind.PUMP));
  }

  private static PumpCurve curve(Values v, double perMetre) {
    double flow = v.get(Property.RATED_FLOW, 0);
    double ratedM = v.get(Property.RATED_PRESSURE, 0) / perMetre;
    double shutoff = v.get(Property.SHUTOFF_PRESSURE, 0) / perMetre;
    if (shutoff <= ratedM) {
      return PumpCurve.ofPoint(flow, ratedM);
    }
    return new PumpCurve.Power(shutoff, (shutoff - ratedM) / (flow * flow), 2, flow);
  }
}
