package supernode.app.inp;

import java.util.List;
import supernode.interop.epanet.InpLink;
import supernode.interop.epanet.InpNetwork.CurvePoint;
import supernode.interop.epanet.LinkSetting;
import supernode.interop.epanet.StartState;
import supernode.solve.cooling.hydraulic.Closed;
import supernode.solve.cooling.hydraulic.FlowControl;
import supernode.solve.cooling.hydraulic.Gravity;
import supernode.solve.cooling.hydraulic.HeadLoss;
import supernode.solve.cooling.hydraulic.LinkLaw;
import supernode.solve.cooling.hydraulic.LossSegments;
import supernode.solve.cooling.hydraulic.MonotoneCurve.Point;
import supernode.solve.cooling.hydraulic.PressureBreaker;
import supernode.solve.cooling.hydraulic.PressureReducing;
import supernode.solve.cooling.hydraulic.PressureSustaining;

/** Law of a file's valve. */
final class ValveLaw {
  /** An open valve without loss coefficient: 1e-6 ft per ft3/s, as EPANET 2.2. */
  private static final double OPEN_S_M2 = 1e-6 / (0.3048 * 0.3048);

  /** A loss coefficient that no valve exceeds. */
  private static final double HIGHEST_K = 1e8;

  private final StartState state;
  private final Measures m;

  ValveLaw(StartState state, Measures m) {
    this.state = state;
    this.m = m;
  }

  /**
   * @param beforeM elevation of the first node
   * @param behindM elevation of the second
   */
  LinkLaw of(InpLink.Valve valve, LinkSetting setting, double beforeM, double behindM) {
    LinkLaw open = open(valve, valve.minorLoss());
    boolean gpv = valve.kind() == InpLink.ValveKind.GPV;
    if (setting.status() == LinkSetting.Status.CLOSED) {
      return new Closed();
    }
    if (setting.status() == LinkSetting.Status.OPEN && !gpv) {
      return open;
    }
    double value = setting.value().orElse(valve.setting());
    return switch (valve.kind()) {
      case PRV -> new PressureReducing(pa(behindM + value * m.headPerPressureM()), open);
      case PSV -> new PressureSustaining(pa(beforeM + value * m.headPerPressureM()), open);
      case PBV -> new PressureBreaker(pa(value * m.headPerPressureM()), open);
      case FCV -> new FlowControl(m.flowM3S(value), open);
      case TCV -> open(valve, value);
      case GPV -> new LossSegments(points(valve));
      case PCV -> position(valve, value);
    };
  }

  /** The solver's pressures are total heads here, so that elevations cancel. */
  private double pa(double headM) {
    return headM * m.densityKgM3() * Gravity.M_S2;
  }

  private LinkLaw open(InpLink.Valve valve, double k) {
    double bore = m.diameterM(valve.diameter());
    double area = Math.PI * bore * bore / 4;
    double typical = 0.3 * area;
    return k > 0
        ? new HeadLoss(0, 2, m.minorS2M5(bore, k), HeadLoss.LEAST_SLOPE_S_M2, typical)
        : new HeadLoss(OPEN_S_M2, 1, 0, OPEN_S_M2, typical);
  }

  private List<Point> points(InpLink.Valve valve) {
    return state.curve(valve.curve().orElseThrow()).stream()
        .map(p -> new Point(m.flowM3S(p.x()), m.lengthM(p.y())))
        .toList();
  }

  /**
   * Loss coefficient at a percentage open: that of the open valve by the square of its Kv share.
   */
  private LinkLaw position(InpLink.Valve valve, double percent) {
    if (percent <= 0) {
      return new Closed();
    }
    if (percent >= 100 || valve.minorLoss() == 0) {
      return open(valve, valve.minorLoss());
    }
    double share = valve.curve().map(c -> interpolated(state.curve(c), percent)).orElse(percent);
    double kv = Math.clamp(share / 100, 1e-6, 1);
    return open(valve, Math.min(HIGHEST_K, valve.minorLoss() / (kv * kv)));
  }

  private static double interpolated(List<CurvePoint> curve, double x) {
    CurvePoint before = new CurvePoint(0, 0);
    for (CurvePoint p : curve) {
      if (x <= p.x()) {
        return before.y() + (p.y() - before.y()) * (x - before.x()) / (p.x() - before.x());
      }
      before = p;
    }
    return before.y() + (100 - before.y()) * (x - before.x()) / (100 - before.x());
  }
}
